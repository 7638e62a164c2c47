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

MOST_IN_COMMON = 0.07  # likeness between a member of one half and one of the other, seen locally
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
    towards_a = dict(unit(centre_a))
    for term, weight in unit(centre_b).items():
        towards_a[term] = towards_a.get(term, 0.0) - weight
    a: list[int] = []
    b: list[int] = []
    for member in members:
        (a if dot(vectors[member], towards_a) >= 0 else b).append(member)
    return a, b


def _judge(a: list[int], b: list[int], vectors: Vectors) -> _Halves:
    return _Halves(dot(_sum(a, vectors), _sum(b, vectors)) / (len(a) * len(b)), a, b)


def _sum(members: Iterable[int], vectors: Vectors) -> Vector:
    centre: dict[int, float] = defaultdict(float)
    for member in members:
        for term, weight in vectors[member].items():
            centre[term] += weight
    return centre
