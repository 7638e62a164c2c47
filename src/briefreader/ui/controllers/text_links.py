"""What can be opened within a text: the web addresses written in it, one by one, and each fold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Article, Span
from briefreader.text.addresses import addresses, as_url
from briefreader.ui.commands import action
from briefreader.ui.contents.neighbours import neighbour, none_beyond

if TYPE_CHECKING:
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class TextLinks:
    """Steps from address to address; ``visit`` takes the one to be opened in the browser."""

    def __init__(self, desk: Desk, opening: Opening, visit: Callable[[str], None]) -> None:
        self._desk, self._opening, self._visit = desk, opening, visit
        self.links: list[Span] = []
        opening.listen(self._mark)

    def _mark(self, article: Article) -> None:
        self.links = addresses(article.text)
        self._desk.article.set_layer("link", self.links)

    @action("article.next-link", when=lambda self: self.links)
    def next_link(self, count: int | None) -> None:
        """To the next address."""
        self._step(count or 1)

    @action("article.previous-link", when=lambda self: self.links)
    def previous_link(self, count: int | None) -> None:
        """To the address before."""
        self._step(-(count or 1))

    def _step(self, by: int) -> None:
        target, reached = neighbour(self.links, self._opening.sight.before_next(by), by)
        if target:
            self._desk.article.go_to_span(target)
        if not reached:
            self._desk.say(none_beyond(by, "link"))

    @property
    def _link(self) -> Span | None:
        current = self._desk.article.current_in_sight
        return current if current in self.links else None

    @action("article.follow", when=lambda self: self._link or self._desk.article.folds_in_sight)
    def follow(self, count: int | None) -> None:
        """Open the address stepped to; else open the fold in sight, or close it."""
        view = self._desk.article
        folds = view.folds_in_sight
        if count is None and self._link:
            self._visit(as_url(self._link.cut(view.text)))
        elif folds:
            view.toggle_fold(folds[min(count or 1, len(folds)) - 1])
