"""Paragraphs, headings, quotations and list items, from the lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from briefreader.ingest.lines import STOP_WORDS, Line, split_lines
from briefreader.model import Block, BlockKind

_HASHES = re.compile(r"#{1,6}\s")
_ITEM = re.compile(r"(?:[-*+•·–]|\d{1,3}[.)])\s+\S")
_NARROWEST, _WIDEST = 45, 110
_CUT_MID_SENTENCE = 60


def paragraphs(text: str, *, markdown: bool = False) -> list[Line]:
    """Return the lines of ``text``, those that a paragraph was wrapped into as one."""
    joined: list[Line] = []
    for group in _groups(text):
        wrapped = markdown or _is_wrapped(group)
        parts: list[Line] = []
        for line in group:
            if parts and not _continues(parts, line, wrapped):
                joined.append(_join(text, parts))
                parts = []
            parts.append(line)
        joined.append(_join(text, parts))
    return joined


def blocks(lines: list[Line]) -> tuple[Block, ...]:
    """Return what each of ``lines`` is in the article: paragraph, heading, quotation or list item."""
    return tuple(_block(line, below) for line, below in zip_longest(lines, lines[1:]))


def _groups(text: str) -> Iterator[list[Line]]:
    """Part the lines at the blank lines between them."""
    group: list[Line] = []
    for line in split_lines(text):
        if group and text.count("\n", group[-1].end, line.start) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(group: list[Line]) -> bool:
    """Tell whether the lines were cut at a column: all but the last of like length."""
    lengths = [len(line) for line in group[:-1]]
    if len(lengths) < 2 or len(group[-1]) > _WIDEST:
        return False
    return _NARROWEST <= max(lengths) <= _WIDEST and min(lengths) >= 0.7 * max(lengths)


def _continues(parts: list[Line], line: Line, wrapped: bool) -> bool:
    """Tell whether ``line`` goes on with the paragraph that has ``parts`` so far."""
    before = parts[-1].text
    if _kind(line.text) != "paragraph" and not (_kind(before) == _kind(line.text) == "quote"):
        return False
    if _HASHES.match(before):
        return False
    return wrapped or _is_cut(parts[0].text, before, line.text)


def _is_cut(first: str, before: str, after: str) -> bool:
    """Tell whether a sentence goes on from the line ``before`` to the line ``after``."""
    if before[-1] in '.!?:;"”' or before.count(" ") < 3 or first[0].islower():
        return False
    if len(before) >= _CUT_MID_SENTENCE and before.rsplit(None, 1)[-1] in STOP_WORDS:
        return True
    return after[0].islower() and len(after) >= _NARROWEST


def _join(text: str, parts: list[Line]) -> Line:
    if len(parts) == 1:
        return parts[0]
    start, end = parts[0].start, parts[-1].end
    return Line(start, end, text[start:end], parts[0].indent)


def _kind(text: str) -> BlockKind:
    if text[0].isalpha():
        return "paragraph"
    if _HASHES.match(text):
        return "heading"
    if text.startswith(">"):
        return "quote"
    return "item" if _ITEM.match(text) else "paragraph"


def _block(line: Line, below: Line | None) -> Block:
    kind = _kind(line.text)
    if kind == "paragraph" and below is not None and _is_heading(line.text, below.text):
        kind = "heading"
    return Block(line.start, line.end, kind)


def _is_heading(text: str, below: str) -> bool:
    """Tell whether ``text`` is short, unpunctuated and stands over something longer."""
    if len(text) > 120 or len(below) < 1.5 * len(text) or "\n" in text:
        return False
    return text[-1] not in '.,;:!…"”' and text[0].isupper() and len(text.split()) >= 2
