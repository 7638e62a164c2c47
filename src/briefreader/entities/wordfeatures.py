"""Attributes of one word, built once per word and process: its letters, shape, lists and clusters."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefreader.entities import gazetteer as lists
from briefreader.entities.clusters import clusters
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.lexicon import words as lexicon

_LIMIT = 60_000
_REPEAT = re.compile(r"(.)\1\1+")
_LETTERS = (
    (lists.COUNTRY, "co"),
    (lists.CITY, "ci"),
    (lists.BIG_CITY, "bc"),
    (lists.PLACE, "pl"),
    (lists.ORGANIZATION, "or"),
    (lists.DEMONYM, "dm"),
    (lists.EVENT, "ev"),
    (lists.GIVEN, "gn"),
    (lists.SURNAME, "sn"),
)
_SECTIONS = (
    ("title", "ti"),
    ("head", "hd"),
    ("modifier", "mo"),
    ("organization", "ow"),
    ("place", "pw"),
    ("calendar", "cal"),
)


class Word(NamedTuple):
    """A word's attributes as the focus (``own``) and as seen from its neighbours on either side.

    Tuples, since many thousand words are kept and the garbage collector passes over tuples of strings.
    """

    capital: bool
    shape: str
    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    far_left: tuple[str, ...]
    far_right: tuple[str, ...]
    edge_left: tuple[str, ...]
    edge_right: tuple[str, ...]
    tail: tuple[str, ...]
    apposed: tuple[str, ...]


_cache: dict[str, Word] = {}


def word_features(word: str) -> Word:
    """Return the attributes of ``word``; they are kept, up to a bound, since words recur."""
    known = _cache.get(word)
    if known is None:
        if len(_cache) >= _LIMIT:
            _cache.clear()
        known = _cache[word] = _build(word)
    return known


def _build(word: str) -> Word:
    lowered = word.lower()
    shape = _shape(word)
    capital = is_capital(word)
    marks = _marks(word, lowered) if capital else _section_marks(lowered)
    fine, middle, coarse = _clusters(lowered)
    own = ["b", "w=" + lowered, "s=" + shape]
    if capital:
        own += _affixes(lowered)
        own += ["g=" + mark for mark in marks or ["-"]]
        if len(marks) > 1:
            own.append("gg=" + "".join(marks))
        if fine:
            own += ["k=" + fine, "k=" + middle, "k=" + coarse]
        else:
            own.append("k=-")
    near = list(marks)
    near += [middle, coarse] if fine else []
    left, right = _seen(-1, lowered, shape, near), _seen(1, lowered, shape, near)
    far = ["w=" + lowered, *(["k=" + coarse] if fine else [])]
    grain = [middle] if fine else []
    return Word(
        capital,
        shape,
        *map(
            tuple,
            (
                own,
                left,
                right,
                ["-2" + attribute for attribute in far],
                ["+2" + attribute for attribute in far],
                [f"L={lowered}", *(f"Lk={each}" for each in grain), *("Lg=" + mark for mark in marks)],
                [f"R={lowered}", *(f"Rk={each}" for each in grain)],
                [f"T={lowered}", *(f"Tk={each}" for each in grain), *("Tg=" + mark for mark in marks)],
                [f"A={lowered}", *(f"Ak={each}" for each in grain)] if not capital else [],
            ),
        ),
    )


def is_capital(word: str) -> bool:
    """Tell whether a word can be of a name by its capitals, as "al-Assad" and "iPhone" can."""
    if word[0].isupper():
        return word != "I" and not word.startswith("I'")
    return word[0].islower() and any(map(str.isupper, word))


def _seen(side: int, lowered: str, shape: str, marks: list[str]) -> list[str]:
    sign = "-" if side < 0 else "+"
    return [f"{sign}w={lowered}", f"{sign}s={shape}", *(f"{sign}g={mark}" for mark in marks)]


def _clusters(lowered: str) -> tuple[str, str, str]:
    numbers, labels = clusters()
    return labels[numbers[lowered]]


def _affixes(lowered: str) -> list[str]:
    if len(lowered) < 4:
        return []
    affixes = ["<" + lowered[:3], ">" + lowered[-3:], ">" + lowered[-2:]]
    if len(lowered) > 5:
        affixes += ["<" + lowered[:4], ">" + lowered[-4:]]
    return affixes


def _marks(word: str, lowered: str) -> list[str]:
    flags = gazetteer().flags
    known = flags[word]
    if not known and word.isupper() and len(word) > 3:
        known = flags[word.capitalize()]
    return [letters for flag, letters in _LETTERS if known & flag] + _section_marks(lowered)


def _section_marks(lowered: str) -> list[str]:
    return _marks_by_word().get(lowered.rstrip(".") or lowered, [])


@cache
def _marks_by_word() -> dict[str, list[str]]:
    marks: dict[str, list[str]] = {}
    for section, letters in _SECTIONS:
        for word in lexicon(section):
            marks.setdefault(word, []).append(letters)
    return marks


def _shape(word: str) -> str:
    if word.isalpha() and (word.islower() or word.isupper()):
        return ("x" if word[0].islower() else "X") * min(len(word), 2)
    shape = "".join(
        "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        for letter in word
    )
    return _REPEAT.sub(r"\1\1", shape)
