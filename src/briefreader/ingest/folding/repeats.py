"""Lines that repeat what the same page says elsewhere: doubled titles, summaries, glued copies."""

from __future__ import annotations

from collections import Counter

from briefreader.ingest.lines import Line
from briefreader.text.normal import comparable
from briefreader.text.words import words

_SHINGLE = 5
_CONTAINED = 0.7


def repeated(lines: list[Line]) -> dict[int, str]:
    """Return which lines (by place in ``lines``) repeat others, and how; the last copy is the one that stays.

    A long line whose runs of five words mostly stand in other lines too is a copy of them all, glued.
    """
    folds: dict[int, str] = {}
    last: dict[str, int] = {}
    for place, line in enumerate(lines):
        key = comparable(line.text)
        if key in last:
            folds[last[key]] = "repeated line"
        last[key] = place
    folds.update(_glued(lines, folds))
    return folds


def _glued(lines: list[Line], folded: dict[int, str]) -> dict[int, str]:
    shingles = {
        place: _shingles(line.text)
        for place, line in enumerate(lines)
        if place not in folded and line.words > 2 * _SHINGLE
    }
    counts = Counter(shingle for found in shingles.values() for shingle in found)
    copies: dict[int, str] = {}
    for place, found in shingles.items():
        shared = sum(counts[shingle] > 1 for shingle in found)
        if found and shared >= _CONTAINED * len(found) and _is_copy(place, found, shingles, copies):
            copies[place] = "repeated passage"
            counts.subtract(found)
    return copies


def _is_copy(place: int, found: set[int], shingles: dict[int, set[int]], copies: dict[int, str]) -> bool:
    """Tell whether the line can go: what it shares stands in lines that stay and come later."""
    later = set[int]().union(*(s for p, s in shingles.items() if p > place and p not in copies))
    return len(found & later) >= _CONTAINED * len(found)


def _shingles(text: str) -> set[int]:
    plain = comparable(text)
    found = [span.cut(plain) for span in words(plain)]
    return {hash(tuple(found[i : i + _SHINGLE])) for i in range(len(found) - _SHINGLE + 1)}
