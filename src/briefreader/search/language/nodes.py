"""The parts of a query. Leaves say which field they mean: "" is title and body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from briefreader.model import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word and all that shares its stem; ``open`` while it may still be growing."""

    text: str
    where: Span
    field: str = ""
    required: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words just as they are written, one after another; a single one is that form and no other.

    While it is ``open``, for want of the closing quote, its last word may be the beginning of one.
    """

    words: tuple[str, ...]
    where: Span
    field: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words, or forms of them, in any order with at most ``gap`` other words between."""

    words: tuple[str, ...]
    gap: int
    where: Span
    field: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that match ``text``, where ``*`` stands for any letters and ``?`` for one."""

    text: str
    where: Span
    field: str = ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most ``edits`` letters away."""

    text: str
    edits: int
    where: Span
    field: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles of ``first`` up to and with ``last`` (or before it); each is a year, a month or a day."""

    first: str | None
    last: str | None
    where: Span
    before: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What only the library knows: an entity, a mark, a note, articles like another.

    While it is ``open`` its value may be the beginning of one.
    """

    kind: str
    value: str
    where: Span
    open: bool = False


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All articles but those of the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty query, or a part of one that says nothing yet."""


Leaf: TypeAlias = Word | Phrase | Near | Pattern | Fuzzy | Dates | Asked
Node: TypeAlias = Leaf | And | Or | Not | Nothing


def leaves(node: Node) -> Iterator[Leaf]:
    """Yield the leaves that an article is found by, from left to right; none under a NOT."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not() | Nothing():
            return
        case _:
            yield node
