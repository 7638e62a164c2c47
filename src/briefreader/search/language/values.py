"""What stands behind a field's colon, or free: words, quotes, patterns, fuzzy words, dates, questions."""

from __future__ import annotations

import re

from briefreader.model import Span
from briefreader.search.language.dates import dates
from briefreader.search.language.lexer import Sign
from briefreader.search.language.nodes import (
    And,
    Asked,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    Pattern,
    Phrase,
    Word,
)
from briefreader.search.language.problems import QueryError
from briefreader.search.words import MARKS, normal, normal_words

TEXT_FIELDS = ("title", "body", "source", "author", "url", "lang")
DATE_FIELDS = ("date", "since", "before")
ENTITY_FIELDS = ("person", "place", "org", "misc", "entity")
ASKED_FIELDS = (*ENTITY_FIELDS, "note", "tag", "like")
FLAGS = {"is": ("read", "unread", "starred"), "has": ("note",)}
FIELDS = (*TEXT_FIELDS, *DATE_FIELDS, *ASKED_FIELDS, *FLAGS)
_OTHER_NAMES = {
    "language": "lang",
    "organization": "org",
    "organisation": "org",
    "location": "place",
    "people": "person",
}
_FUZZY = re.compile(r"(.+?)~(\d*)")
_RUN = re.compile(rf"(?:[^\W_]|[*?{MARKS}])+")
_LETTER = re.compile(r"[^\W_]")
_WIDEST = 10_000  # words between; more are anywhere in an article
_MOST_EDITS = 2


def known_field(sign: Sign, *, followed: bool) -> str:
    """Return the field's name.

    Raises:
        QueryError: there is none of that name, and something stands behind the colon.
    """
    name = sign.text.lower()
    name = _OTHER_NAMES.get(name, name)
    if name not in FIELDS and followed:
        from difflib import get_close_matches  # only what is wrong has a use for it

        near = get_close_matches(name, FIELDS, 1)
        hint = f"did you mean {near[0]}:?" if near else "quote it to search for the words."
        raise QueryError(f"There is no field {sign.text}: {hint}", sign.where)
    return name


def value(field: str, sign: Sign, *, growing: bool, typing: bool) -> Node:
    """Return the leaf that ``sign`` stands for in ``field``.

    Raises:
        QueryError: the field cannot have such a value.
    """
    if field in DATE_FIELDS:
        return dates(field, sign.text.strip(), sign.where, growing=growing)
    if field in FLAGS:
        return _flag(field, sign, growing)
    if field in ASKED_FIELDS:
        text = sign.text.strip()
        return Asked(field, text, sign.where, open=typing) if text else Nothing()
    if sign.kind == "quoted":
        return _quoted(field, sign)
    return _word(field, sign, typing)


def _flag(field: str, sign: Sign, growing: bool) -> Node:
    text = sign.text.strip().lower()
    if text == "unread":
        return Not(Asked(field, "read", sign.where))
    if text in FLAGS[field]:
        return Asked(field, text, sign.where)
    if growing and any(flag.startswith(text) for flag in FLAGS[field]):
        return Nothing()
    known = ", ".join(f"{field}:{flag}" for flag in FLAGS[field])
    raise QueryError(f"There is no {field}:{text}; there is {known}.", sign.where)


def _quoted(field: str, sign: Sign) -> Node:
    words = tuple(normal_words(sign.text))
    if not words:
        return Nothing()
    if sign.gap and len(words) > 1:
        return Near(words, _number(sign.gap, _WIDEST), sign.where, field)
    return Phrase(words, sign.where, field, open=not sign.closed)


def _word(field: str, sign: Sign, typing: bool) -> Node:
    text = _without_possessive(sign.text.lower().rstrip("?"))
    if text == "*" and not field:
        return Not(Nothing())
    if fuzzy := _FUZZY.fullmatch(text):
        return _fuzzy(field, fuzzy, sign.where)
    if "*" in text or "?" in text:
        return _pattern(field, text, sign.where)
    words = tuple(normal_words(text))
    if len(words) > 1:
        return Phrase(words, sign.where, field, open=typing)
    return Word(words[0], sign.where, field, open=typing) if words else Nothing()


def _without_possessive(text: str) -> str:
    return text[:-2] if len(text) > 3 and text.endswith(("'s", "’s")) else text


def _fuzzy(field: str, match: re.Match[str], where: Span) -> Node:
    words = normal_words(match[1])
    edits = _number(match[2] or "1", _MOST_EDITS + 1)
    if not 0 < edits <= _MOST_EDITS:
        raise QueryError(f"A fuzzy word may differ in 1 or {_MOST_EDITS} letters, as in wrod~2.", where)
    if len(words) != 1:
        return Phrase(tuple(words), where, field) if words else Nothing()
    return Fuzzy(words[0], edits, where, field)


def _number(digits: str, most: int) -> int:
    """Read a number; what is larger than ``most``, of however many digits, counts as that."""
    significant = digits.lstrip("0")
    return most if len(significant) > len(str(most)) else min(most, int(significant or 0))


def _pattern(field: str, text: str, where: Span) -> Node:
    """Read each run of letters and stars as a word of its own: ``near-dup*`` means "near" and ``dup*``."""
    parts = [normal(part) for part in _RUN.findall(text) if _LETTER.search(part)]
    nodes: list[Node] = [
        Pattern(part, where, field) if "*" in part or "?" in part else Word(part, where, field)
        for part in parts
    ]
    if len(nodes) > 1:
        return And(tuple(nodes))
    return nodes[0] if nodes else Nothing()
