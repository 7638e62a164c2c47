"""Normal forms of text for comparing; all keep the length, so that spans hold."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′‵ʼʹ`´＇", "'"),
        **dict.fromkeys("“”„‟″‶«»〝〞＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
    }
)
# Letters that Unicode does not decompose, by the letter a reader would type for them.
_TYPED = dict(zip("łŁøØđĐðÐħĦıŧŦæÆœŒßþÞ", "lLoOdDdDhHitTaAoOstT", strict=True))


def fold_case(text: str) -> str:
    """Return ``text`` in lower case, code point by code point."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else low[0] for char in text)


# Kana with a voicing mark, syllables of Hangul and rare ideographs decompose, too, but into other signs.
_WHOLE = re.compile("[\u3040-\u30ff\uac00-\ud7a3\U0002f800-\U0002fa1f]")


@lru_cache(maxsize=4096)
def _base(char: str) -> str:
    if _WHOLE.match(char):
        return char
    return _TYPED.get(char) or unicodedata.normalize("NFD", char)[0]


def fold_accents(text: str) -> str:
    """Return ``text`` with each letter without its accents: ``Brașov`` gives ``Brasov``."""
    return text if text.isascii() else "".join(map(_base, text))


def straighten(text: str) -> str:
    """Return ``text`` with every kind of quotation mark and dash as ``'``, ``"`` and ``-``."""
    return text if text.isascii() else text.translate(_QUOTES)


def comparable(text: str) -> str:
    """Return ``text`` with case, accents, quotation marks and dashes made one."""
    return fold_accents(straighten(fold_case(text)))
