"""The jump list: where one was before each jump, to go back and forward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.page import Place
from briefreader.ui.controllers.trail import QueryTrail, Trail

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening

KEPT = 100


@dataclass(frozen=True, slots=True)
class Jump:
    """An article's key, what of it was in sight, and the trail that was followed through it."""

    article: int
    place: Place
    trail: Trail | None


class Jumping:
    """Remembers the place left at each opening of another article."""

    def __init__(self, opening: Opening, listing: Listing) -> None:
        self._opening, self._listing = opening, listing
        self._back: list[Jump] = []
        self._forward: list[Jump] = []
        opening.before_leaving = self.remember

    def remember(self) -> None:
        """Keep the present place; what lay ahead is forgotten."""
        here = self._here()
        if here and (not self._back or self._back[-1] != here):
            self._back = [*self._back[-KEPT:], here]
            self._forward.clear()

    def _here(self) -> Jump | None:
        article = self._opening.article
        return Jump(article.key, self._opening.sight.place, self._opening.lit.trail) if article else None

    @action("jump.back", when=lambda self: self._back)
    def back(self, count: int | None) -> None:
        """Go back by so many jumps."""
        self._go(self._back, self._forward, count or 1)

    @action("jump.forward", when=lambda self: self._forward)
    def forward(self, count: int | None) -> None:
        """Go forward again."""
        self._go(self._forward, self._back, count or 1)

    def _go(self, source: list[Jump], other: list[Jump], count: int) -> None:
        here, target = self._here(), None
        for _ in range(min(count, len(source))):
            if here:
                other.append(here)
            here = target = source.pop()
        if target:
            if not isinstance(target.trail, QueryTrail) or target.trail.query == self._listing.scope.query:
                self._opening.lit.trail = target.trail
            self._opening.open(target.article, at=target.place, jump=False)
