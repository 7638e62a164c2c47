"""Lines that an outlet prints under article after article: found across articles, folded in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from hashlib import blake2b

from briefreader.ingest.finish import folded_anew
from briefreader.ingest.lines import Line, split_lines
from briefreader.ingest.metadata.page import host_of
from briefreader.model import Article, Fold
from briefreader.text.normal import comparable

REASON = "recurs in this outlet's articles"

_ENOUGH = 3
_SHARE = 0.2
_MOST = 0.5
"""Where recurring lines make up more of an article than this, it is the articles that are alike."""


def outlet(source: str | None, url: str | None) -> str | None:
    """Return what to call the outlet of an article: the host of its address, else its source."""
    return (host_of(url) if url else "") or (source.casefold() if source else None)


def line_keys(article: Article) -> frozenset[int]:
    """Return a number for each line of the article that no other rule folds."""
    return frozenset(_key(line) for line in _open_lines(article))


def recurring(articles: Collection[frozenset[int]]) -> frozenset[int]:
    """Return the lines that stand in three of an outlet's articles and in a fifth of them.

    ``articles`` has the line keys of a sample of the outlet's articles.
    """
    counts = Counter(key for keys in articles for key in keys)
    least = max(_ENOUGH, _SHARE * len(articles))
    return frozenset(key for key, count in counts.items() if count >= least)


def fold_recurring(article: Article, keys: Collection[int]) -> Article:
    """Return the article with the lines of ``keys`` folded, or as it was where they are most of it."""
    lines = list(_open_lines(article))
    chosen = [line for line in lines if _key(line) in keys]
    if not chosen or sum(map(len, chosen)) > _MOST * sum(map(len, lines)):
        return article
    return folded_anew(article, [Fold(line.start, line.end, REASON) for line in chosen])


def _open_lines(article: Article) -> Iterable[Line]:
    others = [fold for fold in article.folds if REASON not in fold.reason]
    for line in split_lines(article.text):
        while others and others[0].end <= line.start:
            others.pop(0)
        if not others or others[0].start >= line.end:
            yield line


def _key(line: Line) -> int:
    return int.from_bytes(blake2b(comparable(line.text).encode("utf-8", "replace"), digest_size=8).digest())
