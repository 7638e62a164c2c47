"""A query cut into its signs. Nothing is wrong here yet: whatever is typed has a reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefreader.model import Span

Kind = Literal["open", "close", "and", "or", "not", "plus", "minus", "field", "quoted", "word"]

_OPERATORS: dict[str, Kind] = {"AND": "and", "OR": "or", "NOT": "not"}
_PATTERN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<quoted>["“”„«»](?P<inside>[^"“”«»]*)(?P<end>["“”«»]?)(?:~(?P<gap>\d*))?)
  | (?P<sign>(?<![^\s(])[+\-−](?=[^\s+\-−]))
  | (?P<field>(?<![^\s(+\-−])(?P<name>[A-Za-z]+):(?!//))
  | (?P<word>[^\s()"“”„«»]+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a query. ``text`` is the word, the field's name or what stands between the quotes.

    ``gap`` is what follows ``~`` behind a closing quote, "" where nothing does yet; ``closed`` tells whether
    the quote is.
    """

    kind: Kind
    text: str
    where: Span
    gap: str | None = None
    closed: bool = True


def signs(query: str) -> list[Sign]:
    """Cut ``query`` into signs."""
    return [_sign(match) for match in _PATTERN.finditer(query) if match.lastgroup != "space"]


def _sign(match: re.Match[str]) -> Sign:
    where = Span(*match.span())
    if match["quoted"] is not None:
        return Sign("quoted", match["inside"], where, match["gap"], bool(match["end"]))
    if match["sign"]:
        return Sign("plus" if match["sign"] == "+" else "minus", match["sign"], where)
    if match["field"]:
        return Sign("field", match["name"], where)
    if match["open"] or match["close"]:
        return Sign("open" if match["open"] else "close", match[0], where)
    return Sign(_OPERATORS.get(match[0], "word"), match[0], where)
