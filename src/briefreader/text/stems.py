"""Stems of words, so that different forms of one word are found and compared alike."""

from __future__ import annotations

import threading
from typing import cast

import Stemmer


class _Stemmers(threading.local):
    """One Snowball stemmer per thread: it is not made to be shared."""

    def __init__(self) -> None:
        self.stem = Stemmer.Stemmer("english", 0).stemWord


_stemmers = _Stemmers()


def stem(word: str) -> str:
    """Return the stem of a lower-case word (Porter 2, the English Snowball stemmer)."""
    return cast(str, _stemmers.stem(word))
