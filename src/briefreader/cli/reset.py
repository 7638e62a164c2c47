"""``briefreader reset``: a sane terminal after the reader was killed."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

import click

from briefreader.errors import OutOfReach

# An unfinished sequence or string cancelled; the whole screen to scroll; mouse, focus, paste and size
# reporting off; keyboard protocol, attributes and the pointer's shape as they were; cursor and line wrap on;
# main screen.
_SANE = (
    "\x18\x1b\\"
    "\x1b[r\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?1004l\x1b[?2004l\x1b[?2026l"
    "\x1b[?2048l\x1b[<u\x1b[0m\x1b]22;default\x07\x1b[?7h\x1b[?25h\x1b[?1049l\r"
)


@click.command(short_help="Make the terminal sane again after a kill -9.")
def command() -> int:
    """Make the terminal sane again after a kill -9: echo on, mouse off, main screen.

    \b
    Examples:
      briefreader reset
    """
    try:
        with Path("/dev/tty").open("r+b", buffering=0) as terminal:
            terminal.write(_SANE.encode())
            with suppress(OSError):
                subprocess.run(["stty", "sane"], stdin=terminal, check=False)  # noqa: S607
    except OSError as error:
        raise OutOfReach(f"there is no terminal to reset: {error.strerror}") from error
    return 0
