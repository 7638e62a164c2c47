"""The colours: our own dark and light, sixteen colours, and none."""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import BUILTIN_THEMES, Theme


class Colors(NamedTuple):
    """The few colours that a theme is made of; each serves for all that has its meaning."""

    primary: str
    second: str
    accent: str
    error: str
    text: str
    muted: str
    paper: str
    panel: str
    line: str
    cursor_paper: str
    cursor_text: str


def _theme(
    name: str, colors: Colors, *, dark: bool = True, ansi: bool = False, cursor: str = "bold"
) -> Theme:
    """Return a theme; ``cursor`` is the text style of the row under the cursor."""
    variables = dict(BUILTIN_THEMES["ansi-dark"].variables) if ansi else {}
    if not ansi:
        variables["input-selection-background"] = f"{colors.primary} 35%"
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=colors.primary,
        secondary=colors.second,
        success=colors.second,
        accent=colors.accent,
        warning=colors.accent,
        error=colors.error,
        foreground=colors.text,
        background=colors.paper,
        surface=colors.paper,
        panel=colors.panel,
        variables={
            **variables,
            "border": colors.primary,
            "border-blurred": colors.line,
            "foreground-muted": colors.muted,
            "block-cursor-background": colors.cursor_paper,
            "block-cursor-foreground": colors.cursor_text,
            "block-cursor-text-style": cursor,
        },
    )


DARK = _theme(
    "briefreader",
    Colors(
        primary="#7aa2c8",
        second="#9db88a",
        accent="#e0b060",
        error="#d47766",
        text="#d8d5cd",
        muted="#8f949d",
        paper="#16181c",
        panel="#262a31",
        line="#3a404a",
        cursor_paper="#33465a",
        cursor_text="#f2efe6",
    ),
)
LIGHT = _theme(
    "briefreader-light",
    Colors(
        primary="#2f5d8a",
        second="#4d6b35",
        accent="#9a5b00",
        error="#a33a2c",
        text="#24262a",
        muted="#6d6a63",
        paper="#faf8f3",
        panel="#ece7dc",
        line="#cfc8b8",
        cursor_paper="#d5e2ee",
        cursor_text="#14202c",
    ),
    dark=False,
)
SIXTEEN = _theme(
    "briefreader-16",
    Colors(
        primary="ansi_bright_blue",
        second="ansi_green",
        accent="ansi_yellow",
        error="ansi_red",
        text="ansi_default",
        muted="ansi_bright_black",
        paper="ansi_default",
        panel="ansi_default",
        line="ansi_bright_black",
        cursor_paper="ansi_blue",
        cursor_text="ansi_bright_white",
    ),
    ansi=True,
)
MONO = _theme(
    "briefreader-mono",
    Colors(**dict.fromkeys(Colors._fields, "ansi_default")),
    ansi=True,
    cursor="reverse",
)

OWN_THEMES = (DARK, LIGHT, SIXTEEN, MONO)
