"""Which sentences of two articles report the same: scores above a bound, best match from both sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefreader.compare.background import rarity
from briefreader.compare.scoring import Profile, Weight, profile, score
from briefreader.compare.terms import Terms

LIKELY = 0.61
LIKELY_ONE_SIDED = 0.85
"""What a pair needs that is the best match of one of its sentences only."""
WEAK = 0.42
_CLOSE_TO_BEST = 0.97
_DAMPING = 1.0
_LEAST_SHARED = 6.0  # nats, damped


def damped(groups: Sequence[Sequence[Terms]]) -> Weight:
    """Return a weight for terms in which what the compared articles say all the time counts for less."""
    frequency = Counter(word for group in groups for found in group for word in found.bag)
    return {
        word: rarity(word) / (1 + _DAMPING * max(0, count - 1)) for word, count in frequency.items()
    }.__getitem__


def matrix(a: Sequence[Terms], b: Sequence[Terms], weight: Weight) -> dict[tuple[int, int], float]:
    """Return the score of each pair (place in a, place in b) that shares enough to be worth scoring."""
    profiles_a = [profile(found, weight) for found in a]
    profiles_b = [profile(found, weight) for found in b]
    return {
        (i, j): score(profiles_a[i], profiles_b[j]) for i, j in _candidates(profiles_a, profiles_b, weight)
    }


def _candidates(a: Sequence[Profile], b: Sequence[Profile], weight: Weight) -> list[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, passage in enumerate(b):
        for word in passage.terms.bag:
            places[word].append(j)
    found: list[tuple[int, int]] = []
    for i, passage in enumerate(a):
        shared = [0.0] * len(b)
        for word in passage.terms.bag & places.keys():
            worth = weight(word)
            for j in places[word]:
                shared[j] += worth
        found += [(i, j) for j, worth in enumerate(shared) if worth >= _LEAST_SHARED]
    return found


def best_pairs(scores: dict[tuple[int, int], float], bound: float = WEAK) -> dict[tuple[int, int], float]:
    """Keep the pairs above ``bound`` that are the best, or nearly, for either of their two sentences.

    Links may cross, and one sentence may have several counterparts.
    """
    best_a, best_b = _best(scores)
    return {
        (i, j): value
        for (i, j), value in scores.items()
        if value >= bound and value >= _CLOSE_TO_BEST * min(best_a[i], best_b[j])
    }


def likely_pairs(scores: dict[tuple[int, int], float]) -> set[tuple[int, int]]:
    """Return the pairs that very likely report the same: best matches from both sides, or of a high score."""
    best_a, best_b = _best(scores)
    return {
        (i, j)
        for (i, j), value in scores.items()
        if value >= LIKELY_ONE_SIDED
        or (value >= LIKELY and value >= _CLOSE_TO_BEST * max(best_a[i], best_b[j]))
    }


def _best(scores: dict[tuple[int, int], float]) -> tuple[dict[int, float], dict[int, float]]:
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for (i, j), value in scores.items():
        best_a[i] = max(best_a[i], value)
        best_b[j] = max(best_b[j], value)
    return best_a, best_b
