"""Stepping along a trail, within an article and across articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.model import Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.trail import Trail

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Stepping:
    """Goes to the next or previous span of the trail in force."""

    def __init__(self, desk: Desk, opening: Opening, listing: Listing) -> None:
        self._desk, self._opening, self._listing = desk, opening, listing

    @property
    def has_trail(self) -> bool:
        """Whether there is anything to step through."""
        return self._opening.lit.trail is not None

    @action("match.next", when=lambda self: self.has_trail)
    def next(self, count: int | None) -> None:
        """Go forward by so many spans."""
        self._opening.lit.once_lit(lambda: self._step(count or 1))

    @action("match.previous", when=lambda self: self.has_trail)
    def previous(self, count: int | None) -> None:
        """Go back by so many spans."""
        self._opening.lit.once_lit(lambda: self._step(-(count or 1)))

    def _step(self, by: int) -> None:
        spans = self._opening.lit.spans
        target = self._target(spans, by) if spans else -1
        if 0 <= target < len(spans):
            self._desk.article.go_to_span(spans[target])
        else:
            self._cross(1 if by > 0 else -1)

    def _target(self, spans: Sequence[Span], by: int) -> int:
        current = self._desk.article.current_in_sight
        if current in spans:
            return spans.index(current) + by
        place = current.start if current else self._desk.article.place
        following = bisect_left(spans, place, key=lambda span: span.start)
        return following + by - (by > 0)

    def _cross(self, direction: int) -> None:
        trail, found = self._opening.lit.trail, self._listing.found
        if trail is None or found is None:
            return
        key = self._opening.article.key if self._opening.article else 0
        listed = found.listing.keys
        self._desk.jobs.ask(
            "crossing",
            lambda _cancelled: _beside(trail.keys(self._desk.library, listed), listed, key, direction),
            lambda found_key: self._arrive(found_key, trail, direction),
        )

    def _arrive(self, key: int | None, trail: Trail, direction: int) -> None:
        if key is None:
            self._desk.say(f"No {'further' if direction > 0 else 'earlier'} {trail.label}")
            return
        self._listing.select(key)
        self._opening.open(key, at="first" if direction > 0 else "last", focus=True)


def _beside(keys: Sequence[int], listed: Sequence[int], here: int, direction: int) -> int | None:
    """Return the article of ``keys`` next to ``here`` in the order of ``listed``."""
    on_trail = set(keys)
    order = [key for key in listed if key in on_trail or key == here]
    if here not in order:
        return order[0 if direction > 0 else -1] if order else None
    place = order.index(here) + direction
    return order[place] if 0 <= place < len(order) else None
