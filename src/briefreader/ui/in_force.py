"""What the settings that are left to themselves come to on this terminal, and why; imports no Textual."""

from __future__ import annotations

import os
from collections.abc import Mapping

from briefreader.settings import Settings
from briefreader.ui.outside import programs
from briefreader.ui.outside.terminal import Terminal, describe, locale_named
from briefreader.ui.remembered import recall


def in_force(settings: Settings, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return by "section.name" what each such setting means here: "yes, SSH_CONNECTION is set"."""
    terminal = describe(settings, environment=environment)
    said = {
        "look.theme": _theme(settings, terminal),
        "look.unicode": _unicode(settings, terminal, environment),
        "line.lean": _lean(settings, terminal),
        "line.mouse": _mouse(settings, terminal),
        **{f"programs.{kind}": _program(kind, settings, environment) for kind in programs.KINDS},
    }
    return {name: meaning for name, meaning in said.items() if meaning}


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _theme(settings: Settings, terminal: Terminal) -> str:
    named = settings.look.theme
    chosen = named if named != "auto" else str(recall("look").get("theme", "auto"))
    worn = terminal.theme(chosen)
    if worn == named:
        return ""
    why = (
        "there are no colours"
        if terminal.colors == 0
        else "chosen with T"
        if worn == chosen
        else "the line is lean"
        if terminal.lean and terminal.colors > 16
        else "there are 16 colours"
    )
    return worn if worn == "briefreader" else f"{worn}, {why}"


def _unicode(settings: Settings, terminal: Terminal, environment: Mapping[str, str]) -> str:
    if settings.look.unicode != "auto":
        return ""
    return f"{_yes(terminal.unicode)}, {locale_named(environment) or 'no locale is set'}"


def _lean(settings: Settings, terminal: Terminal) -> str:
    if settings.line.lean != "auto":
        return ""
    return f"{_yes(terminal.lean)}, SSH_CONNECTION is {'' if terminal.lean else 'not '}set"


def _mouse(settings: Settings, terminal: Terminal) -> str:
    if settings.line.mouse != "auto":
        return ""
    return "yes" if terminal.mouse else "no, the line is lean"


def _program(kind: str, settings: Settings, environment: Mapping[str, str]) -> str:
    command, by = programs.source(kind, settings, environment)
    return "" if by.startswith("programs.") else f"{command or 'none'}{f', {by}' if by else ''}"
