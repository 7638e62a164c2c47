"""Write the manual pages in docs/man from the command line's own help.

Run it as ``python -m tools.write_man``; a test holds that the pages are up to date.
"""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path

import click
from click_man.man import ManPage

from briefreader.cli.app import COMMANDS, group
from briefreader.version import __version__

MAN = Path(__file__).parents[1] / "docs" / "man"
_MORE = r"""
.SH EXIT STATUS
0 done, 1 nothing found, 2 wrong usage or no terminal, 3 bad data, 4 locked or out of reach,
128+n ended by signal n.
.SH ENVIRONMENT
.TP
\fBBRIEFREADER_COLLECTION\fP
what to read where nothing is named; several paths are joined by a colon
.TP
\fBXDG_CACHE_HOME\fP, \fBXDG_DATA_HOME\fP, \fBXDG_CONFIG_HOME\fP, \fBXDG_STATE_HOME\fP
where cache, notes and marks, settings and keymap, and the log are kept
.TP
\fBPAGER\fP, \fBEDITOR\fP, \fBBROWSER\fP
what an article or its address is opened with
.TP
\fBNO_COLOR\fP
use no colours
.TP
\fBSSH_CONNECTION\fP
where it is set, the reader spares the line
.SH FILES
.TP
\fIconfig.yaml\fP, \fIkeymap.yaml\fP, \fIthemes/\fP
your own settings, keys and themes, in the directory that \fBbriefreader doctor\fP names
.SH SEE ALSO
""".lstrip()


def pages() -> dict[str, str]:
    """Return every manual page by the name of its file."""
    top = click.Context(group, info_name="briefreader")
    commands = {name: group.get_command(top, name) for name in COMMANDS}
    found = {name: command for name, command in commands.items() if command}
    written = {
        f"briefreader-{name}.1": str(_page(click.Context(command, info_name=name, parent=top)))
        for name, command in found.items()
    }
    page = _page(top)
    page.commands = [(name, command.get_short_help_str(160)) for name, command in found.items()]
    also = ", ".join(rf"\fBbriefreader-{name}\fP(1)" for name in found)
    return {"briefreader.1": f"{page}{_MORE}{also}\n", **written}


def _page(context: click.Context) -> ManPage:
    command = context.command
    page = ManPage(context.command_path)
    page.version, page.date = __version__, ""
    page.short_help = command.get_short_help_str(160)
    page.synopsis = " ".join(command.collect_usage_pieces(context))
    page.description = _set(cleandoc(command.help or ""))
    page.options = [
        record
        for option in command.get_params(context)
        if isinstance(option, click.Option) and (record := option.get_help_record(context))
    ]
    return page


def _set(text: str) -> str:
    """Keep the lines of a block that click is told to keep, and let no line pass for an instruction."""
    blocks = [block.replace("\\", "\\\\") for block in text.split("\n\n")]
    return "\n\n".join(
        f".nf\n{block.removeprefix(chr(8)).strip(chr(10))}\n.fi" if block.startswith("\b") else block
        for block in blocks
    )


def main() -> None:
    """Write all pages, and remove those of commands that are gone."""
    MAN.mkdir(exist_ok=True)
    written = pages()
    for old in set(MAN.glob("*.1")) - {MAN / name for name in written}:
        old.unlink()
    for name, page in written.items():
        (MAN / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
