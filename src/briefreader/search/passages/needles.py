"""What to look for in a text on behalf of each leaf of a query: the very terms it means in the index."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from briefreader.search.evaluate.terms import Expansion, compiled, forms, near
from briefreader.search.index.schema import LETTERS
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import Fuzzy, Leaf, Near, Pattern, Phrase, Word
from briefreader.search.passages.folded import Needle, Place, any_of, beginning_with, like

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Needles:
    """A leaf's needles. Several count only together: in a row, or with at most ``gap`` words between."""

    leaf: int
    field: str
    each: tuple[Needle, ...]
    gap: int | None = None


def needles(number: int, leaf: Leaf, snapshot: Snapshot) -> Needles | None:
    """Return what to look for, None for a leaf that is not about words of title or body."""
    match leaf:
        case Word(field="" | "title" | "body"):
            return Needles(number, leaf.field, (_word(leaf, snapshot),))
        case Phrase(words, field="" | "title" | "body"):
            last = beginning_with(words[-1]) if leaf.open else any_of(words[-1:])
            return Needles(number, leaf.field, (*(any_of((word,)) for word in words[:-1]), last))
        case Near(words, gap, field="" | "title" | "body"):
            each = tuple(any_of(_terms(snapshot, leaf.field, forms, word)) for word in words)
            return Needles(number, leaf.field, each, gap)
        case Pattern(field="" | "title" | "body"):
            return Needles(number, leaf.field, (_pattern(leaf),))
        case Fuzzy(field="" | "title" | "body"):
            return Needles(number, leaf.field, (any_of(_terms(snapshot, leaf.field, near, leaf)),))
    return None


def _word(word: Word, snapshot: Snapshot) -> Needle:
    others = any_of(_terms(snapshot, word.field, forms, word.text))
    if not word.open:
        return others
    completed = beginning_with(word.text)

    def find(text: str) -> list[Place]:
        return sorted({*others(text), *completed(text)})

    return find


def _pattern(pattern: Pattern) -> Needle:
    if pattern.text.endswith("*") and not re.search(r"[*?]", pattern.text[:-1]):
        return beginning_with(pattern.text[:-1])
    return like(compiled(pattern).match)


def _terms(snapshot: Snapshot, field: str, meaning: Callable[[bytes, T], Expansion], asked: T) -> set[str]:
    """Return the words of the index that a leaf means, as text."""
    expansion = meaning(LETTERS[field or "body"], asked)
    return {
        term[1:].decode()
        for segment in snapshot.segments
        for first, last in expansion(segment.postings.lexicon)
        for term in segment.postings.lexicon.cut(first, last)
    }
