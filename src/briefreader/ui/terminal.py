"""What the terminal can do, and how much should be sent to it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from briefreader.settings import Settings

_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")


class Terminal(NamedTuple):
    """``unicode``: it shows signs beyond ASCII; ``lean``: send it little; ``colors``: 0, 16 or more."""

    unicode: bool = True
    lean: bool = False
    colors: int = 1 << 24
    mouse: bool = True

    def theme(self, wanted: str) -> str:
        """Return the theme to use: the one wanted, unless the terminal has too few colours for it."""
        if not wanted.startswith("briefreader"):
            return wanted
        if self.colors == 0:
            return "briefreader-mono"
        return "briefreader-16" if self.colors <= 16 or self.lean else wanted


def describe(
    settings: Settings, *, lean: bool | None = None, environment: Mapping[str, str] = os.environ
) -> Terminal:
    """Find out about this terminal; ``lean`` is what the command line asked for, None if nothing."""
    chosen = settings.line.lean
    automatic = chosen == "yes" or (chosen == "auto" and bool(environment.get("SSH_CONNECTION")))
    sparing = automatic if lean is None else lean
    return Terminal(
        unicode=_unicode(settings.look.unicode, environment),
        lean=sparing,
        colors=_colors(environment),
        mouse=settings.line.mouse and not sparing,
    )


def _unicode(choice: str, environment: Mapping[str, str]) -> bool:
    """Ask the locale's variables themselves: in the C locale Python reads and writes UTF-8 all the same."""
    if choice != "auto":
        return choice == "yes"
    named = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return "utf8" in named.lower().replace("-", "")


def _colors(environment: Mapping[str, str]) -> int:
    if environment.get("NO_COLOR"):
        return 0
    term = environment.get("TERM", "")
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return 1 << 24
    if term.endswith(("-m", "-mono")) or term.startswith("vt"):
        return 0
    return 256 if "256" in term else 16 if term in ("linux", "ansi", "cons25", "xterm-color") else 1 << 24
