"""Positions in an article: the one coordinate system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "quote", "item"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def within(self, other: Span) -> Span:
        """Return the part that lies within ``other``, an empty span where none does."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))

    def cut(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Fold(Span):
    """Page residue: it stays in the text, closed, and search, entities and compare pass over it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A paragraph, heading, quotation or list item of an article."""

    kind: BlockKind = "paragraph"
