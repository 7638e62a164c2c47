"""Sets of articles with scores, as arrays over all documents of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from briefreader.search.index.arrays import Bools, Floats


@dataclass(frozen=True, slots=True)
class Result:
    """Which documents match, and the score of each; 0 where it does not match."""

    found: Bools
    scores: Floats

    def both(self, other: Result) -> Result:
        """Return the documents of both, their scores added."""
        found = self.found & other.found
        return Result(found, (self.scores + other.scores) * found)

    def either(self, other: Result) -> Result:
        """Return the documents of either, their scores added."""
        return Result(self.found | other.found, self.scores + other.scores)

    def among(self, found: Bools) -> Result:
        """Return what of this lies in ``found``."""
        both = self.found & found
        return Result(both, self.scores * both)


def nowhere(size: int) -> Result:
    """Return the result that matches no document."""
    return Result(np.zeros(size, np.bool_), np.zeros(size))


def plain(found: Bools) -> Result:
    """Return a result that ranks nothing."""
    return Result(found, np.zeros(len(found)))
