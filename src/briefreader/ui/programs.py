"""Other programs: which one is meant, and its arguments as a list that no shell reads."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from briefreader.errors import BadData, OutOfReach
from briefreader.settings import Settings


def pager(settings: Settings, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that pages through what it gets on standard input."""
    return arguments(settings.programs.pager or environment.get("PAGER") or "less")


def editor(settings: Settings, path: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that opens a file; an absolute path cannot be taken for an option."""
    named = settings.programs.editor or environment.get("VISUAL") or environment.get("EDITOR") or "vi"
    return [*arguments(named), os.fspath(path.absolute())]


def browser(
    settings: Settings, address: str | None, environment: Mapping[str, str] = os.environ
) -> list[str]:
    """Return the command that opens a web address.

    Raises:
        BadData: there is no address, or one that is neither http nor https.
        OutOfReach: no browser is named.
    """
    if not address:
        raise BadData("this article names no web address")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadData("only http and https addresses are opened, and this article's is neither")
    named = settings.programs.browser or environment.get("BROWSER", "").split(os.pathsep)[0]
    if not named:
        raise OutOfReach("no browser is named: set BROWSER, or programs.browser in config.yaml")
    return [*arguments(named), address]


def run(command: Sequence[str], text: str | None = None) -> int:
    """Run a program on this terminal, ``text`` on its standard input; return its exit status.

    Raises:
        OutOfReach: it cannot be started.
    """
    try:
        return subprocess.run(  # noqa: S603 (a list of arguments from the user's own settings, no shell)
            list(command), input=None if text is None else text.encode("utf-8"), check=False
        ).returncode
    except BrokenPipeError:
        return 0
    except OSError as error:
        raise OutOfReach(f"{command[0]} cannot be started: {error.strerror}") from error


def arguments(named: str) -> list[str]:
    """Part a command line as a shell would, without running one; raises :class:`BadData`."""
    try:
        parts = shlex.split(named)
    except ValueError as error:
        raise BadData(f"“{named}” is no command: {error}") from error
    if not parts:
        raise BadData("the command is empty")
    return parts
