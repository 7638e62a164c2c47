"""Three accounts and more: which claim stands in which article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from briefreader.model import Comparison, Link, Tier

End = tuple[int, int]  # article, unit
_TELLING: frozenset[Tier] = frozenset(["verbatim", "likely"])


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim: for each article the units that make it, none where no match was found."""

    units: tuple[tuple[int, ...], ...]

    @property
    def articles(self) -> int:
        """In how many of the articles a match was found."""
        return sum(1 for found in self.units if found)


def claim_rows(comparison: Comparison) -> tuple[ClaimRow, ...]:
    """Return the claims of all articles, those found in most articles first, then in the order of the text.

    A claim is a set of sentences that verbatim or likely links hold together; weak links join nothing, as a
    chain of them soon leads from one subject to another.
    """
    root: dict[End, End] = {}
    for link in comparison.links:
        if link.tier in _TELLING:
            first, *others = sorted(_ends(link))
            for other in others:
                low, high = sorted((_root(root, first), _root(root, other)))
                root[high] = low
    rows: dict[End, list[list[int]]] = defaultdict(lambda: [[] for _ in comparison.articles])
    for article, units in enumerate(comparison.units):
        for unit in units:
            rows[_root(root, (article, unit.id))][article].append(unit.id)
    found = [ClaimRow(tuple(map(tuple, claim))) for claim in rows.values()]
    return tuple(sorted(found, key=lambda claim: -claim.articles))


def _ends(link: Link) -> list[End]:
    return [(link.pair[0], unit) for unit in link.a] + [(link.pair[1], unit) for unit in link.b]


def _root(root: dict[End, End], end: End) -> End:
    while root.get(end, end) != end:
        end = root[end]
    return end
