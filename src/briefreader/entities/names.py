"""A name as such: its normal form, its slug, and whether two spellings can be one name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from briefreader.entities.gazetteer import GIVEN, SURNAME, gazetteer
from briefreader.entities.packaged import content
from briefreader.model import EntityType

_SUFFIX = re.compile(
    r",? (?:inc|corp|corporation|co|ltd|llc|plc|ag|sa|spa|nv|gmbh|holdings?|company|& co)\.?$", re.IGNORECASE
)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?$")
_PERSON_TAIL = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "de", "to", "&", "du", "des", "la"])
_SOUNDS = (
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("sch", "sh"),
    ("kh", "h"),
    ("ou", "u"),
    ("oo", "u"),
    ("w", "v"),
)
_LETTERS = str.maketrans({"c": "k", "q": "k", "y": "i", "j": "i"})
_ALONE_IN_LETTERS = re.compile(r"(.)\1+")
_SEPARATORS = re.compile(r"[^\w]+|_+")
_NEAR = 0.92


class Name(NamedTuple):
    """What an article calls somebody or something, in full and in normal form."""

    type: EntityType
    text: str


@lru_cache(100_000)
def normal(surface: str, kind: EntityType) -> Name:
    """Return the normal form of a name: one spelling of capitals, dots and quotes; known aliases united."""
    text = " ".join(surface.replace("’", "'").split()).strip("\"'[]()")
    text = re.sub(r"\s*-\s*", "-", text.replace("[", "").replace("]", ""))
    text = " ".join(_calm(word, kind) for word in text.split(" "))
    known = gazetteer().canonical
    for as_type in (kind, "organization", "location"):
        found = known.get((as_type, text.casefold()))
        if found and (as_type == kind or kind in ("organization", "location")):
            return Name(as_type, found)
    if _DOTTED.fullmatch(text):
        text = text.replace(".", "")
    if kind == "organization":
        text = _SUFFIX.sub("", text) or text
    if kind == "misc":
        text = gazetteer().singular.get(text, text)
    return Name(kind, text)


def _calm(word: str, kind: EntityType) -> str:
    """Take a shouted word down to one capital; short ones are taken for acronyms."""
    shout = word.isupper() and len(word) > (4 if kind != "person" else 2) and "." not in word
    return word.capitalize() if shout and not gazetteer().flags[word] else word


@lru_cache(200_000)
def slug(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters, digits and single hyphens."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SEPARATORS.sub("-", text.casefold().replace("'", "")).strip("-") or "unnamed"


def initials(text: str) -> frozenset[str]:
    """Return the acronyms a name can have: with and without its small words."""
    words = [word for word in re.split(r"[ \-]+", text) if word]
    short = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return frozenset({short, "".join(word[0] for word in words).upper()})


@lru_cache(200_000)
def parts(text: str) -> tuple[str, ...]:
    """Return the words of a person's name without "Jr." and the like."""
    words = text.split(" ")
    while len(words) > 1 and words[-1].lower() in _PERSON_TAIL:
        words.pop()
    return tuple(words)


@lru_cache(200_000)
def surname_key(word: str) -> str:
    """Return what misspellings of a surname share: its initial and its consonants, each once in a row."""
    folded = slug(word)
    folded = folded.removeprefix("al-").removeprefix("el-").replace("-", "")
    sound = sound_of(folded)
    return sound[:1] + "".join(letter for letter in sound[1:] if letter not in "aeiou")


@lru_cache(200_000)
def sound_of(word: str) -> str:
    """Return a spelling that transliterations of one name have in common: Sergei, Serhiy; Antony, Anthony."""
    word = slug(word)
    word = _forms().get(word, word)
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = word.translate(_LETTERS).replace("ei", "i").replace("ie", "i")
    return _ALONE_IN_LETTERS.sub(r"\1", word)


@cache
def _forms() -> dict[str, str]:
    """Return the first of the forms that neighbouring languages give a name, by each form."""
    lines = [line.split() for line in content("forms.txt").splitlines() if line[0] != "#"]
    return {form: forms[0] for forms in lines for form in forms}


@lru_cache(200_000)
def same_word(one: str, other: str, known: int) -> bool:
    """Tell whether two words are one part of a name up to its spelling.

    ``known`` is the gazetteer's list for that part: two words that both stand in it are two names unless
    they sound alike. Bounds: optimal string alignment of 1 (2 from eight letters on), Jaro-Winkler of .92.
    """
    if one == other:
        return True
    one, other = one.casefold(), other.casefold()
    if one == other or sound_of(one) == sound_of(other):
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0]:
        return False
    flags = gazetteer().flags
    if flags[one.capitalize()] & known and flags[other.capitalize()] & known:
        return False
    return _is_misspelt(one, other)


def _is_misspelt(one: str, other: str) -> bool:
    # Most articles never get here, and the library takes a while to load.
    from rapidfuzz.distance import OSA, JaroWinkler

    bound = 1 if min(len(one), len(other)) < 8 else 2
    return (
        OSA.distance(one, other, score_cutoff=bound) <= bound and JaroWinkler.similarity(one, other) >= _NEAR
    )


def same_person(one: str, other: str) -> bool:
    """Tell whether two full names are one person's: one part the same, the other the same up to spelling.

    An initial stands for a first name that opens with it. Middle names are not compared here.
    """
    left, right = parts(one), parts(other)
    if len(left) < 2 or len(right) < 2:
        return False
    if left[-1] == right[-1]:
        return (
            same_word(left[0], right[0], GIVEN)
            or _is_initial(left[0], right[0])
            or _is_initial(right[0], left[0])
        )
    return left[0] == right[0] and same_word(left[-1], right[-1], SURNAME)


def _is_initial(short: str, word: str) -> bool:
    return len(short.rstrip(".")) == 1 and word[:1] == short[0]


@lru_cache(200_000)
def middle(text: str) -> tuple[str, ...]:
    """Return the initials of a person's middle names."""
    return tuple(word[0] for word in parts(text)[1:-1])
