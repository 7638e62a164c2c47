"""What is in sight of the article that is open: where one is, and the words that a key means there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Article, Span
from briefreader.ui.controllers.page import Place

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk


class Sight:
    """Tells what is being read; ``opened`` returns the article that is open."""

    def __init__(self, desk: Desk, opened: Callable[[], Article | None]) -> None:
        self._desk, self._opened = desk, opened

    @property
    def place(self) -> Place:
        """The top of the pane, and the span stepped to."""
        return Place(self._desk.article.place, self._desk.article.current)

    def span(self) -> Span:
        """Return what is being read: what is selected, or the span stepped to, else where the pane begins."""
        view = self._desk.article
        return view.selected or view.current_in_sight or Span(view.place, view.place)

    def before_next(self, by: int) -> int:
        """Return the place from which to count so many steps; what begins the pane is itself a step on."""
        here = self.span()
        return here.start if here or by < 0 else here.start - 1

    def sentence(self) -> Span:
        """Return what is selected, else the sentence of what is being read."""
        from briefreader.text.units import Units

        view, here, article = self._desk.article, self.span(), self._opened()
        if view.selected or article is None:
            return here
        found = Units(view.text, article.paragraphs).at(here.start, "sentence")
        if found is None or not here:
            return found or here
        return Span(min(found.start, here.start), max(found.end, here.end))

    def passage(self) -> Span:
        """Return what is selected, else the paragraph of what is being read."""
        if selected := self._desk.article.selected:
            return selected
        place, article = self.span().start, self._opened()
        blocks = article.paragraphs if article else ()
        found = next((block for block in blocks if block.start <= place < block.end), None)
        following = next((block for block in blocks if block.start >= place), None)
        block = found or following
        return Span(block.start, block.end) if block else Span(0, len(article.text) if article else 0)
