"""A list of occurrences, the words found in one column, what stands before and after on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events

from briefreader.model import ArticleInfo, Occurrence
from briefreader.text.sanitize import sanitize_line
from briefreader.text.width import cell_width, fit, pad
from briefreader.ui.contents.kwic import head, tail
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.framed import underline
from briefreader.ui.widgets.virtual_list import VirtualList

_DATE, _SOURCE = 10, 12
_WIDE = 100


class KwicList(VirtualList):
    """Paints key words in context (Luhn 1960); where there is room, date and source stand before them.

    Where there is none, the lower edge of the frame names the article of the line under the cursor.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"kwic--match"}
    DEFAULT_CSS = """
    KwicList > .kwic--match { color: $accent; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Occurrence] = ()

    def show(self, lines: Sequence[Occurrence]) -> None:
        """Show other lines; the cursor stays on its line if that is still there."""
        before = self.occurrence
        self.lines = lines
        here = lines.index(before) if before in lines else 0
        self.set_rows(len(lines), cursor=here)
        self._name_article()

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint the cursor where it is now, and name its article."""
        super().watch_cursor(before, now)
        self._name_article()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 (Textual calls the list's own, too)
        """Name the article where the lines have no room for it."""
        self._name_article()

    def _name_article(self) -> None:
        line = self.occurrence
        underline(self, _named(line.article) if line and self.size.width < _WIDE else "")

    @property
    def occurrence(self) -> Occurrence | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    def paint(self, row: int, _part: int, width: int) -> list[Segment]:
        """Paint date, source, left context, match and right context, cut to the width."""
        line, here = self.lines[row], row == self.cursor
        cursor = ("list--cursor",) if here else ()
        lead = _lead(line) if width >= _WIDE else ""
        room = max(width - 1 - cell_width(lead), 0)
        before, found, after = map(sanitize_line, (line.left, line.text, line.right))
        match = fit(found, max(room // 2, 1))
        left = max((room - cell_width(match)) * 9 // 20 - 1, 0)
        right = max(room - cell_width(match) - left - 2, 0)
        return [
            Segment(glyphs.current().cursor if here else " ", self.style_of(*cursor, "list--cursor-bar")),
            Segment(lead, self.style_of(*(cursor or ("list--dim",)))),
            Segment(tail(before.rstrip(), left) + " ", self.style_of(*cursor)),
            Segment(match, self.style_of(*cursor, *(() if here else ("kwic--match",)))),
            Segment(_gap(after) + head(after.lstrip(), right), self.style_of(*cursor)),
        ]


def _gap(right: str) -> str:
    """Return the blank after the match, none before a comma or a possessive."""
    return " " if not right or right[0].isspace() else ""


def _named(article: ArticleInfo) -> str:
    parts = ((article.published or "")[:10], article.source, article.title or article.path)
    return glyphs.current().dot.join(sanitize_line(part) for part in parts if part)


def _lead(line: Occurrence) -> str:
    """Return date and source; whatever is not known leaves its place to the title, or else to the file."""
    article = line.article
    named = sanitize_line(article.source or article.title or article.path)
    if not article.published:
        return f"{pad(named, _DATE + 1 + _SOURCE)} "
    return f"{pad(sanitize_line(article.published[:10]), _DATE)} {pad(named, _SOURCE)} "
