"""How rare a word is in English at large, which says how much it tells when two texts share it.

The table holds word stems and the common logarithm of their frequency, ten times, per thousand million
words. It was counted from the word frequencies of the wordfreq project; see the NOTICE beside it.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from briefreader.compare.tables import lines

_WORDS_IN_A_SENTENCE = 22
_UNSEEN = 17  # as rare as the rarest words of the table


@cache
def _table() -> dict[str, int]:
    frequencies: dict[str, int] = {}
    for row in lines("word_frequency.txt"):
        level, _, stems = row.partition(" ")
        frequencies.update(dict.fromkeys(stems.split(), int(level)))
    return frequencies


@cache
def _rarity_of_level(level: int) -> float:
    frequency = min(0.5, 10 ** (level / 10 - 9))
    return -math.log(1 - (1 - frequency) ** _WORDS_IN_A_SENTENCE)


@lru_cache(maxsize=100_000)
def rarity(stem: str) -> float:
    """Return the inverse document frequency of a stem, taking a sentence for a document, in nats.

    About 0.3 for the commonest words, 7 for an ordinary noun, 14 for a word the table has never seen.
    Numbers count as rather rare whatever they are: a table of words knows nothing of them.
    """
    if stem[0].isdigit():
        return 8.0 if len(stem) > 1 else 6.0
    return _rarity_of_level(_table().get(stem, _UNSEEN))
