"""A pane of set text: scrolling without animation, and the same words on top whatever the width."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from briefreader.model import Span
from briefreader.ui.widgets.article_layout import Layout
from briefreader.ui.widgets.layered_styles import LayeredStyles

_CONTEXT = 3
"""Rows kept in sight above and below a span that is jumped to."""


class TextPane(ScrollView, can_focus=True):
    """Moves over the rows of a :class:`Layout`, which the subclass makes in :meth:`set_text`."""

    DEFAULT_CSS = """
    TextPane {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 0;
        background: $surface; color: $foreground;
    }
    """

    class Scrolled(Message):
        """Another part of the text is in sight; ``place`` is the code point at the top."""

        def __init__(self, pane: TextPane, place: int) -> None:
            super().__init__()
            self.pane, self.place = pane, place

        def can_replace(self, message: Message) -> bool:
            """Only the place that one came to matters."""
            return isinstance(message, TextPane.Scrolled) and message.pane is self.pane

        @property
        def control(self) -> TextPane:
            """The pane."""
            return self.pane

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.styles_of = LayeredStyles(self)
        self._layout = Layout((), (), (), 0, 0)
        self._anchor = 0

    def set_text(self, width: int) -> Layout:
        """Set the text for a width."""
        raise NotImplementedError

    @property
    def place(self) -> int:
        """The code point at the top of the window; it stays so in another width."""
        return self._anchor

    @property
    def percent(self) -> int:
        """How far down the text the window's last row is, from 0 to 100."""
        lines = len(self._layout.rows)
        return min(100 * (self.scroll_offset.y + self.size.height) // lines, 100) if lines else 100

    @property
    def window(self) -> range:
        """The numbers of the rows in sight."""
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, len(self._layout.rows)))

    def visible_range(self) -> Span:
        """Return the part of the text that is in sight."""
        rows = [self._layout.rows[number] for number in self.window]
        return Span(rows[0].start, max(row.end for row in rows)) if rows else Span(0, 0)

    def move(self, rows: int) -> None:
        """Scroll by rows, up if negative."""
        self._to_row(self.scroll_offset.y + rows)

    def page(self, pages: int) -> None:
        """Scroll by windows; two rows of the one before stay in sight."""
        self.move(pages * max(self.size.height - 2, 1))

    def half_page(self, halves: int) -> None:
        """Scroll by half windows."""
        self.move(halves * max(self.size.height // 2, 1))

    def go_top(self) -> None:
        """Go to the first row."""
        self._to_row(0)

    def go_bottom(self) -> None:
        """Go to the last row."""
        self._to_row(len(self._layout.rows))

    def go_to(self, row: int) -> None:
        """Bring a row to the top, counted from 0."""
        self._to_row(row)

    def go_percent(self, percent: float) -> None:
        """Go a part of the way down the text."""
        self._to_row(round(len(self._layout.rows) * percent / 100) - self.size.height)

    def go_to_place(self, place: int) -> None:
        """Bring the row of a code point to the top; at 0, all that stands above the text."""
        self._anchor = place
        self._to_row(self._layout.row_of(place) if place else 0, keep_anchor=True)

    def reveal(self, span: Span) -> None:
        """Bring a span into sight, a third down the window, if it is not in sight already."""
        rows = self._layout.rows_of(span.start, span.end)
        top, height = self.scroll_offset.y, self.size.height
        margin = min(_CONTEXT, max((height - len(rows)) // 2, 0))
        if not height:
            self._anchor = span.start
        elif (rows.start < top + margin and top > 0) or rows.stop > top + height - margin:
            self._to_row(rows.start - height // 3)

    def _to_row(self, row: int, *, keep_anchor: bool = False) -> None:
        before = self.scroll_offset.y
        self.scroll_to(y=max(row, 0), animate=False, force=True)
        top = self.scroll_offset.y
        if not keep_anchor and top < len(self._layout.rows):
            self._anchor = self._layout.rows[top].start if top else 0
        if top != before:
            self.post_message(self.Scrolled(self, self._anchor))

    def set_anew(self) -> None:
        """Set the text again and keep the same code point at the top."""
        if not self.size.width:
            return
        self._layout = self.set_text(self.size.width)
        self.virtual_size = Size(self.size.width, len(self._layout.rows))
        self._to_row(self._layout.row_of(self._anchor) if self._anchor else 0, keep_anchor=True)
        self.refresh()

    def on_resize(self) -> None:
        """Set the text for the new width; in a window of another height other rows are in sight."""
        self.set_anew()
        self.post_message(self.Scrolled(self, self._anchor))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel, keeping the place."""
        event.stop()
        event.prevent_default()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel, keeping the place."""
        event.stop()
        event.prevent_default()
        self.move(-3)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self.styles_of.clear()
