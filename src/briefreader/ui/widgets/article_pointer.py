"""The mouse on the text of an article: a click tells its place, a drag selects, on a fold it opens that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from briefreader.model import Span
from briefreader.text.width import clusters
from briefreader.ui.widgets.article_layout import Layout, Row
from briefreader.ui.widgets.article_paint import visible_end

if TYPE_CHECKING:
    from briefreader.ui.widgets.article_view import ArticleView


class Pointer:
    """Follows the mouse over one pane."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._began: int | None = None
        self._dragged = False

    def press(self, event: events.MouseDown, layout: Layout) -> None:
        """Begin a selection, perhaps."""
        self._dragged = False
        self._began = self._place(event, layout) if event.button == 1 else None
        if self._began is not None:
            self._view.capture_mouse()

    def drag(self, event: events.MouseMove, layout: Layout) -> None:
        """Select from where the button was pressed to where the mouse is."""
        place = self._place(event, layout)
        if self._began is None or place is None or (place == self._began and not self._dragged):
            return
        self._dragged = True
        first, last = sorted((self._began, place))
        self._view.select(Span(first, last + 1), "end" if place >= self._began else "start")

    def release(self) -> None:
        """Let the mouse go; what is selected stays."""
        self._began = None
        self._view.release_mouse()

    def click(self, event: events.Click, layout: Layout) -> None:
        """Open or close the fold under the mouse, drop a selection, or tell where in the text it is."""
        row = self._row(event, layout)
        if self._dragged or row is None:
            return
        place = self._place(event, layout)
        if row.kind == "fold" and row.fold is not None:
            self._view.toggle_fold(row.fold)
        elif self._view.selected:
            self._view.select(None)
        elif place is not None:
            self._view.post_message(self._view.Pressed(self._view, place))

    def _row(self, event: events.MouseEvent, layout: Layout) -> Row | None:
        number = event.get_content_offset_capture(self._view).y + self._view.scroll_offset.y
        return layout.rows[number] if 0 <= number < len(layout.rows) else None

    def _place(self, event: events.MouseEvent, layout: Layout) -> int | None:
        """Return the code point under the mouse, None on a fold, a label or an empty row."""
        row = self._row(event, layout)
        if row is None or row.kind == "fold" or row.label is not None or row.start >= row.end:
            return None
        cell = event.get_content_offset_capture(self._view).x - layout.left - row.indent
        end = visible_end(self._view.text, row)
        for first, _, width in clusters(self._view.text, row.start, end):
            if cell < width:
                return first
            cell -= width
        return max(end - 1, row.start)
