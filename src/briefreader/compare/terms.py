"""What a passage says, as terms that can be weighed: stems, names, numbers and pairs of neighbours.

Stop words are left out, words stemmed (Porter's second English stemmer), and nations brought to one word
for country, people and capital.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import Stemmer

from briefreader.compare.tables import lines

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[.,:]\d+)*(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        (
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        )
    )
}
_STOP = frozenset(word for line in lines("stop_words.txt") for word in line.split())
_CASED = {"US": "usa", "UN": "un"}  # as plain words they mean something else


@dataclass(frozen=True, slots=True)
class Terms:
    """The weighable content of a passage.

    ``words`` keeps the order of the text; ``bag`` holds the same once each. ``names`` are the words that
    were written with a capital, ``numbers`` those written as a number; both are part of the bag.
    """

    words: tuple[str, ...]
    bag: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    return str(_stemmer().stemWord(word))


@cache
def _related_names() -> tuple[dict[str, str], re.Pattern[str]]:
    """Read the table of nations: one-word names, and a pattern for those of several words."""
    single: dict[str, str] = {}
    several: list[str] = []
    for line in lines("related_names.txt"):
        first, _, others = line.partition(": ")
        single[first] = first
        for other in others.split(", "):
            single[other] = first
            several += [other] if " " in other or "-" in other else []
    for lower_case_noun in ("us", "bloc", "alliance", "polish", "poles", "turkey"):
        single.pop(lower_case_noun, None)
    single.update({"Turkey": "turkey", "Polish": "poland", "Poles": "poland"})
    longest_first = sorted(several, key=len, reverse=True)
    return single, re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def _one_word(match: re.Match[str]) -> str:
    return _related_names()[0][match.group().lower()]


@lru_cache(maxsize=50_000)
def term(token: str) -> str:
    """Return the term for one token of a text, or "" for a stop word.

    >>> term("Ministers’")
    'minist'
    """
    if token in _CASED:
        return _CASED[token]
    single = _related_names()[0]
    word = _POSSESSIVE.sub("", token)
    if word in single:
        return single[word]
    lower = word.lower()
    if lower in _STOP or not lower:
        return ""
    if lower in single:
        return single[lower]
    if lower[0].isdigit():
        return lower.replace(",", "")
    return _NUMBER_WORDS.get(lower) or stem(lower)


def terms(text: str) -> Terms:
    """Return the terms of a passage."""
    text = _related_names()[1].sub(_one_word, text)
    words: list[str] = []
    names: set[str] = set()
    for token in _TOKEN.findall(text):
        found = term(token)
        if found:
            words.append(found)
            if token[0].isupper() or found in _related_names()[0]:
                names.add(found)
    bag = frozenset(words)
    return Terms(tuple(words), bag, frozenset(names), frozenset(word for word in bag if word[0].isdigit()))
