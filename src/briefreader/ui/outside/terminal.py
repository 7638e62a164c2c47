"""What the terminal can do, and how much should be sent to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

from briefreader.settings import Settings

_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
_MANY = 1 << 24


class Terminal(NamedTuple):
    """``unicode``: it shows signs beyond ASCII; ``lean``: send it little; ``colors``: 0, 16 or more."""

    unicode: bool = True
    lean: bool = False
    colors: int = _MANY
    mouse: bool = True

    def theme(self, wanted: str) -> str:
        """Return the theme to use: "auto" takes what suits, one chosen stays if there are colours for it."""
        if self.colors == 0:
            return "briefreader-mono"
        if wanted == "auto":
            return "briefreader-16" if self.colors <= 16 or self.lean else "briefreader"
        ours_is_too_rich = self.colors <= 16 and wanted in ("briefreader", "briefreader-light")
        return "briefreader-16" if ours_is_too_rich else wanted


def describe(
    settings: Settings, *, lean: bool | None = None, environment: Mapping[str, str] = os.environ
) -> Terminal:
    """Find out about this terminal; ``lean`` is what the command line asked for, None if nothing."""
    sparing = _chosen(settings.line.lean, bool(environment.get("SSH_CONNECTION"))) if lean is None else lean
    return Terminal(
        unicode=_chosen(settings.look.unicode, _is_utf8(environment)),
        lean=sparing,
        colors=_colors(environment),
        mouse=_chosen(settings.line.mouse, not sparing),
    )


def _chosen(choice: str, automatic: bool) -> bool:
    return automatic if choice == "auto" else choice == "yes"


def locale_named(environment: Mapping[str, str] = os.environ) -> str:
    """Return the locale in force as "LANG=C.UTF-8", empty if none is named.

    The variables are asked themselves: in the C locale Python reads and writes UTF-8 all the same.
    """
    asked = [name for name in _LOCALE if not (name == "LC_CTYPE" and _is_pythons(environment))]
    return next((f"{name}={environment[name]}" for name in asked if environment.get(name)), "")


def _is_utf8(environment: Mapping[str, str]) -> bool:
    return "utf8" in locale_named(environment).lower().replace("-", "")


def _is_pythons(environment: Mapping[str, str]) -> bool:
    """Tell whether it was Python that set LC_CTYPE, as it does at its start in the C locale (PEP 538).

    It takes to its UTF-8 mode just then, unless a user asks for that besides.
    """
    coerced = environment is os.environ and environment.get("LC_CTYPE") in _COERCED
    return coerced and bool(sys.flags.utf8_mode) and not environment.get("PYTHONUTF8")


def _colors(environment: Mapping[str, str]) -> int:
    """Return how many colours are sent, as Rich has it; terminals that have none it does not know."""
    if environment.get("NO_COLOR"):
        return 0
    term = environment.get("TERM", "").strip().lower()
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return _MANY
    if term.endswith(("-m", "-mono")) or term.startswith("vt"):
        return 0
    return 256 if term.endswith(("-256color", "-kitty")) else 16
