"""Starting the reader on a terminal and leaving the terminal as it was found."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefreader.errors import BriefreaderError
from briefreader.log import open_log
from briefreader.ui import garbage
from briefreader.version import __version__

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.settings import Settings

_BY_SIGNAL = 128

_log = logging.getLogger(__name__)


class NoTerminal(BriefreaderError):  # noqa: N818 (the errors of this project are named for what went wrong)
    """The reader was asked for where there is no terminal to show it on."""


def launch(paths: Sequence[str | Path], *, lean: bool | None = None, watch: bool | None = None) -> int:
    """Open the reader on a collection and return the exit status once it is left.

    ``lean`` spares the line to the terminal, ``watch`` takes in new files as they come; None leaves the
    choice to the settings.

    Raises:
        NoTerminal: standard input or output is no terminal, or one that cannot be painted.
        BriefreaderError: the collection cannot be opened.
    """
    refuse_without_terminal(os.environ)
    garbage.put_off()
    from briefreader import places
    from briefreader.library import Library
    from briefreader.settings import load_settings

    open_log(debug=_debugging())
    settings, problems = load_settings(places.config_root() / "config.yaml")
    settings = _with_watching(settings, watch)
    with Library.open(*paths) as library:
        status = _show(library, settings, lean=lean, notices=(*library.notices, *map(str, problems)))
    _log.info("left with status %d", status)
    if status > _BY_SIGNAL:
        _tell_signal(status - _BY_SIGNAL)
    return status


def _show(library: Library, settings: Settings, *, lean: bool | None, notices: tuple[str, ...]) -> int:
    """Show the reader until it is left; return its exit status, or raise what it came down with."""
    from briefreader.ui.first_list import FirstList

    # Its thread reads while the imports below take their time.
    first = FirstList(library, settings)
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.outside.terminal import describe, locale_named

    terminal = describe(settings, lean=lean)
    if not terminal.unicode and settings.look.unicode == "auto":
        notices += (f"{locale_named() or 'No locale'} is not UTF-8: other letters show as ? (look.unicode)",)
    app = ReaderApp(library, settings=settings, terminal=terminal, notices=notices, first=first)
    app.quiet, app.takes_signals = not _debugging(), True
    _log.info("opened: briefreader %s, Python %s", __version__, sys.version.split()[0])
    status = app.run(mouse=terminal.mouse) or app.return_code or 0
    if app.crash:
        raise app.crash
    return status


def _debugging() -> bool:
    return bool(os.environ.get("BRIEFREADER_DEBUG"))


def _with_watching(settings: Settings, watch: bool | None) -> Settings:
    """Return the settings with ``watch`` of the command line in force."""
    if watch is None:
        return settings
    way = "auto" if settings.list.watch == "no" else settings.list.watch
    chosen: dict[str, Any] = {"watch": way, "update": True} if watch else {"watch": "no"}
    return replace(settings, list=replace(settings.list, **chosen))


def _tell_signal(number: int) -> None:
    """Say on stderr what ended the reader, if there still is a terminal."""
    with suppress(OSError):
        name = signal.Signals(number).name
        print(f"briefreader: ended by {name}; what you read and marked is kept", file=sys.stderr)


def refuse_without_terminal(environment: Mapping[str, str]) -> None:
    """Raise :class:`NoTerminal` unless there is a terminal that can be painted."""
    if environment.get("TERM", "dumb") == "dumb":
        trouble = "TERM names a terminal that cannot be painted: set it to yours, such as xterm-256color"
    elif not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        # Textual paints on standard error.
        trouble = "the reader needs a terminal for input, output and errors"
    else:
        return
    raise NoTerminal(f"{trouble}; search, show, entities, mentions and compare print instead (see --help)")
