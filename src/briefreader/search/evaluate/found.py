"""Sets of documents with scores, and their algebra, at a cost that goes with the documents found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefreader.search.index.arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class Found:
    """Documents, each once and in no order, and the score of each."""

    docs: Ints
    scores: Floats

    def __len__(self) -> int:
        return len(self.docs)

    def take(self, chosen: Ints) -> Found:
        """Return the part that ``chosen`` (a mask or places) names."""
        return Found(self.docs[chosen], self.scores[chosen])


NOTHING = Found(np.zeros(0, np.int64), np.zeros(0))


def unranked(docs: Ints) -> Found:
    """Return documents that all have the score 0."""
    return Found(docs, np.zeros(len(docs)))


class Algebra:
    """Combines sets over the same documents.

    Two arrays over all documents serve as a table to look others up in. They are clean between two
    operations: each wipes what it wrote, so that none ever touches all documents.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._sums = np.zeros(size)
        self._seen = np.zeros(size, np.bool_)

    def both(self, one: Found, other: Found) -> Found:
        """Return the documents of both, scores added."""
        self._seen[one.docs] = True
        self._sums[one.docs] = one.scores
        common = other.take(self._seen[other.docs])
        result = Found(common.docs, common.scores + self._sums[common.docs])
        self._wipe(one.docs)
        return result

    def any_of(self, sets: Sequence[Found]) -> Found:
        """Return the documents of any, scores added."""
        if len(sets) < 2:
            return sets[0] if sets else NOTHING
        fresh: list[Ints] = []
        for one in sets:
            new = one.docs[~self._seen[one.docs]] if fresh else one.docs
            self._seen[new] = True
            self._sums[one.docs] += one.scores
            fresh.append(new)
        docs = np.concatenate(fresh)
        result = Found(docs, self._sums[docs])
        self._wipe(docs)
        return result

    def without(self, one: Found, others: Ints) -> Found:
        """Return the documents of ``one`` that are not among ``others``."""
        self._seen[others] = True
        result = one.take(~self._seen[one.docs])
        self._wipe(others)
        return result

    def complement(self, docs: Ints) -> Found:
        """Return all other documents, unranked."""
        rest = np.ones(self._size, np.bool_)
        rest[docs] = False
        return unranked(np.flatnonzero(rest))

    def _wipe(self, docs: Ints) -> None:
        self._seen[docs] = False
        self._sums[docs] = 0.0
