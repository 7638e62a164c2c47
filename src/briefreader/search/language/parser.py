"""From a query's signs to its tree.

Whoosh has a parser, with plug-ins; ours says where a query is wrong, reads a half-typed one for its whole
part, and costs a program that has just been started nothing: importing theirs alone takes most of what a
first answer may.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from briefreader.search.language.lexer import Sign, signs
from briefreader.search.language.nodes import And, Node, Not, Nothing, Or, Word
from briefreader.search.language.problems import QueryError
from briefreader.search.language.values import known_field, value
from briefreader.search.words import STOP_WORDS

_SURROGATES = re.compile("[\ud800-\udfff]")  # bytes on the command line that are no UTF-8
_DEEPEST = 50  # brackets or NOTs; more are no query but an accident, and would exhaust the stack


def parse(query: str, *, typing: bool = False) -> Node:
    """Return the tree of ``query``; with ``typing`` its last word may be the beginning of one.

    Raises:
        QueryError: it is wrong, and typing on does not make it right.
    """
    return _Parser(query, typing).parse()


class _Parser:
    """Recursive descent: OR binds loosest, then AND (which need not be written), then NOT, - and +."""

    def __init__(self, query: str, typing: bool) -> None:
        self._signs = signs(_SURROGATES.sub("\ufffd", query))
        self._at = 0
        self._depth = 0
        self._end = len(query)
        self._typing = typing

    def parse(self) -> Node:
        node = self._alternatives("")
        if (sign := self._peek()) is not None:
            raise QueryError("This ) closes no bracket.", sign.where)
        return node

    def _peek(self) -> Sign | None:
        return self._signs[self._at] if self._at < len(self._signs) else None

    def _accept(self, *kinds: str) -> Sign | None:
        sign = self._peek()
        if sign is None or sign.kind not in kinds:
            return None
        self._at += 1
        return sign

    def _alternatives(self, field: str) -> Node:
        parts = [self._all_of(field)]
        while sign := self._accept("or"):
            self._insist_on_sides(sign, before=self._signs[self._at - 2 : self._at - 1])
            parts.append(self._all_of(field))
        return _joined(Or, parts)

    def _all_of(self, field: str) -> Node:
        parts: list[Node] = []
        while (sign := self._peek()) is not None and sign.kind not in ("close", "or"):
            if self._accept("and"):
                self._insist_on_sides(sign, before=self._signs[self._at - 2 : self._at - 1])
            else:
                parts.append(self._one(field))
        return _joined(And, _without_stop_words(parts))

    def _insist_on_sides(self, sign: Sign, before: list[Sign]) -> None:
        """AND and OR stand between two things; behind them there may be nothing yet."""
        if self._at == 1 or before[0].kind in ("open", "and", "or", "not", "minus", "plus"):
            raise QueryError(f"{sign.text} needs something before it.", sign.where)
        following = self._peek()
        if following is not None and following.kind in ("and", "or", "close"):
            raise QueryError(f"{sign.text} needs something behind it.", sign.where)

    def _one(self, field: str) -> Node:
        if self._accept("not", "minus"):
            part = self._operand(field)
            return part if isinstance(part, Nothing) else Not(part)
        if self._accept("plus"):
            part = self._operand(field)
            return replace(part, required=True) if isinstance(part, Word) else part
        return self._primary(field)

    def _operand(self, field: str) -> Node:
        with self._deeper():
            return self._following(field)

    def _following(self, field: str) -> Node:
        following = self._peek()
        if following is None:
            return Nothing()
        if following.kind in ("and", "or", "close"):
            sign = self._signs[self._at - 1]
            raise QueryError(f"{sign.text} needs something behind it.", sign.where)
        return self._one(field)

    def _primary(self, field: str) -> Node:
        sign = self._signs[self._at]
        self._at += 1
        if sign.kind == "open":
            return self._bracket(field)
        if sign.kind == "field":
            return self._field(sign)
        growing = sign.where.end == self._end
        return value(field, sign, growing=growing, typing=growing and self._typing)

    def _bracket(self, field: str) -> Node:
        with self._deeper():
            node = self._alternatives(field)
        self._accept("close")
        return node

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        sign = self._signs[self._at - 1]
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError(f"Brackets and NOTs go at most {_DEEPEST} deep.", sign.where)
        yield
        self._depth -= 1

    def _field(self, sign: Sign) -> Node:
        following = self._peek()
        if following is None or following.kind not in ("word", "quoted", "open"):
            known_field(sign, followed=following is not None)
            return Nothing()
        return self._primary(known_field(sign, followed=True))


def _joined(kind: Callable[[tuple[Node, ...]], Node], parts: list[Node]) -> Node:
    said = tuple(part for part in parts if not isinstance(part, Nothing))
    if len(said) > 1:
        return kind(said)
    return said[0] if said else Nothing()


def _without_stop_words(parts: list[Node]) -> list[Node]:
    """Leave out "the", "of" and their like where something else is asked for; + and quotes keep them."""
    telling = [part for part in parts if not _is_stop_word(part)]
    return telling if any(not isinstance(part, Nothing | Not) for part in telling) else parts


def _is_stop_word(part: Node) -> bool:
    return (
        isinstance(part, Word) and part.text in STOP_WORDS and not (part.required or part.field or part.open)
    )
