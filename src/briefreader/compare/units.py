"""What is compared of an article: its visible parts, and the sentences in them."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.model import Article, Span, Unit
from briefreader.text.sentences import sentences
from briefreader.text.stamps import is_stamp


def visible(article: Article) -> Iterator[Span]:
    """Yield the parts of the article's text that no fold closes, in order."""
    start = 0
    for fold in sorted(article.folds):
        if fold.start > start:
            yield Span(start, fold.start)
        start = max(start, fold.end)
    if start < len(article.text):
        yield Span(start, len(article.text))


def _parts(article: Article) -> Iterator[Span]:
    """Yield the visible parts, cut where a paragraph, a heading or a list item begins or ends."""
    edges = sorted({edge for block in article.paragraphs for edge in (block.start, block.end)})
    for part in visible(article):
        inner = [edge for edge in edges if part.start < edge < part.end]
        for start, end in zip([part.start, *inner], [*inner, part.end], strict=True):
            yield Span(start, end)


def units(article: Article) -> tuple[Unit, ...]:
    """Return the sentences of the article outside folds that hold a letter and are no time stamp."""
    found: list[Unit] = []
    for part in _parts(article):
        for sentence in sentences(article.text, part):
            if _says_something(article.text, sentence):
                found.append(Unit(sentence.start, sentence.end, len(found)))
    return tuple(found)


def _says_something(text: str, sentence: Span) -> bool:
    return any(char.isalpha() for char in sentence.cut(text)) and not is_stamp(sentence.cut(text))
