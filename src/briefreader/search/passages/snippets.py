"""Chooses the passage of a text that shows best what matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefreader.model import Snippet, Span
from briefreader.search.documents import FOLDED
from briefreader.search.passages.highlighter import Lit, heading_of

LENGTH = 200  # code points
_ENOUGH = 100  # matches; of more, the best passage is sought among the first
_LEAD = 50  # of them before the first match, where no sentence begins there
_BLANK = re.compile(r"\s{3,}")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=\S)|\n+")


def passage(text: str, title: str, lit: Sequence[Lit]) -> Snippet:
    """Return the passage that shows best what matched below the title, and what matched in the title.

    A title is shown beside its passage: only where nothing else matched the passage begins with it.
    """
    heading = heading_of(text, title)
    within = [one for one in lit if heading.contains(one)]
    below = [one for one in lit if not heading.contains(one)]
    found = tuple(Span(one.start - heading.start, one.end - heading.start) for one in within)
    return replace(snippet(text, below or lit), in_title=found)


def snippet(text: str, lit: Sequence[Lit], length: int = LENGTH) -> Snippet:
    """Return the passage with the most different leaves of the query, then the most matches, the first of
    equals.

    Without a match it is the beginning of the text.
    """
    if not lit:
        return _cut(text, *_trimmed(text, 0, length), ())
    lit = lit[:_ENOUGH]
    first, last = _densest(lit, length - _LEAD)
    start = _start(text, lit[first].start)
    start, end = _trimmed(text, start, start + length)
    end = max(end, min(lit[first].end, start + 2 * length))
    return _cut(text, start, end, [one for one in lit[first : last + 1] if one.end <= end])


def _densest(lit: Sequence[Lit], room: int) -> tuple[int, int]:
    """Return the first and last of the matches that make the best passage of ``room`` code points."""
    best, value = (0, 0), (0, 0)
    last = 0
    for first, one in enumerate(lit):
        last = max(last, first)
        while last + 1 < len(lit) and lit[last + 1].end - one.start <= room:
            last += 1
        worth = (len({other.leaf for other in lit[first : last + 1]}), last - first)
        if worth > value:
            best, value = (first, last), worth
    return best


def _start(text: str, match: int) -> int:
    """Return where the sentence of the match begins, or a word a little before it."""
    earliest = max(0, match - _LEAD)
    begins = [found.end() for found in _SENTENCE.finditer(text, earliest, match)]
    if begins or not earliest:
        return begins[0] if begins else 0
    space = text.find(" ", earliest, match)
    return space + 1 if space >= 0 else earliest


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks at both ends, what lies behind a folded part, and half a word at the end."""
    while start < len(text) and text[start].isspace():
        start, end = start + 1, end + 1
    if (gap := _BLANK.search(text, start, end)) and gap.end() - gap.start() > LENGTH // 8:
        end = gap.start()
    if end < len(text) and (space := max(text.rfind(" ", start, end), text.rfind("\n", start, end))) > start:
        end = space
    return start, start + len(text[start:end].rstrip())


def _cut(text: str, start: int, end: int, lit: Sequence[Lit]) -> Snippet:
    return Snippet(
        text[start:end].replace(FOLDED, " "),
        start,
        tuple(Span(one.start - start, one.end - start) for one in lit),
    )
