"""Lines on their way to the screen, in as many cells as Textual and the terminal both count."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from briefreader.text.joiners import unjoined


def strip_of(segments: Iterable[Segment], width: int, blank: Style) -> Strip:
    """Return a line of exactly ``width`` cells, filled up in the style ``blank``."""
    return Strip(_shown(segment) for segment in segments).adjust_cell_length(width, blank)


def plain(text: str) -> Content:
    """Return foreign text, sanitised before, for a widget or title of Textual's; no markup is read in it."""
    return Content(unjoined(text))


def _shown(segment: Segment) -> Segment:
    text, style, _ = segment
    shown = unjoined(text)
    return segment if shown is text else Segment(shown, style)
