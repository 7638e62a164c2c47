"""How alike two passages are: one number from shared terms, names, numbers and notions.

A logistic model of nine features, trained on sentence pairs of ECB+ (Cybulska and Vossen 2014; CC BY 3.0)
that report, or do not report, the same event. The weights stand below; docs/benchmarks.md has its figures.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefreader.compare.background import rarity
from briefreader.compare.terms import Terms, notion, terms

Weight = Callable[[str], float]

_BIAS = -4.9430
_COSINE = -2.8564
_COUNT = 1.3919
_NAMES = 0.9560
_NUMBERS = 0.7710
_WEIGHT_OF_SHORTER = -1.2836
_COMMON_WORDS = 0.7322
_LENGTH_OF_SHORTER = 2.0726
_OF_SHORTER = 2.2340
_OF_LONGER = 4.4208
_NEAR_WORD = 0.8  # what a neighbouring word counts, by what the word itself would


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage made ready to be scored against many: its terms, and what they weigh in nats."""

    terms: Terms
    weights: Mapping[str, float]
    total: float
    square: float
    of_names: float
    notions: Mapping[int, float]


def profile(found: Terms, weight: Weight = rarity) -> Profile:
    """Weigh the terms of a passage."""
    weights = {word: weight(word) for word in found.bag}
    notions: dict[int, float] = {}
    for word, worth in weights.items():
        number = notion(word)
        if number is not None:
            notions[number] = max(worth, notions.get(number, 0.0))
    square = sum([worth * worth for worth in weights.values()])
    of_names = sum([weights[name] for name in found.names])
    return Profile(found, weights, sum(weights.values()), square, of_names, notions)


def score(a: Profile, b: Profile) -> float:
    """Return how likely two passages are to report the same, from 0 to 1."""
    shared = a.terms.bag & b.terms.bag
    if not shared:
        return 0.0
    worth = [a.weights[word] for word in shared]
    names = a.terms.names & b.terms.names & shared
    numbers = a.terms.numbers & shared
    together = sum(worth) + _NEAR_WORD * _near_words(a, b, shared)
    shorter, longer = sorted((a.total, b.total))
    of_names = min(a.of_names, b.of_names)
    evidence = (
        _BIAS
        + _COSINE * sum([value * value for value in worth]) / math.sqrt(a.square * b.square)
        + _COUNT * math.log1p(len(shared))
        + (_NAMES * sum([a.weights[name] for name in names]) / of_names if names else 0.0)
        + _NUMBERS * min(2, len(numbers))
        + _WEIGHT_OF_SHORTER * math.log1p(shorter)
        + _COMMON_WORDS * math.log1p(len(shared - names - numbers))
        + _LENGTH_OF_SHORTER * math.log1p(min(len(a.terms.words), len(b.terms.words)))
        + _OF_SHORTER * together / shorter
        + _OF_LONGER * together / longer
    )
    return 1 / (1 + math.exp(-evidence))


def _near_words(a: Profile, b: Profile, shared: Iterable[str]) -> float:
    """Weigh the notions that both have in different words."""
    same = {notion(word) for word in shared}
    return sum(
        [
            min(a.notions[number], b.notions[number])
            for number in a.notions.keys() & b.notions.keys()
            if number not in same
        ]
    )


def similarity(a: str, b: str) -> float:
    """Return how likely two sentences are to report the same, from 0 to 1."""
    return score(profile(terms(a)), profile(terms(b)))
