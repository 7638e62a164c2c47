"""The facts pane: a table of what each article gives, with a cursor that goes from value to value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefreader.model import Fact
from briefreader.ui.contents.facts import Line, Stop, set_facts
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.layered_styles import LayeredStyles
from briefreader.ui.widgets.strips import strip_of

_CONTEXT = 2
_UNSEEN = 80
"""Cells in a line while the pane is not seen: the values are known then, too."""


class FactsPane(ScrollView, can_focus=True):
    """Shows facts; posts :class:`Rested` when the cursor comes to another value."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"facts--{look}" for look in ("group", "dim", "key", "letter", "value", "strange", "cursor")
    }
    DEFAULT_CSS = """
    FactsPane {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 0;
        background: $surface; color: $foreground;
        & > .facts--group { color: $secondary; text-style: bold; }
        & > .facts--dim { color: $foreground-muted; }
        & > .facts--key { text-style: bold; }
        & > .facts--letter { color: $accent; text-style: bold; }
        & > .facts--strange { text-style: bold underline; }
        & > .facts--cursor { background: $panel; }
        &:focus > .facts--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """

    @dataclass
    class Rested(Message):
        """The cursor is on another value."""

        at: Stop

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.styles_of = LayeredStyles(self)
        self._facts: Sequence[Fact] = ()
        self._lines: list[Line] = []
        self._stops: list[Stop] = []
        self.cursor = 0

    def show(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self._facts, self.cursor = facts, 0
        self._set()
        self.scroll_to(y=0, animate=False, force=True)

    @property
    def stop(self) -> Stop | None:
        """The value under the cursor."""
        return self._stops[self.cursor] if self.cursor < len(self._stops) else None

    def _set(self) -> None:
        self._lines, self._stops = set_facts(self._facts, self.size.width or _UNSEEN)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self._tell_position()
        self.refresh()

    def on_resize(self) -> None:
        """Set the table for the new width."""
        self._set()

    def move(self, rows: int) -> None:
        """Move the cursor by so many values."""
        if not self._stops:
            return
        self.cursor = max(0, min(self.cursor + rows, len(self._stops) - 1))
        self._reveal()
        self._tell_position()
        self.post_message(self.Rested(self._stops[self.cursor]))

    def page(self, pages: int) -> None:
        """Move the cursor by about a windowful of values."""
        self.move(pages * max(self.size.height // 2, 1))

    def half_page(self, halves: int) -> None:
        """Move the cursor by about half a windowful."""
        self.move(halves * max(self.size.height // 4, 1))

    def go_top(self) -> None:
        """Go to the first value."""
        self.move(-len(self._stops))

    def go_bottom(self) -> None:
        """Go to the last value."""
        self.move(len(self._stops))

    def go_to(self, row: int) -> None:
        """Go to a value by its number, counted from 0."""
        self.move(row - self.cursor)

    def go_percent(self, percent: float) -> None:
        """Go a part of the way."""
        self.go_to(round(len(self._stops) * percent / 100))

    def _tell_position(self) -> None:
        self.border_subtitle = Content(f"{self.cursor + 1}/{len(self._stops)}" if self._stops else "")

    def _reveal(self) -> None:
        own = [number for number, line in enumerate(self._lines) if line.stop == self.cursor]
        top, height = self.scroll_offset.y, self.size.height
        if own and not (top <= max(own[0] - _CONTEXT, 0) and own[-1] < top + height):
            self.scroll_to(y=max(own[0] - height // 3, 0), animate=False, force=True)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the value under the mouse."""
        number = event.get_content_offset_capture(self).y + self.scroll_offset.y
        stop = self._lines[number].stop if number < len(self._lines) else None
        if stop is not None:
            self.go_to(stop)

    def render_line(self, y: int) -> Strip:
        """Paint one line of the window."""
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(self.size.width, self.styles_of())
        line = self._lines[number]
        here = line.stop is not None and line.stop == self.cursor
        over = ("facts--cursor",) if here else ()
        sign = glyphs.current().cursor if here else " "
        segments = [Segment(sign, self.styles_of("facts--letter"))]
        segments += [Segment(text, self.styles_of(f"facts--{look}", *over)) for text, look in line.pieces]
        return strip_of(segments, self.size.width, self.styles_of())

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self.styles_of.clear()
