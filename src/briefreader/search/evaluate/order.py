"""The order of hits."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from briefreader.search.evaluate.ranking import Ranking
from briefreader.search.evaluate.result import Result
from briefreader.search.index.arrays import Ints
from briefreader.search.index.snapshot import Snapshot

Sort: TypeAlias = Literal["relevance", "recent", "date", "source"]
_DAY = 86_400


def ordered(snapshot: Snapshot, result: Result, sort: Sort, ranking: Ranking) -> Ints:
    """Return the numbers of the documents found, in order; among equals, in the order of their keys.

    "date" puts the newest first and what has no date last; "source" goes by name, within a source by date;
    "recent" halves the relevance with every ``ranking.half_life`` days of age.
    """
    found = snapshot.by_key[result.found[snapshot.by_key]]
    if sort == "date":
        return found[np.argsort(-snapshot.moments[found], kind="stable")]
    if sort == "source":
        outlets = snapshot.outlets[1][found]
        outlets = np.where(outlets < 0, len(snapshot.outlets[0]), outlets)
        return found[np.lexsort((-snapshot.moments[found], outlets))]
    scores = result.scores[found]
    if sort == "recent" and len(found):
        age = (snapshot.moments.max() - snapshot.moments[found]) / _DAY
        scores = scores * np.exp2(-age / ranking.half_life)
    return found[np.argsort(-scores, kind="stable")]
