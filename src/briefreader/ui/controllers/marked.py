"""The marks of the rows in sight, asked for a screenful at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.model import ArticleInfo, Marks
    from briefreader.ui.desk import Desk


class Marked:
    """Knows the marks of articles that were painted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, Marks] = {}

    def of(self, article: ArticleInfo) -> Marks:
        """Return an article's marks for its row."""
        if article.id not in self._known:
            self._known |= self._desk.library.marks.of_all({article.id, *self._in_sight()})
        return self._known[article.id]

    def _in_sight(self) -> list[str]:
        rows = self._desk.list
        place = rows.plan.at(rows.scroll_offset.y)
        first = place.row or 0 if place else 0
        return [article.id for article in rows.listing[first : first + rows.size.height]]

    def forget(self) -> None:
        """Ask for all marks anew."""
        self._known.clear()
        self._desk.list.refresh_marks()
