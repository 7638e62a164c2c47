"""Where words begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.model import Span

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A word may hold apostrophes, hyphens, joiners and, between digits, points and commas; an ideograph is one.
_WORD = re.compile(
    rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:(?:['’\-‐‑\u200c\u200d]|(?<=\d)[.,](?=\d))[^\W_{_IDEOGRAPH}]+)*"
)
# The same for text that is all ASCII: sets of single characters are matched three times as fast.
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:(?:['-]|(?<=\d)[.,](?=\d))[A-Za-z0-9]+)*")


def words(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the span of each word of ``text``, or of the part of it that ``within`` covers."""
    start, end = (within.start, within.end) if within else (0, len(text))
    for match in _WORD.finditer(text, start, end):
        yield Span(*match.span())


def count_words(text: str) -> int:
    """Return how many words ``text`` has."""
    return len((_ASCII_WORD if text.isascii() else _WORD).findall(text))
