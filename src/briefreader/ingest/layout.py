"""Paragraphs, headings, quotations and list items, from the lines of a text."""

from __future__ import annotations

import re

from briefreader.ingest.lines import STOP_WORDS, Line
from briefreader.model import Block, BlockKind

_HASHES = re.compile(r"#{1,6}\s")
_ITEM = re.compile(r"(?:[-*+•·–]|\d{1,3}[.)])\s+\S")
_WRAPPED = (45, 110)


def blocks(text: str, lines: list[Line], *, markdown: bool = False) -> tuple[Block, ...]:
    """Return the blocks of ``text``; lines that a wrapped paragraph was cut into are one block again."""
    found: list[Block] = []
    for group in _groups(text, lines):
        wrapped = markdown or _is_wrapped(group)
        current: list[Line] = []
        for line in group:
            if current and not _continues(current[-1], line, wrapped):
                found.append(_block(current))
                current = []
            current.append(line)
        found.append(_block(current))
    return tuple(_with_headings(found, text))


def _groups(text: str, lines: list[Line]) -> list[list[Line]]:
    """Part the lines at the blank lines between them."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and text.count("\n", groups[-1][-1].end, line.start) == 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_wrapped(group: list[Line]) -> bool:
    """Tell whether the lines were cut at a column: all but the last of like length."""
    lengths = [len(line) for line in group[:-1]]
    if len(lengths) < 2:
        return False
    low, high = _WRAPPED
    return low <= max(lengths) <= high and min(lengths) >= 0.7 * max(lengths) and len(group[-1]) <= high


def _continues(before: Line, line: Line, wrapped: bool) -> bool:
    if _kind(line) != "paragraph" and not (_kind(before) == _kind(line) == "quote"):
        return False
    if _HASHES.match(before.text):
        return False
    if wrapped:
        return True
    if before.ends_sentence or before.words < 4:
        return False
    return line.text[0].islower() or before.text.rsplit(None, 1)[-1] in STOP_WORDS


def _kind(line: Line) -> BlockKind:
    if _HASHES.match(line.text):
        return "heading"
    if line.text.startswith(">"):
        return "quote"
    return "item" if _ITEM.match(line.text) else "paragraph"


def _block(lines: list[Line]) -> Block:
    return Block(lines[0].start, lines[-1].end, _kind(lines[0]))


def _with_headings(found: list[Block], text: str) -> list[Block]:
    """Name as headings the short, unpunctuated paragraphs that stand above another."""
    named = []
    for block, below in zip(found, [*found[1:], None], strict=False):
        if block.kind == "paragraph" and below is not None and _is_heading(block.cut(text), below.cut(text)):
            block = Block(block.start, block.end, "heading")
        named.append(block)
    return named


def _is_heading(text: str, below: str) -> bool:
    if len(text) > 120 or len(below) < 1.5 * len(text) or "\n" in text:
        return False
    return text[-1] not in '.,;:!…"”' and text[0].isupper() and len(text.split()) >= 2
