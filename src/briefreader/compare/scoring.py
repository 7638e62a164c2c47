"""How alike two passages are: one number from shared terms, names, numbers and neighbouring words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefreader.compare.background import rarity
from briefreader.compare.terms import Terms, terms

Weight = Callable[[str], float]
_MUCH_SHARED = 40.0  # nats


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage made ready to be scored against many: its terms and what they weigh together."""

    terms: Terms
    weight: float
    pairs: dict[tuple[str, str], float]


def profile(found: Terms, weight: Weight = rarity) -> Profile:
    """Weigh the terms of a passage."""
    neighbours = zip(found.words, found.words[1:], strict=False)
    pairs = {(left, right): (weight(left) + weight(right)) / 2 for left, right in neighbours}
    return Profile(found, total(found.bag, weight), pairs)


def total(words: Iterable[str], weight: Weight) -> float:
    """Return what ``words`` weigh together."""
    return sum(map(weight, words))


def score(a: Profile, b: Profile, weight: Weight = rarity) -> float:
    """Return how alike two passages are, from 0 to 1."""
    shared = total(a.terms.bag & b.terms.bag, weight)
    if not shared:
        return 0.0
    dice = 2 * shared / (a.weight + b.weight)
    containment = shared / min(a.weight, b.weight) * min(1.0, shared / _MUCH_SHARED)
    return min(1.0, 0.4 * dice + 0.3 * _shared_pairs(a, b) + 0.3 * containment)


def _shared_pairs(a: Profile, b: Profile) -> float:
    """Return the cosine of the two passages' pairs of neighbouring words."""
    both = a.pairs.keys() & b.pairs.keys()
    if not both:
        return 0.0
    return sum(a.pairs[pair] for pair in both) / math.sqrt(sum(a.pairs.values()) * sum(b.pairs.values()))


def similarity(a: str, b: str) -> float:
    """Return how likely two sentences are to report the same, from 0 to 1."""
    return score(profile(terms(a)), profile(terms(b)))
