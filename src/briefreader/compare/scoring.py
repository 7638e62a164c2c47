"""How alike two passages are: one number from shared terms, names, numbers and families of words.

A logistic model of nine features, trained on sentence pairs of ECB+ (Cybulska and Vossen 2014; CC BY 3.0)
that report, or do not report, the same event. benchmarks/compare_train.py trains and cross-validates it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import mul

from briefreader.compare.background import rarity
from briefreader.compare.terms import Terms, family, terms

Weight = Callable[[str], float]

BIAS = -6.5802
WEIGHTS = (-4.2132, 1.5039, 1.0371, 0.7711, -0.1801, 0.7856, 0.7710, 2.3797, 5.2224)
"""What each of :func:`features` adds to the evidence, in their order."""

_NEAR_WORD = 0.8  # what a neighbouring word counts, by what the word itself would
_NOTHING = (0.0,) * len(WEIGHTS)


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage made ready to be scored against many: its terms, and what they weigh in nats."""

    terms: Terms
    weights: Mapping[str, float]
    total: float
    square: float
    of_names: float
    families: Mapping[str, float]


def profile(found: Terms, weight: Weight = rarity) -> Profile:
    """Weigh the terms of a passage."""
    weights = {word: weight(word) for word in found.bag}
    families: dict[str, float] = {}
    for word, worth in weights.items():
        own = family(word)
        if own is not None:
            families[own] = max(worth, families.get(own, 0.0))
    square = sum([worth * worth for worth in weights.values()])
    of_names = sum([weights[name] for name in found.names])
    return Profile(found, weights, sum(weights.values()), square, of_names, families)


def score(a: Profile, b: Profile) -> float:
    """Return how likely two passages are to report the same, from 0 to 1."""
    found = features(a, b)
    if found is _NOTHING:
        return 0.0
    return 1 / (1 + math.exp(-BIAS - sum(map(mul, WEIGHTS, found))))


def features(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return what is weighed of a pair, all zero if the two share no term.

    The cosine; the number of shared terms; the part of the names that is shared; shared numbers, two at
    most; the weight of the shorter passage; the number of shared common words; the length of the shorter
    one in words; and what is shared, near words included, as a part of either. Counts are logarithms.
    """
    shared = a.terms.bag & b.terms.bag
    if not shared:
        return _NOTHING
    worth = [a.weights[word] for word in shared]
    names = a.terms.names & b.terms.names & shared
    numbers = a.terms.numbers & shared
    together = sum(worth) + _NEAR_WORD * _near_words(a, b, shared)
    shorter, longer = min(a.total, b.total), max(a.total, b.total)
    return (
        sum([value * value for value in worth]) / math.sqrt(a.square * b.square),
        math.log1p(len(shared)),
        sum([a.weights[name] for name in names]) / min(a.of_names, b.of_names) if names else 0.0,
        min(2, len(numbers)),
        math.log1p(shorter),
        math.log1p(len(shared - names - numbers)),
        math.log1p(min(len(a.terms.words), len(b.terms.words))),
        together / shorter,
        together / longer,
    )


def _near_words(a: Profile, b: Profile, shared: Iterable[str]) -> float:
    """Weigh what both have in different words of one family."""
    same = {family(word) for word in shared}
    return sum(
        [
            min(a.families[own], b.families[own])
            for own in a.families.keys() & b.families.keys()
            if own not in same
        ]
    )


def similarity(a: str, b: str) -> float:
    """Return how likely two sentences are to report the same, from 0 to 1."""
    return score(profile(terms(a)), profile(terms(b)))
