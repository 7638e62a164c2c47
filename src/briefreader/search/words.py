"""What a word is to the index, and when two words count as one."""

from __future__ import annotations

import re
from unicodedata import category

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

# Scripts that put no blanks between words: each sign is a word, and a word of theirs a phrase.
_SIGN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
# What readers leave out: accents written as code points of their own, the vowel points of Hebrew and Arabic,
# the Arabic stretching sign, joiners; and the dotted circle, which stands for a soft hyphen or a hidden sign.
_LEFT_OUT = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u200c\u200d\u25cc"
)
# Vowel signs of other scripts, which are no letters to Python, but parts of a word that tell it from others.
_FOREIGN = (*range(0x0700, 0x0E00), *range(0x0F00, 0x1D00), *range(0xA800, 0xAC00))
VOWELS = frozenset(char for char in map(chr, _FOREIGN) if category(char) in ("Mn", "Mc"))
MARKS = _LEFT_OUT + "".join(sorted(VOWELS))
_LETTERS = rf"[^\W_{_SIGN}\u0640]+"

SIGNS = re.compile(f"[{_SIGN}]")
ACCENTS = re.compile(f"[{_LEFT_OUT}]+")
FOLDS = re.compile(f"{FOLDED}+")
LONGEST = 64  # letters; what is longer is no word but data in the text
_PLAIN = re.compile(r"[^\W_]+", re.ASCII)
_ANY = re.compile(rf"[{_SIGN}]|{_LETTERS}(?:[{MARKS}]+(?:{_LETTERS})?)*")


def raw_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, in their order, accents kept."""
    return pattern(text).findall(fold_case(text))


def normal_words(text: str) -> list[str]:
    """Return the words of ``text`` as the index holds them."""
    return [normal(word) for word in raw_words(text)]


def normal(word: str) -> str:
    """Return a lower-case word as the index holds it: without accents, and cut where no word is that long."""
    if not word.isascii():
        word = fold_accents(ACCENTS.sub("", fold_case(word)))
    return word[:LONGEST]


def pattern(text: str) -> re.Pattern[str]:
    """Return what matches every word of ``text`` in lower case."""
    return _PLAIN if text.isascii() else _ANY
