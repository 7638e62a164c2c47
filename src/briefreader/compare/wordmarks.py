"""Within a linked pair: which words are the same, which moved, which are another's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefreader.compare.terms import term
from briefreader.model import Comparison, Link, Span
from briefreader.text.normal import comparable
from briefreader.text.words import words

Change = Literal["same", "moved", "changed"]


@dataclass(frozen=True, slots=True)
class WordMark(Span):
    """Some words of one side of a link: in both in the same order, in both elsewhere, or in this one only."""

    change: Change


@dataclass(frozen=True, slots=True)
class _Block:
    a: int
    b: int
    length: int


def word_marks(comparison: Comparison, link: Link) -> tuple[tuple[WordMark, ...], tuple[WordMark, ...]]:
    """Return the marks of both sides of a link, in order; together they cover every word of its units.

    Common blocks are taken longest first wherever they stand (greedy string tiling: Wise 1993); those that
    keep their order in the heaviest chain are the same, the others moved.
    """
    sides = [
        _words(comparison, place, units) for place, units in zip(link.pair, (link.a, link.b), strict=True)
    ]
    (text_a, spans_a), (text_b, spans_b) = sides
    blocks = _tiles(text_a, text_b)
    kept = _in_order(blocks)
    marks_a = _marks(spans_a, [(block.a, block.length, block in kept) for block in blocks])
    marks_b = _marks(spans_b, [(block.b, block.length, block in kept) for block in blocks])
    return marks_a, marks_b


def _words(comparison: Comparison, place: int, units: Sequence[int]) -> tuple[list[str], list[Span]]:
    text = comparison.articles[place].text
    spans = [span for unit in units for span in words(text, comparison.units[place][unit])]
    return [comparable(span.cut(text)) for span in spans], spans


def _tiles(a: Sequence[str], b: Sequence[str]) -> list[_Block]:
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    found: list[_Block] = []
    while block := _longest(a, b, free_a, free_b):
        found.append(block)
        free_a -= set(range(block.a, block.a + block.length))
        free_b -= set(range(block.b, block.b + block.length))
    return found


def _longest(a: Sequence[str], b: Sequence[str], free_a: set[int], free_b: set[int]) -> _Block | None:
    """Return the longest common block of free words; a lone function word is none."""
    best: _Block | None = None
    for i in sorted(free_a):
        for j in sorted(free_b):
            length = 0
            while i + length in free_a and j + length in free_b and a[i + length] == b[j + length]:
                length += 1
            telling = length > 1 or (length == 1 and term(a[i]))
            if telling and (best is None or length > best.length):
                best = _Block(i, j, length)
    return best


def _in_order(blocks: Sequence[_Block]) -> set[_Block]:
    """Return the chain of blocks with most words that stand in one order on both sides."""
    ordered = sorted(blocks, key=lambda block: block.a)
    chains: list[tuple[int, list[_Block]]] = []
    for block in ordered:
        before = [chain for chain in chains if chain[1][-1].b < block.b]
        weight, chain = max(before, key=lambda known: known[0], default=(0, []))
        chains.append((weight + block.length, [*chain, block]))
    return set(max(chains, key=lambda known: known[0], default=(0, []))[1])


def _marks(spans: Sequence[Span], blocks: Sequence[tuple[int, int, bool]]) -> tuple[WordMark, ...]:
    changes: list[Change] = ["changed"] * len(spans)
    borders = set()
    for first, length, in_order in blocks:
        changes[first : first + length] = ["same" if in_order else "moved"] * length
        borders.add(first)
    marks: list[WordMark] = []
    for n, (span, change) in enumerate(zip(spans, changes, strict=True)):
        if marks and marks[-1].change == change and n not in borders:
            marks[-1] = WordMark(marks[-1].start, span.end, change)
        else:
            marks.append(WordMark(span.start, span.end, change))
    return tuple(marks)
