"""A whole article as Markdown: what is known of it, then its text without what is folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from briefreader.export.escaping import link, plain
from briefreader.model import Article, Block, BlockKind, Span
from briefreader.text.days import moment_in_words
from briefreader.text.words import count_words

_BULLET = re.compile(r"^[-*•·]\s+")


def whole(article: Article) -> Iterator[str]:
    """Yield the lines of an article: its title, a list of what is known of it, and its open text."""
    yield from (f"## {plain(article.title)}", "", *_head(article), "")
    for number, block in enumerate(open_blocks(article)):
        words = block.cut(article.text)
        if number or words.split() != article.title.split():
            yield from (*_set(block, words), "")


def _head(article: Article) -> Iterator[str]:
    known = {
        "Source": plain(article.source or ""),
        "Author": plain(article.author or ""),
        "Date": plain(moment_in_words(article.published) or ""),
        "URL": link(article.url) or plain(article.url or ""),
        "Path": plain(article.path),
        "Left out": plain(_left_out(article)),
    }
    return (f"- {name}: {value}" for name, value in known.items() if value)


def _left_out(article: Article) -> str:
    """Say how much of the text is folded, and why."""
    if not article.folds:
        return ""
    count = len(article.folds)
    words = sum(count_words(fold.cut(article.text)) for fold in article.folds)
    reasons = ", ".join(dict.fromkeys(fold.reason for fold in article.folds))
    return f"{count:,} folded {'passage' if count == 1 else 'passages'}, {words:,} words ({reasons})"


def _set(block: Block, words: str) -> Iterator[str]:
    """Set one block; a line of the text stays a line."""
    given = [line.strip() for line in words.split("\n") if line.strip()]
    lines = [plain(_BULLET.sub("", line) if block.kind == "item" else line) for line in given]
    if block.kind == "heading":
        yield f"### {' '.join(lines)}"
    elif block.kind == "quote":
        yield from (f"> {line}" for line in lines)
    elif block.kind == "item":
        yield from (f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))
    else:
        yield from lines


def open_blocks(article: Article) -> Iterator[Block]:
    """Yield what of an article's text is not folded, cut where a block or a fold begins or ends."""
    folds, blocks = sorted(article.folds), sorted(article.paragraphs)
    edges = {0, len(article.text)}
    edges.update(edge for span in (*folds, *blocks) for edge in (span.start, span.end))
    closed = 0
    for start, end in pairwise(sorted(edges)):
        while closed < len(folds) and folds[closed].end <= start:
            closed += 1
        folded = closed < len(folds) and folds[closed].start <= start
        if not folded and article.text[start:end].strip():
            yield Block(start, end, _kind(blocks, Span(start, end)))


def _kind(blocks: list[Block], part: Span) -> BlockKind:
    before = bisect_right(blocks, part.start, key=lambda block: block.start) - 1
    inside = before >= 0 and blocks[before].contains(part)
    return blocks[before].kind if inside else "paragraph"
