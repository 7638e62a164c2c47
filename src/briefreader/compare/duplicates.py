"""Near-duplicates: articles that are nearly the same text, found as they arrive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from briefreader.compare.postings import Postings
from briefreader.compare.sketches import Overlap, Sketch, overlap

_LOOKED_UP = 48
_LEAST_SHARED = 2
_RESEMBLANCE = 0.115
_CONTAINMENT = 0.26
# What a form letter leaves equal in a hundred articles makes them no copies of each other: a group of
# more than a few grows only by what is mostly the same.
_FEW = 12
_MOSTLY = 0.5
# Words that stand in more articles than this are a form, and an article of nothing else is of one group
# with all that use it. Both numbers bound the work for each article.
_MOST_PLACES = 48
_MOST_LOOKED_AT = 12


class DuplicateIndex:
    """Groups of near-duplicates among articles by number; each member is alike to at least one other."""

    def __init__(self, sketch_of: Callable[[int], Sketch]) -> None:
        """``sketch_of`` gives the sketch of an article that was added before."""
        self._sketch_of = sketch_of
        self._places = Postings(_MOST_PLACES)
        self._parent: dict[int, int] = {}
        self._likeness: dict[int, float] = {}
        self._sizes: dict[int, int] = {}

    def add(self, number: int, sample: Sketch) -> None:
        """Compare an article with those before it that share some of its least hashes.

        Of a group that it is found to belong to already, no other member is looked at.
        """
        looked_up = sample[:_LOOKED_UP]
        least = min(_LEAST_SHARED, len(looked_up))
        looked_at = 0
        for other, count in self._places.sharing(looked_up):
            if count < least or looked_at >= _MOST_LOOKED_AT:
                break
            if self._root(other) != self._root(number):
                looked_at += 1
                self._join(number, other, likeness(sample, self._sketch_of(other)))
        self._places.add(looked_up, number)

    def _join(self, a: int, b: int, value: float) -> None:
        root_a, root_b = sorted((self._root(a), self._root(b)))
        size = self._sizes.get(root_a, 1) + self._sizes.get(root_b, 1)
        if value and (size <= _FEW or value >= _MOSTLY):
            self._parent[root_a] = self._parent[root_b] = root_a
            self._sizes[root_a] = size
            known = (self._likeness.get(root, 1.0) for root in (root_a, root_b))
            self._likeness[root_a] = min(value, *known)

    def _root(self, number: int) -> int:
        parent = self._parent
        while (above := parent.get(number, number)) != number:
            parent[number] = number = parent.get(above, above)
        return number

    def groups(self) -> list[tuple[list[int], float]]:
        """Return each group of two or more, with the least likeness that holds it together."""
        members: dict[int, list[int]] = defaultdict(list)
        for number in self._parent:
            members[self._root(number)].append(number)
        return [(sorted(found), self._likeness[root]) for root, found in members.items()]


def likeness(a: Sketch, b: Sketch) -> float:
    """Return how much of the shorter text stands in the longer one, 0 if they are no near-duplicates."""
    return likeness_of(overlap(a, b))


def likeness_of(found: Overlap) -> float:
    """Return how much of the shorter text stands in the longer one, 0 where it is too little.

    A text that was shortened still counts, as what is left of it stands in the other.
    """
    enough = found.resemblance >= _RESEMBLANCE or found.containment >= _CONTAINMENT
    return found.containment if enough else 0.0
