"""What a word is to the index, and when two words count as one."""

from __future__ import annotations

import re
import threading
from typing import cast

import Stemmer

from briefreader.search.documents import FOLDED
from briefreader.text.normal import fold_accents, fold_case

# Words so frequent that, beside others, they say nothing. "US", "may" and "will" are not among them: here
# they are a country, a month and a testament, too.
_STOP_WORDS = (
    "a an and any are as at be been but by can could did do does for from had has have he her his how if in "
    "into is it its no not of on or our she so such than that the their them then there these they this "
    "those to was we were what when where whether which who why with would you your"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")
_PLAIN = re.compile(r"[^\W_]+", re.ASCII)
# Accents written as code points of their own belong to the letter before; an ideograph is a word of its own.
_ANY = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:[\u0300-\u036f]+[^\W_{_IDEOGRAPH}]*)*")

ACCENTS = re.compile("[\u0300-\u036f]+")
FOLDS = re.compile(f"{FOLDED}+")
LONGEST = 64  # letters; what is longer is no word but data in the text


def raw_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, in their order, accents kept."""
    return _pattern(text).findall(fold_case(text))


def normal_words(text: str) -> list[str]:
    """Return the words of ``text`` as the index holds them."""
    return [normal(word) for word in raw_words(text)]


def normal(word: str) -> str:
    """Return a lower-case word as the index holds it: without accents, and cut where no word is that long."""
    if not word.isascii():
        word = fold_accents(ACCENTS.sub("", fold_case(word)))
    return word[:LONGEST]


def _pattern(text: str) -> re.Pattern[str]:
    return _PLAIN if text.isascii() else _ANY


class _Stemmers(threading.local):
    """One Snowball stemmer per thread: it is not made to be shared."""

    def __init__(self) -> None:
        self.stem = Stemmer.Stemmer("english", 0).stemWord


_stemmers = _Stemmers()


def stem(word: str) -> str:
    """Return the stem of a normal word (Porter 2, the English Snowball stemmer)."""
    return cast(str, _stemmers.stem(word))
