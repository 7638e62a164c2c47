"""Finds in a text what a query matched there: every form by its exact span, and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import Span
from briefreader.search.documents import FOLDED
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import Node, leaves
from briefreader.search.passages.folded import Place, counted, fold, following
from briefreader.search.passages.needles import Needles, needles
from briefreader.search.words import FOLDS


@dataclass(frozen=True, slots=True, order=True)
class Lit(Span):
    """A match in a text, and which leaf of the query (by number) it is one of."""

    leaf: int


class Highlighter:
    """What to look for on behalf of one query, ready for any number of texts."""

    def __init__(self, query: Node, snapshot: Snapshot) -> None:
        every = (needles(number, leaf, snapshot) for number, leaf in enumerate(leaves(query)))
        self._needles = [one for one in every if one is not None]

    def find(self, text: str, title: str) -> list[Lit]:
        """Return every match in ``text``, from left to right; of two that overlap, the longer.

        What is asked of the title alone is looked for where the text gives the title.
        """
        if not self._needles:
            return []
        folded = fold(text)
        heading = (
            heading_of(text, title) if any(one.field == "title" for one in self._needles) else Span(0, 0)
        )
        lit: list[Lit] = []
        for one in self._needles:
            for place in _between_folds(one, folded.text):
                span = Lit(*folded.original(place), one.leaf)
                if one.field != "title" or heading.contains(span):
                    lit.append(span)
        return _apart(lit)


def heading_of(text: str, title: str) -> Span:
    """Return where a text gives its title; nowhere is an empty span."""
    at = text.find(title) if title else -1
    return Span(0, 0) if at < 0 else Span(at, at + len(title))


def _between_folds(one: Needles, text: str) -> Iterator[Place]:
    """Find what stands together on one side of every fold."""
    if len(one.each) == 1 or FOLDED not in text:
        yield from _found(one, text)
        return
    start = 0
    for end, after in [*(hidden.span() for hidden in FOLDS.finditer(text)), (len(text), len(text))]:
        yield from ((start + first, start + last) for first, last in _found(one, text[start:end]))
        start = after


def _found(one: Needles, text: str) -> Iterable[Place]:
    places: list[list[Place]] = []
    for needle in one.each:
        places.append(needle(text))
        if not places[-1]:
            return ()
    if len(places) == 1:
        return places[0]
    return _in_a_row(text, places) if one.gap is None else _close_by(text, places, one.gap + len(places) - 1)


def _in_a_row(text: str, words: Sequence[list[Place]]) -> Iterator[Place]:
    for first in words[0]:
        place: Place | None = first
        for others in words[1:]:
            place = following(text, place, others) if place else None
        if place:
            yield first[0], place[1]


def _close_by(text: str, words: Sequence[list[Place]], reach: int) -> Iterator[Place]:
    """Yield the words of every group of at most ``reach`` words from its first to its last."""
    numbers = [counted(text, places) for places in words]
    for first, begins in enumerate(numbers):
        for at, begin in enumerate(begins):
            group = [words[first][at]]
            for other, theirs in enumerate(numbers):
                if other != first:
                    next_ = bisect_left(theirs, begin)
                    if next_ == len(theirs) or theirs[next_] - begin > reach:
                        break
                    group.append(words[other][next_])
            else:
                yield from group


def _apart(lit: list[Lit]) -> list[Lit]:
    """Sort, and leave out what lies within or across a longer match before it."""
    apart: list[Lit] = []
    for one in sorted(set(lit), key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart
