"""Lines that repeat what the same page says elsewhere: doubled titles, summaries, glued copies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefreader.ingest.lines import Line
from briefreader.text.normal import comparable

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_CONTAINED = 0.85
_TITLE_WORDS = 3


def repeated_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) stand again further down; the last copy is the one that stays."""
    folds: dict[int, str] = {}
    last: dict[str, int] = {}
    for place, line in enumerate(lines):
        key = comparable(line.text)
        if key in last and line.words:
            folds[last[key]] = "repeated line"
        last[key] = place
    return folds


def repeated_titles(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) that are long but no sentences stand again further down.

    What else a text repeats that is no page, such as a refrain or a short answer, is meant to be there.
    """
    return {
        place: reason
        for place, reason in repeated_lines(lines).items()
        if lines[place].words >= _TITLE_WORDS and not lines[place].ends_sentence
    }


def glued_copies(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) are mostly made of passages that stand further down.

    Passages are runs of five words. Some scrapers glue a page's paragraphs to one line, then give the page.
    """
    later: set[int] = set()
    copies: dict[int, str] = {}
    below: list[str] = []
    for place in reversed(range(len(lines))):
        words = _WORD.findall(comparable(lines[place].text))
        found = _shingles(words)
        if len(words) > 2 * _SHINGLE and len(found & later) >= _CONTAINED * len(found):
            copies[place] = "repeated passage"
        else:
            # With the words that follow: a glued copy runs on from paragraph to paragraph.
            later |= _shingles([*words, *below[: _SHINGLE - 1]])
            below = [*words[: _SHINGLE - 1], *below][: _SHINGLE - 1]
    return copies


def _shingles(words: list[str]) -> set[int]:
    return set(map(hash, zip(*(words[start:] for start in range(_SHINGLE)), strict=False)))
