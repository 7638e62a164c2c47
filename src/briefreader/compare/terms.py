"""What a passage says, as terms that can be weighed: stems, names, numbers and pairs of neighbours.

Stop words are left out, words stemmed (Porter's second English stemmer), and nations brought to one word
for country, people and capital.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from briefreader.compare.tables import lines
from briefreader.text import stems

# A word with an apostrophe, a number with points, commas and colons inside, or letters with points.
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+|[.,:](?:\d+(?:[.,:]\d+)*|(?<=\b[A-Za-z]\.)(?:[A-Za-z]\.)+))?")
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
_CASED = {"US": "usa", "UN": "un"}
_BEGINNING = 5  # letters
_COMMON_NOUNS = ("polish", "poles", "turkey")  # names only with a capital


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


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word; passages of one collection share most of theirs."""
    return stems.stem(word)


@cache
def _related_names() -> tuple[dict[str, str], dict[str, tuple[tuple[str, ...], ...]]]:
    """Read the table of nations: names of one word, and those of several by their first, longest first."""
    single: dict[str, str] = {}
    several: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in lines("related_names.txt"):
        first, _, others = line.partition(": ")
        for name in [first, *others.split(", ")]:
            words = tuple(_TOKEN.findall(name))
            if len(words) > 1:
                several[words[0]].append((*words[1:], first))
            else:
                single[name] = first
    for lower_case_noun in _COMMON_NOUNS:
        single[lower_case_noun.capitalize()] = single.pop(lower_case_noun)
    return single, {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in several.items()}


@lru_cache(maxsize=50_000)
def named_term(token: str) -> tuple[str, bool]:
    """Return the term for one word of a text, "" for a stop word, and whether it is a name."""
    word = _POSSESSIVE.sub("", token)
    lower = word.lower()
    single = _related_names()[0]
    if related := _CASED.get(word) or single.get(word) or (single.get(lower) if lower != "us" else None):
        return related, True
    if lower in _STOP or not lower:
        return "", False
    if lower[0].isdigit():
        return lower.replace(",", ""), False
    return _NUMBER_WORDS.get(lower) or stem(lower), token[0].isupper()


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which a name of several words begins, as texts write them."""
    first = _related_names()[1]
    return frozenset(form for word in first for form in (word, word.capitalize(), word.upper()))


def tokens(text: str) -> list[str]:
    """Return the words of a text, with one word for each name of a nation that has several."""
    found: list[str] = _TOKEN.findall(text)
    first = _first_words()
    for place in reversed([place for place, token in enumerate(found) if token in first]):
        for *rest, related in _related_names()[1][found[place].lower()]:
            end = place + 1 + len(rest)
            if [_POSSESSIVE.sub("", token).lower() for token in found[place + 1 : end]] == rest:
                found[place:end] = [related]
                break
    return found


def term(token: str) -> str:
    """Return the term for one word of a text, "" for a stop word."""
    return named_term(token)[0]


@cache
def _notions() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, line in enumerate(lines("near_words.txt")):
        for word in line.split():
            found.setdefault(stem(word), number)
    return found


def notion(word: str) -> int | None:
    """Return the number of the notion that a term and its near words stand for, None for most terms."""
    return _notions().get(word)


@lru_cache(maxsize=50_000)
def family(word: str) -> str | None:
    """Return what a term has in common with its near words, None for a term that stands for itself alone.

    That is its notion, or else the beginning of the word, which tells derived forms that the stemmer leaves
    apart: robber and robbery, jewelry and jewellery.
    """
    number = notion(word)
    if number is not None:
        return str(number)
    return word[:_BEGINNING] if len(word) >= _BEGINNING and word.isalpha() else None


def terms(text: str) -> Terms:
    """Return the terms of a passage."""
    read = list(map(named_term, tokens(text)))
    words = tuple([found for found, _ in read if found])
    names = frozenset([found for found, named in read if named and found])
    bag = frozenset(words)
    return Terms(words, bag, names, frozenset([word for word in bag if word[0].isdigit()]))
