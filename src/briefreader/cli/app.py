"""Which subcommand is meant: the group, its lazy members, and PATH as the first word."""

from __future__ import annotations

import difflib
import importlib
import os
from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from briefreader.cli.session import Session, collection_option, say
from briefreader.version import __version__

COMMANDS = (
    "index",
    "search",
    "show",
    "entities",
    "mentions",
    "compare",
    "stories",
    "export",
    "keys",
    "config",
    "doctor",
    "completion",
    "reset",
)
_READER = "read"
_HELP = """Read collections of articles, with understanding.

\b
briefreader [PATH ...]      opens the reader on folders and files
briefreader COMMAND ...     finds, shows and compares without it

Without a path: the collection named by BRIEFREADER_COLLECTION, else the one
opened last, else the sample. A folder that is called like a command is named
by its path: ./search

In the reader, ? shows every key and : every command. Here, COMMAND --help
shows options and examples; most commands print data with --json.

\b
Examples:
  briefreader ~/articles
  briefreader -c ~/articles search '"security guarantees" AND nato'
  briefreader -c ~/articles compare first.txt second.txt --json
"""


class _Group(click.Group):
    """Imports a subcommand's module when the subcommand is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in (*COMMANDS, _READER):
            return None
        module = importlib.import_module(f"briefreader.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands; what begins no command is the path of a collection."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            _refuse_misspelt(args[0])
            args = [_READER, *args]
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Group,
    help=_HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[PATH ... | COMMAND ...]",
)
@collection_option
@click.option("--lean/--no-lean", default=None, help="Spare a slow line, or not: few colours, no mouse.")
@click.option("--watch/--no-watch", default=None, help="Take in new files while the reader is open, or not.")
@click.option("--debug", is_flag=True, help="Show where an unexpected failure came from.")
@click.version_option(__version__, prog_name="briefreader", message="%(prog)s %(version)s")
@click.pass_context
def group(
    ctx: click.Context, collections: tuple[str, ...], lean: bool | None, watch: bool | None, debug: bool
) -> int | None:
    """Open the reader, or take what every subcommand is told."""
    if debug:
        os.environ["BRIEFREADER_DEBUG"] = "1"
    ctx.obj = Session(list(collections), lean=lean, watch=watch)
    if ctx.invoked_subcommand is None:
        reader = group.get_command(ctx, _READER)
        assert reader is not None  # noqa: S101
        return int(ctx.invoke(reader) or 0)
    return None


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status."""
    try:
        status = group.main(list(arguments), prog_name="briefreader", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        say(_sentence(error))
        return error.exit_code
    return int(status or 0)


def _sentence(error: click.ClickException) -> str:
    """Return what is wrong and where to look it up, in one line."""
    wrong = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "briefreader"
    return f"{wrong[:1].lower()}{wrong[1:]} (see {command} --help)"


def _refuse_misspelt(word: str) -> None:
    near = difflib.get_close_matches(word, COMMANDS, 1, cutoff=0.75)
    if near and not Path(word).expanduser().exists():
        raise click.UsageError(f"there is no command or path {word!r}; did you mean {near[0]!r}?")
