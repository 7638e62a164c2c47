"""Other programs: which one is meant, and its arguments as a list that no shell reads."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from briefreader.errors import BadData, OutOfReach
from briefreader.settings import Settings


class Source(NamedTuple):
    """A command and what named it: a setting, a variable of the environment, or nothing."""

    command: str
    by: str


KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "pager": (("PAGER",), "less"),
    "editor": (("VISUAL", "EDITOR"), "vi"),
    "browser": (("BROWSER",), ""),
}


def source(kind: str, settings: Settings, environment: Mapping[str, str] = os.environ) -> Source:
    """Return which command serves as pager, editor or browser; empty if none is named."""
    variables, usual = KINDS[kind]
    if chosen := getattr(settings.programs, kind):
        return Source(chosen, f"programs.{kind}")
    variable = next((name for name in variables if environment.get(name)), "")
    return Source(environment[variable], f"${variable}") if variable else Source(usual, "")


def pager(settings: Settings, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that pages through what it gets on standard input."""
    return arguments(source("pager", settings, environment).command)


def editor(settings: Settings, path: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that opens a file; an absolute path cannot be taken for an option."""
    return [*arguments(source("editor", settings, environment).command), os.fspath(path.absolute())]


def browser(
    settings: Settings, address: str | None, environment: Mapping[str, str] = os.environ
) -> list[str]:
    """Return the command that opens a web address; ``%s`` in it stands for the address, as in $BROWSER.

    Raises:
        BadData: there is no address, or one that is neither http nor https.
        OutOfReach: no browser is named.
    """
    if not address:
        raise BadData("this article names no web address")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadData("only http and https addresses are opened, and this article's is neither")
    named = source("browser", settings, environment)
    if not named.command:
        raise OutOfReach("no browser is named: set BROWSER, or programs.browser in config.yaml")
    command = _first_there_is(named.command) if named.by == "$BROWSER" else arguments(named.command)
    if not any("%s" in part for part in command):
        return [*command, address]
    return [part.replace("%s", address) for part in command]


def _first_there_is(listed: str) -> list[str]:
    """Return the first command of a list parted by colons whose program there is, else the first."""
    commands = [arguments(command) for command in listed.split(os.pathsep) if command.strip()]
    if not commands:
        raise OutOfReach("no browser is named: BROWSER is empty")
    return next((command for command in commands if shutil.which(command[0])), commands[0])


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
