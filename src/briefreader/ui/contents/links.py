"""Walking through the links of a comparison: on and back, by tier, to counterparts."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Comparison, Link, Span, Tier

TIERS: tuple[tuple[str, frozenset[Tier]], ...] = (
    ("all links", frozenset(["verbatim", "likely", "weak"])),
    ("sure links", frozenset(["verbatim", "likely"])),
    ("word for word", frozenset(["verbatim"])),
)


class Links:
    """The links between two articles in the order of the first one, and which of them one is at."""

    def __init__(self, found: Comparison) -> None:
        self._found = found
        self.all: Sequence[Link] = found.numbered
        self._tier = 0
        self.current: Link | None = None

    @property
    def tier(self) -> str:
        """What is stepped through, in words."""
        return TIERS[self._tier][0]

    @property
    def all_walked(self) -> bool:
        """Whether every link is stepped through."""
        return self._tier == 0

    @property
    def walked(self) -> Sequence[Link]:
        """The links that are stepped through."""
        return [link for link in self.all if link.tier in TIERS[self._tier][1]]

    def order(self, side: int) -> Sequence[Link]:
        """Return the links that are stepped through as they stand in the article on one side."""
        return sorted(self.walked, key=lambda link: (self.span(link, side).start, -link.score))

    def position(self, side: int) -> int:
        """Return which of those one is at, from 1; 0 where it is none of them."""
        order = self.order(side)
        return order.index(self.current) + 1 if self.current in order else 0

    def next_tier(self) -> str:
        """Step through another choice of links; return it in words."""
        self._tier = (self._tier + 1) % len(TIERS)
        return self.tier

    def step(self, by: int, *, side: int, place: int) -> Link | None:
        """Go on by so many links, round from the last to the first.

        Without a current link the step begins at ``place``, a code point of the article on ``side``.
        """
        order = self.order(side)
        if not order:
            return None
        if self.current in order:
            at = order.index(self.current) + by
        else:
            before = sum(1 for link in order if self.span(link, side).start < place)
            at = before + (by - 1 if by > 0 else by)
        self.current = order[at % len(order)]
        return self.current

    def span(self, link: Link, side: int) -> Span:
        """Return where a link stands in the article on one side, 0 or 1."""
        units = [self._found.units[side][unit] for unit in (link.a, link.b)[side]]
        return Span(units[0].start, units[-1].end)

    def number(self, link: Link) -> int:
        """Return the number that a link bears on the screen, from 1."""
        return self.all.index(link) + 1

    def joining(self, side: int, place: Span, other: Span | None) -> Link | None:
        """Return the best link at a place that leads to the other one, else the best link there."""
        here = [link for link in self.all if self.span(link, side).overlaps(place)]
        both = [link for link in here if other and self.span(link, 1 - side).overlaps(other)]
        return max(both or here, key=lambda link: link.score, default=None)

    def sentence(self, side: int, place: Span | None) -> Span | None:
        """Return the sentence of a place or all that it touches, the place itself outside all sentences."""
        if place is None:
            return None
        units = [unit for unit in self._found.units[side] if unit.overlaps(place)]
        return Span(units[0].start, units[-1].end) if units else place

    def another(self, side: int) -> Link | None:
        """Go to the next link of the same passage of one side; None where it has but one."""
        if self.current is None:
            return None
        units = (self.current.a, self.current.b)[side]
        same = [link for link in self.all if set(units) & set((link.a, link.b)[side])]
        if len(same) < 2:
            return None
        self.current = same[(same.index(self.current) + 1) % len(same)]
        return self.current

    def unmatched(self, side: int) -> int:
        """Return for how many sentences of a side no match was found."""
        matched = {unit for link in self.all for unit in (link.a, link.b)[side]}
        return len(self._found.units[side]) - len(matched)
