"""Near-duplicates: articles that are nearly the same text, found as they arrive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from briefreader.compare.sketches import Sketch, containment, resemblance

_LOOKED_UP = 32
_LEAST_SHARED = 2
_RESEMBLANCE = 0.12
_CONTAINMENT = 0.255
_MOST_PLACES = 200


class DuplicateIndex:
    """Groups of near-duplicates among articles by number; each member is alike to at least one other."""

    def __init__(self, sketch_of: Callable[[int], Sketch]) -> None:
        """``sketch_of`` gives the sketch of an article that was added before."""
        self._sketch_of = sketch_of
        self._places: dict[int, list[int]] = defaultdict(list)
        self._parent: dict[int, int] = {}
        self._likeness: dict[int, float] = {}

    def add(self, number: int, sample: Sketch) -> None:
        """Compare an article with those before it that share some of its least hashes."""
        looked_up = sample[:_LOOKED_UP]
        shared = Counter(other for value in looked_up for other in self._places.get(value, ()))
        for other, count in shared.items():
            if count >= _LEAST_SHARED:
                value = likeness(sample, self._sketch_of(other))
                if value:
                    self._join(number, other, value)
        for value in looked_up:
            if len(self._places[value]) < _MOST_PLACES:
                self._places[value].append(number)

    def _join(self, a: int, b: int, value: float) -> None:
        root_a, root_b = self._root(a), self._root(b)
        known = [self._likeness[root] for root in (root_a, root_b) if root in self._likeness]
        self._parent[max(root_a, root_b)] = min(root_a, root_b)
        self._likeness[min(root_a, root_b)] = min([value, *known])

    def _root(self, number: int) -> int:
        while number in self._parent and self._parent[number] != number:
            number = self._parent[number]
        self._parent.setdefault(number, number)
        return number

    def groups(self) -> list[tuple[list[int], float]]:
        """Return each group of two or more, with the least likeness that holds it together."""
        members: dict[int, list[int]] = defaultdict(list)
        for number in self._parent:
            members[self._root(number)].append(number)
        return [(sorted(found), self._likeness[root]) for root, found in members.items() if len(found) > 1]


def likeness(a: Sketch, b: Sketch) -> float:
    """Return how nearly two texts are the same, from 0 to 1; 0 if they are no near-duplicates.

    A text that was shortened still counts: what is left of it stands in the other.
    """
    both = resemblance(a, b)
    if both >= _RESEMBLANCE:
        return both
    part = containment(a, b)
    return part if part >= _CONTAINMENT else 0.0
