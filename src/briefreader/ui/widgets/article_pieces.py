"""An article cut into paragraphs, headings, quotes, items and folds, with nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import Article, Block, BlockKind, Span
from briefreader.ui.widgets.fold_groups import FoldGroup

_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_HARD_WRAP_FROM = 40
_NEARLY = 0.6
_PROSE_FROM = 60
"""Lines of verse are hardly ever so long."""
_ITEM = re.compile(r"[ \t]*([-*•+]|\d+[.)])[ \t]")
_RUNS_ON = re.compile(r"[\w,]\Z")


@dataclass(frozen=True, slots=True)
class Piece(Span):
    """A stretch set alike. ``fold`` is the group that the text is folded into, None where it is open text."""

    kind: BlockKind
    fold: FoldGroup | None = None


def pieces(article: Article, groups: Sequence[FoldGroup]) -> Iterator[Piece]:
    """Yield the pieces of an article in order; only white space lies between them."""
    blocks = sorted(article.paragraphs)
    at = 0
    for group in groups:
        yield from _open(article.text, blocks, at, group.start)
        yield Piece(group.start, group.end, "paragraph", group)
        at = group.end
    yield from _open(article.text, blocks, at, len(article.text))


def _open(text: str, blocks: list[Block], start: int, end: int) -> Iterator[Piece]:
    for block in blocks:
        if block.end <= start or block.start >= end:
            continue
        yield from _loose(text, start, max(block.start, start))
        yield from _trimmed(text, max(block.start, start), min(block.end, end), block.kind)
        start = min(block.end, end)
    yield from _loose(text, start, end)


def _loose(text: str, start: int, end: int) -> Iterator[Piece]:
    """Take text that no block covers for paragraphs, with an empty line between them."""
    at = start
    for gap in _EMPTY_LINE.finditer(text, start, end):
        yield from _trimmed(text, at, gap.start(), "paragraph")
        at = gap.end()
    yield from _trimmed(text, at, end, "paragraph")


def _trimmed(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Piece]:
    """Take the empty lines and the space behind off a stretch, and leave its first indent."""
    while start < end and text[start] == "\n":
        start += 1
    body = text[start:end].rstrip()
    if body:
        yield Piece(start, start + len(body), kind)


def marker_width(text: str) -> int:
    """Return how wide the bullet or number is with which an item begins, the space behind it included."""
    marker = _ITEM.match(text)
    return marker.end() if marker else 0


def was_wrapped(text: str) -> bool:
    """Tell whether the line ends in ``text`` come from an old line width or a tag, and not from its author.

    So it seems when all lines but the last are long and nearly of one length, or when each stops in the
    middle of a sentence, as around what was a link; and when none begins an item.
    """
    *lines, last = text.split("\n")
    begun = [*lines[1:], last]
    if not lines or any(_ITEM.match(line) for line in begun):
        return False
    longest = max(map(len, lines))
    if longest >= _HARD_WRAP_FROM and all(len(line) >= _NEARLY * longest for line in lines):
        return True
    return (
        max(longest, len(last)) >= _PROSE_FROM
        and all(_RUNS_ON.search(line.rstrip()) for line in lines)
        and any(line[:1].islower() for line in begun)
    )
