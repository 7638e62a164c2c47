"""The one line that a terminal too small to read in gets, over whatever stands there."""

from __future__ import annotations

from textual.geometry import Size
from textual.widgets import Static

SMALLEST = (60, 20)
"""Columns and lines that everything is usable on."""

# The longest that fits is said; in less than the last there is room for a sign only.
_SENTENCES = (
    "briefreader needs at least {} columns and {} lines: make the window larger",
    "briefreader needs at least {} columns and {} lines",
    "too small: needs {} columns, {} lines",
    "too small: {}x{}",
    "too small",
    "small",
    "!",
)


class TooSmall(Static):
    """Covers a screen for as long as it is too small; what is beneath keeps its state."""

    DEFAULT_CSS = """
    TooSmall {
        layer: cover; dock: top; width: 100%; height: 100%;
        content-align: center middle; background: $background; color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def cover(self, size: Size) -> None:
        """Say it, or get out of the way where the terminal is large enough."""
        self.update(sentence(size.width))
        self.display = is_too_small(size)


def is_too_small(size: Size) -> bool:
    """Tell whether a terminal of this size is too small."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


def sentence(columns: int) -> str:
    """Return what is said on so many columns, in one line."""
    said = (each.format(*SMALLEST) for each in _SENTENCES)
    return next((each for each in said if len(each) <= columns), "")
