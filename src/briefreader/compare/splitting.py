"""Telling apart the stories of one broad group by what its articles do not have in common.

Two earthquakes on one island share most of their words. Inside a group, a word counts by how few of the
group's own articles use it, and the group is halved as long as the halves, so seen, have little in common
(bisecting k-means: Steinbach, Karypis and Kumar 2000).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefreader.compare.digests import Vector, unit

MOST_IN_COMMON = 0.07  # likeness between a member of one half and one of the other, seen locally
_CLEAR = 0.03  # below this no other start is tried
_LEAST_STORY = 3
_STARTS = 4
_ROUNDS = 8
_LARGEST = 800  # in a group beyond this, a rubric rather than a story, halving begins from one start

Local = Sequence[tuple[int, float]]
"""A member's weights, each with the number that its term has in the group."""


@dataclass(frozen=True, slots=True)
class _Group:
    vectors: Mapping[int, Local]
    terms: int

    def centre(self, members: Iterable[int]) -> list[float]:
        """Add up the members' vectors."""
        total = [0.0] * self.terms
        for member in members:
            for term, weight in self.vectors[member]:
                total[term] += weight
        return total

    def along(self, member: int, direction: Sequence[float]) -> float:
        """Return how far a member's vector goes in a direction."""
        return sum([weight * direction[term] for term, weight in self.vectors[member]])


@dataclass(frozen=True, slots=True)
class _Halves:
    in_common: float
    a: list[int]
    b: list[int]


def split(members: Sequence[int], vectors: Mapping[int, Vector]) -> list[list[int]]:
    """Return the stories of one group, each a list of member numbers in the order given."""
    if len(members) < 2 * _LEAST_STORY:
        return [list(members)]
    halves = _best_halves(members, _seen_locally(members, vectors))
    if halves is None or halves.in_common >= MOST_IN_COMMON:
        return [list(members)]
    return [story for half in (halves.a, halves.b) for story in split(half, vectors)]


def _seen_locally(members: Sequence[int], vectors: Mapping[int, Vector]) -> _Group:
    """Weigh each term anew by how few of the members have it; a term of one alone tells nothing here."""
    frequency = Counter(term for member in members for term in vectors[member])
    size = math.log(len(members))
    numbers = {term: number for number, term in enumerate(term for term, n in frequency.items() if n > 1)}
    rare = {term: math.log(len(members) / frequency[term]) / size for term in numbers}
    local: dict[int, Local] = {}
    for member in members:
        weights = unit(
            {term: weight * rare[term] for term, weight in vectors[member].items() if term in rare}
        )
        local[member] = [(numbers[term], weight) for term, weight in weights.items()]
    return _Group(local, len(numbers))


def _best_halves(members: Sequence[int], group: _Group) -> _Halves | None:
    whole = group.centre(members)
    ranked = sorted(members, key=lambda member: (group.along(member, whole), member))
    starts = 1 if len(members) > _LARGEST else _STARTS
    best: _Halves | None = None
    for n in range(starts):
        halves = _halve(members, group, ranked[n * len(members) // starts])
        if halves and (best is None or halves.in_common < best.in_common):
            best = halves
        if best and best.in_common < _CLEAR:
            break
    return best


def _halve(members: Sequence[int], group: _Group, start: int) -> _Halves | None:
    """Run 2-means from one member and the member least like it; None if a half is too small for a story."""
    centre_a = group.centre([start])
    opposite = min(members, key=lambda member: (group.along(member, centre_a), member))
    centre_b = group.centre([opposite])
    a: list[int] = []
    b: list[int] = []
    for _ in range(_ROUNDS):
        before = a
        a, b = _nearer(members, group, _of_length_1(centre_a), _of_length_1(centre_b))
        if a == before or not a or not b:
            break
        centre_a, centre_b = group.centre(a), group.centre(b)
    if min(len(a), len(b)) < _LEAST_STORY:
        return None
    in_common = sum([x * y for x, y in zip(centre_a, centre_b, strict=True)]) / (len(a) * len(b))
    return _Halves(in_common, a, b)


def _nearer(
    members: Iterable[int], group: _Group, centre_a: Sequence[float], centre_b: Sequence[float]
) -> tuple[list[int], list[int]]:
    towards_a = [x - y for x, y in zip(centre_a, centre_b, strict=True)]
    a: list[int] = []
    b: list[int] = []
    for member in members:
        (a if group.along(member, towards_a) >= 0 else b).append(member)
    return a, b


def _of_length_1(centre: Sequence[float]) -> list[float]:
    length = math.sqrt(sum([x * x for x in centre])) or 1.0
    return [x / length for x in centre]
