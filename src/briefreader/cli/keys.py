"""``briefreader keys``: the keymap in force, and what is wrong with the user's own file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefreader import places
from briefreader.cli.printing import out, print_json
from briefreader.cli.session import say

if TYPE_CHECKING:
    from briefreader.keymap import Command, Keymap


@click.command(short_help="Print the keys in force, or check your own.")
@click.option(
    "--check", is_flag=True, help="Only tell what is wrong with keymap.yaml; status 3 if anything is."
)
@click.option(
    "--context", "context", help="Only the keys that work there: list, article, sidebar, search, compare …"
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def command(file: Path | None, check: bool, context: str | None, as_json: bool) -> int:
    """Print the keys in force, by place; with FILE, as they would be if it were your keymap.yaml.

    \b
    Examples:
      briefreader keys --context article
      briefreader keys --check
    """
    from briefreader.keymap import load_keymap

    keymap = load_keymap(file or places.config_root() / "keymap.yaml")
    commands = _commands(context)
    for problem in keymap.problems:
        say(str(problem))
    if as_json:
        print_json(
            {
                "keys": [_json(keymap, each) for each in commands],
                "problems": [str(each) for each in keymap.problems],
            }
        )
    elif not check:
        _print(keymap, commands)
    return 3 if check and keymap.problems else 0


def _commands(context: str | None) -> list[Command]:
    from briefreader.keymap import COMMANDS, CONTEXTS

    if context is not None and context not in CONTEXTS:
        raise click.UsageError(f"there is no context {context!r}; choose one of {', '.join(CONTEXTS)}")
    return [each for each in COMMANDS.values() if context is None or context in each.contexts]


def _json(keymap: Keymap, command: Command) -> dict[str, Any]:
    return {
        "id": command.id,
        "contexts": list(command.contexts),
        "keys": _spelt(keymap, command),
        "help": command.help,
        "origin": keymap.origin(command.id),
    }


def _print(keymap: Keymap, commands: Sequence[Command]) -> None:
    from briefreader.keymap import CONTEXTS

    for context, title in CONTEXTS.items():
        members = [each for each in commands if each.contexts[0] == context]
        if members:
            out(click.style(title, bold=True))
        for each in members:
            out(f"  {', '.join(_spelt(keymap, each)) or '(none)':24} {each.id:26} {each.help}")


def _spelt(keymap: Keymap, command: Command) -> list[str]:
    from briefreader.keymap import spelt

    return [spelt(chord) for chord in keymap.chords(command.id)]
