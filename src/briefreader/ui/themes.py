"""The colours: our own dark and light, sixteen colours, none, and a theme file of the reader's."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

_ANSI = BUILTIN_THEMES["ansi-dark"].variables

DARK = Theme(
    name="briefreader",
    primary="#7aa2c8",
    secondary="#9db88a",
    accent="#e0b060",
    warning="#e0b060",
    error="#d47766",
    success="#9db88a",
    foreground="#d8d5cd",
    background="#16181c",
    surface="#16181c",
    panel="#262a31",
    dark=True,
    variables={
        "border": "#7aa2c8",
        "border-blurred": "#3a404a",
        "foreground-muted": "#8f949d",
        "block-cursor-background": "#33465a",
        "block-cursor-foreground": "#f2efe6",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#7aa2c8 35%",
    },
)

LIGHT = Theme(
    name="briefreader-light",
    primary="#2f5d8a",
    secondary="#4d6b35",
    accent="#9a5b00",
    warning="#9a5b00",
    error="#a33a2c",
    success="#4d6b35",
    foreground="#24262a",
    background="#faf8f3",
    surface="#faf8f3",
    panel="#ece7dc",
    dark=False,
    variables={
        "border": "#2f5d8a",
        "border-blurred": "#cfc8b8",
        "foreground-muted": "#6d6a63",
        "block-cursor-background": "#d5e2ee",
        "block-cursor-foreground": "#14202c",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#2f5d8a 25%",
    },
)

SIXTEEN = Theme(
    name="briefreader-16",
    ansi=True,
    primary="ansi_bright_blue",
    secondary="ansi_green",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=True,
    variables=_ANSI
    | {
        "border": "ansi_bright_blue",
        "border-blurred": "ansi_bright_black",
        "foreground-muted": "ansi_bright_black",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-text-style": "bold",
    },
)

MONO = Theme(
    name="briefreader-mono",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=True,
    variables=_ANSI
    | {
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "foreground-muted": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-text-style": "reverse",
    },
)

OWN_THEMES = (DARK, LIGHT, SIXTEEN, MONO)
