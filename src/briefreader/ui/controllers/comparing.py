"""Choosing what to compare: mark one article, choose another, and the compare screen opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import ArticleInfo
from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

Open = Callable[[tuple[int, ...]], None]


class Comparing:
    """Keeps the article that is marked; ``open_screen`` takes the keys of those to compare."""

    def __init__(self, desk: Desk, opening: Opening, open_screen: Open) -> None:
        self._desk, self._opening, self._open = desk, opening, open_screen
        self.marked: ArticleInfo | None = None

    @property
    def here(self) -> ArticleInfo | None:
        """The article that a key means."""
        return self._desk.here

    @action("compare.mark", when=lambda self: self.here)
    def mark(self) -> None:
        """Mark this article, or compare it with the marked one; on that itself, take the mark away."""
        here, marked = self.here, self.marked
        if here is None:
            return
        if marked is None:
            self._mark(here)
            self._desk.say("Marked for comparing: now choose another article and press the key again")
        elif marked.id == here.id:
            self._mark(None)
            self._desk.say("No longer marked for comparing")
        else:
            self.compare(marked.key, here.key)

    def compare(self, one: int, other: int) -> None:
        """Set two articles side by side."""
        self._mark(None)
        self._open((one, other))

    def _mark(self, article: ArticleInfo | None) -> None:
        self.marked = article
        self._desk.list.marked = article.id if article else None
