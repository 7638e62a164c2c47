"""An article as the index takes it: its text with every fold blanked, so that positions hold."""

from __future__ import annotations

from briefreader.model import Article
from briefreader.search import FOLDED

_STAMP_DIGITS = 15


def body_of(article: Article) -> str:
    """Return the text with each code point of a fold replaced by the index's mark of one."""
    text = article.text
    if not article.folds:
        return text
    parts, at = [], 0
    for fold in article.folds:
        start = max(fold.start, at)
        parts += [text[at:start], FOLDED * (fold.end - start)]
        at = max(at, fold.end)
    return "".join((*parts, text[at:]))


def stamp_of(text_hash: str) -> int:
    """Return a text hash as a number of 60 bits."""
    return int(text_hash[:_STAMP_DIGITS] or "0", 16)
