"""Telling apart the stories of one broad group by what its articles do not have in common.

Two earthquakes on one island share most of their words. Inside a group, a word counts by how few of the
group's own articles use it, and the group is halved as long as the halves, so seen, have little in common
(bisecting k-means: Steinbach, Karypis and Kumar 2000).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefreader.compare.digests import Vector, of_length_1

MOST_IN_COMMON = 0.07  # likeness between a member of one half and one of the other, seen locally
_CLEAR = 0.03  # below this no other start is tried
_LEAST_STORY = 3
_STARTS = 4
_ROUNDS = 8
_LARGEST = 800  # in a group beyond this, a rubric rather than a story, halving begins from one start

Numbers = NDArray[np.intp]
Values = NDArray[Any]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Local:
    """The vectors of a group's members, weighed within the group: who has which term, and its weight."""

    size: int
    count: int
    member: Numbers
    term: Numbers
    weight: Values

    def centre(self, members: Mask) -> Values:
        """Add up the vectors of some members."""
        chosen = self.weight * members[self.member]
        return np.bincount(self.term, chosen, minlength=self.count)

    def along(self, direction: Values) -> Values:
        """Return for each member how far its vector goes in a direction."""
        return np.bincount(self.member, self.weight * direction[self.term], minlength=self.size)


@dataclass(frozen=True, slots=True)
class _Halves:
    in_common: float
    first: Mask


def split(vectors: Sequence[Vector]) -> list[list[int]]:
    """Return the stories of one group, each a list of places in ``vectors``, in rising order."""
    stories: list[list[int]] = []
    waiting = [list(range(len(vectors)))]
    while waiting:
        members = waiting.pop()
        halves = _best_halves(_seen_locally([vectors[member] for member in members]), len(members))
        if halves is None or halves.in_common >= MOST_IN_COMMON:
            stories.append(members)
        else:
            for half in (~halves.first, halves.first):
                waiting.append([members[place] for place in np.flatnonzero(half)])
    return stories


def _seen_locally(vectors: Sequence[Vector]) -> _Local:
    """Weigh each term anew by how few of the members have it; a term of one alone tells nothing here."""
    size = len(vectors)
    member = np.repeat(np.arange(size), [len(vector.terms) for vector in vectors])
    _, term, having = np.unique(
        np.concatenate([vector.terms for vector in vectors]), return_inverse=True, return_counts=True
    )
    rare = np.log(size / having) / math.log(max(2, size))
    weight = np.concatenate([vector.weights for vector in vectors]) * rare[term]
    shared = (having > 1)[term]
    member, term, weight = member[shared], term[shared], weight[shared]
    length = np.sqrt(np.bincount(member, weight * weight, minlength=size))
    length[length == 0] = 1.0
    return _Local(size, len(having), member, term, weight / length[member])


def _best_halves(group: _Local, size: int) -> _Halves | None:
    if size < 2 * _LEAST_STORY:
        return None
    ranked = np.argsort(group.along(group.centre(np.ones(size, bool))), kind="stable")
    starts = 1 if size > _LARGEST else _STARTS
    best: _Halves | None = None
    for n in range(starts):
        halves = _halve(group, int(ranked[n * size // starts]))
        if halves and (best is None or halves.in_common < best.in_common):
            best = halves
        if best and best.in_common < _CLEAR:
            break
    return best


def _halve(group: _Local, start: int) -> _Halves | None:
    """Run 2-means from one member and the member least like it; None if a half is too small for a story."""
    alone = np.arange(group.size)
    centre_a = group.centre(alone == start)
    centre_b = group.centre(alone == int(np.argmin(group.along(centre_a))))
    first = np.zeros(group.size, bool)
    for _ in range(_ROUNDS):
        before = first
        first = group.along(of_length_1(centre_a) - of_length_1(centre_b)) >= 0
        centre_a, centre_b = group.centre(first), group.centre(~first)
        if first.all() or not first.any() or (first == before).all():
            break
    inside = int(np.count_nonzero(first))
    if min(inside, group.size - inside) < _LEAST_STORY:
        return None
    return _Halves(float(centre_a @ centre_b) / (inside * (group.size - inside)), first)
