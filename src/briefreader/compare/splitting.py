"""Telling apart the stories of one broad group by what its articles do not have in common.

Two earthquakes on one island share most of their words. Inside a group, a word counts by how few of the
group's own articles use it, and the group is halved as long as the halves, so seen, have little in common
(bisecting k-means: Steinbach, Karypis and Kumar 2000).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefreader.compare.digests import Vector, dot, unit

MOST_IN_COMMON = 0.29  # likeness between two halves, by the likeness within the looser one
_LEAST_STORY = 3
_STARTS = 4
_ROUNDS = 8
_LARGEST = 800  # a group beyond this is halved once with one start: it is a rubric rather than a story

Vectors = Mapping[int, Vector]


@dataclass(frozen=True, slots=True)
class _Halves:
    in_common: float
    a: list[int]
    b: list[int]


def split(members: Sequence[int], vectors: Vectors) -> list[list[int]]:
    """Return the stories of one group, each a list of member numbers in the order given."""
    if len(members) < 2 * _LEAST_STORY:
        return [list(members)]
    halves = _best_halves(members, local(members, vectors))
    if halves is None or halves.in_common >= MOST_IN_COMMON:
        return [list(members)]
    return [story for half in (halves.a, halves.b) for story in split(half, vectors)]


def local(members: Sequence[int], vectors: Vectors) -> dict[int, Vector]:
    """Weigh each term anew by how few of the members have it; a term of one alone tells nothing here."""
    frequency = Counter(term for member in members for term in vectors[member])
    size = math.log(len(members))
    rare = {term: math.log(len(members) / count) / size for term, count in frequency.items() if count > 1}
    return {
        member: unit({term: weight * rare[term] for term, weight in vectors[member].items() if term in rare})
        for member in members
    }


def _best_halves(members: Sequence[int], vectors: Vectors) -> _Halves | None:
    whole = _sum(members, vectors)
    ranked = sorted(members, key=lambda member: (dot(vectors[member], whole), member))
    starts = 1 if len(members) > _LARGEST else _STARTS
    tries = [_halve(members, vectors, ranked[n * len(members) // starts]) for n in range(starts)]
    good = [halves for halves in tries if halves and min(len(halves.a), len(halves.b)) >= _LEAST_STORY]
    return min(good, key=lambda halves: halves.in_common, default=None)


def _halve(members: Sequence[int], vectors: Vectors, start: int) -> _Halves | None:
    """Run 2-means from one member and the member least like it."""
    opposite = min(members, key=lambda member: (dot(vectors[member], vectors[start]), member))
    centre_a, centre_b = vectors[start], vectors[opposite]
    a: list[int] = []
    b: list[int] = []
    for _ in range(_ROUNDS):
        before = a
        a, b = _nearer(members, vectors, centre_a, centre_b)
        if not a or not b:
            return None
        if a == before:
            break
        centre_a, centre_b = _sum(a, vectors), _sum(b, vectors)
    return _judge(a, b, vectors)


def _nearer(
    members: Iterable[int], vectors: Vectors, centre_a: Vector, centre_b: Vector
) -> tuple[list[int], list[int]]:
    unit_a, unit_b = unit(centre_a), unit(centre_b)
    a: list[int] = []
    b: list[int] = []
    for member in members:
        near_a = dot(vectors[member], unit_a) >= dot(vectors[member], unit_b)
        (a if near_a else b).append(member)
    return a, b


def _judge(a: list[int], b: list[int], vectors: Vectors) -> _Halves | None:
    sum_a, sum_b = _sum(a, vectors), _sum(b, vectors)
    within = min(_cohesion(a, sum_a, vectors), _cohesion(b, sum_b, vectors))
    if within <= 0:
        return None
    return _Halves(dot(sum_a, sum_b) / (len(a) * len(b)) / within, a, b)


def _sum(members: Iterable[int], vectors: Vectors) -> Vector:
    centre: dict[int, float] = defaultdict(float)
    for member in members:
        for term, weight in vectors[member].items():
            centre[term] += weight
    return centre


def _cohesion(members: Sequence[int], centre: Vector, vectors: Vectors) -> float:
    """Return the average likeness of two members, of length 1 each or 0."""
    count = len(members)
    if count < 2:
        return 0.0
    own = sum(dot(vectors[member], vectors[member]) for member in members)
    return (dot(centre, centre) - own) / (count * (count - 1))
