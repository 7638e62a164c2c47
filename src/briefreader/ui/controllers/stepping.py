"""Stepping along a trail, within an article and on into others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.model import Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.trail import QueryTrail

if TYPE_CHECKING:
    from briefreader.ui.controllers.crossing import Crossing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Stepping:
    """Goes to the next or previous span of the trail in force."""

    def __init__(self, desk: Desk, opening: Opening, crossing: Crossing) -> None:
        self._desk, self._opening, self._crossing = desk, opening, crossing

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
        lit = self._opening.lit
        target = self._target(lit.spans, by)
        if 0 <= target < len(lit.spans):
            self._desk.article.go_to_span(lit.spans[target])
        elif lit.trail:
            rest = target if by < 0 else target - len(lit.spans) + 1
            edge = lit.spans[0 if by < 0 else -1] if lit.spans and abs(rest) < abs(by) else None
            self._crossing.go(lit.trail, rest, at_edge=edge, bare=isinstance(lit.trail, QueryTrail))

    def _target(self, spans: Sequence[Span], by: int) -> int:
        """Return the number of the span so many steps on; it lies outside where there are not so many."""
        current = self._desk.article.current_in_sight
        if current in spans:
            return spans.index(current) + by
        place = current.start if current else self._desk.article.place
        following = bisect_left(spans, place, key=lambda span: span.start)
        return following + by - (by > 0)
