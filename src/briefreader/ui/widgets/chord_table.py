"""A table of what may follow the first key of a chord, over the foot of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from briefreader.text.width import cell_width, pad

_GAP = 3
_BESIDE = 20
"""Cells of the status bar that are not for hints: the keys typed, where one is."""


class ChordTable(Static):
    """Keys and titles in columns; put in and taken away by its screen."""

    DEFAULT_CSS = """
    ChordTable {
        layer: above; dock: bottom; height: auto; margin-bottom: 1; padding: 0 1;
        background: $panel; color: $foreground;
    }
    """

    def __init__(self, choices: Sequence[tuple[str, str]], width: int) -> None:
        super().__init__(Content(table(choices, width - 2)), markup=False)


def fits(choices: Sequence[tuple[str, str]], width: int) -> bool:
    """Tell whether the status bar has room for all choices."""
    return sum(cell_width(key) + cell_width(title) + _GAP for key, title in choices) <= width - _BESIDE


def table(choices: Sequence[tuple[str, str]], width: int) -> str:
    """Set choices in as many columns as ``width`` cells take, one below the other."""
    if not choices:
        return ""
    keys = max(cell_width(key) for key, _ in choices)
    cells = [f"{pad(key, keys)} {title}" for key, title in choices]
    column = max(map(cell_width, cells)) + _GAP
    rows = -(-len(cells) // max(width // column, 1))
    lines = ("".join(pad(cell, column) for cell in cells[row::rows]).rstrip() for row in range(rows))
    return "\n".join(lines)
