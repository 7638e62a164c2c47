"""The order of hits."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from briefreader.search.evaluate.found import Found
from briefreader.search.evaluate.ranking import Ranking
from briefreader.search.index.arrays import Ints
from briefreader.search.index.snapshot import Snapshot

Sort: TypeAlias = Literal["relevance", "recent", "date", "source"]
_DAY = 86_400
_SHIFT, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


def ordered(snapshot: Snapshot, found: Found, sort: Sort, ranking: Ranking) -> Ints:
    """Return the documents found, in order; among equals, in the order of their keys.

    "date" puts the newest first and what has no date last; "source" goes by name, within a source by date;
    "recent" halves the relevance with every ``ranking.half_life`` days of age. Where all are equally
    relevant, as with dates and marks alone, relevance is "date", too.
    """
    if sort == "date" or (sort != "source" and _all_alike(found)):
        first = snapshot.date_ranks[found.docs]
    elif sort == "source":
        first = snapshot.source_ranks[found.docs]
    else:
        first = _descending(_aged(snapshot, found, ranking) if sort == "recent" else found.scores)
    # One sort of one number: what counts first in the upper half, the key's rank in the lower.
    both = (first.astype(np.uint64) << _SHIFT) | snapshot.key_ranks[found.docs].astype(np.uint64)
    both.sort()
    return snapshot.by_key[(both & _LOW).astype(np.int64)]


def _all_alike(found: Found) -> bool:
    return len(found) > 1 and bool(found.scores.min() == found.scores.max())


def _descending(scores: Ints) -> Ints:
    """Return 32-bit numbers that are the smaller the higher the score; scores are not negative."""
    return ~scores.astype(np.float32).view(np.uint32)


def _aged(snapshot: Snapshot, found: Found, ranking: Ranking) -> Ints:
    if not len(found):
        return found.scores
    age = (snapshot.moments.max() - snapshot.moments[found.docs]) / _DAY
    weighed: Ints = found.scores * np.exp2(-age / ranking.half_life)
    return weighed
