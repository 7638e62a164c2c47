"""Lines that repeat what the same page says elsewhere: doubled titles, summaries, glued copies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefreader.ingest.lines import Line
from briefreader.text.normal import comparable

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_CONTAINED = 0.7


def repeated_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) stand again further down; the last copy is the one that stays."""
    folds: dict[int, str] = {}
    last: dict[str, int] = {}
    for place, line in enumerate(lines):
        key = comparable(line.text)
        if key in last:
            folds[last[key]] = "repeated line"
        last[key] = place
    return folds


def glued_copies(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) are mostly made of passages that stand further down.

    Passages are runs of five words. Some scrapers glue a page's paragraphs to one line, then give the page.
    """
    later: set[int] = set()
    copies: dict[int, str] = {}
    for place in reversed(range(len(lines))):
        if lines[place].words <= 2 * _SHINGLE:
            continue
        found = _shingles(lines[place].text)
        if found and len(found & later) >= _CONTAINED * len(found):
            copies[place] = "repeated passage"
        else:
            later |= found
    return copies


def _shingles(text: str) -> set[int]:
    words = _WORD.findall(comparable(text))
    return set(map(hash, zip(*(words[start:] for start in range(_SHINGLE)), strict=False)))
