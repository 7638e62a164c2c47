"""Comparing: articles side by side, what resembles an article, and the collection by story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.errors import BadData
from briefreader.library import naming, reading
from briefreader.library.documents import body_of
from briefreader.model import Article, Comparison, Entity, Stories, Suggestion

if TYPE_CHECKING:
    from briefreader.library.opening import Shelf

_CANDIDATES = 20


def compare(shelf: Shelf, refs: Sequence[str | int | Article]) -> Comparison:
    """Set articles side by side.

    Raises:
        BadData: fewer than two were given, or one of them twice.
    """
    from briefreader.compare import compare as compare_articles

    articles = [ref if isinstance(ref, Article) else reading.article(shelf, ref) for ref in refs]
    if len(articles) < 2 or len({article.id for article in articles}) < len(articles):
        raise BadData("to compare takes two or more different articles")
    mentions = [naming.mentions_in(shelf, article) for article in articles]
    names: dict[str, Entity] = {}
    for found in mentions:
        names = {**naming.provisional(found), **names}
    names |= naming.named(shelf, [mention for found in mentions for mention in found])
    return compare_articles(articles, mentions, names)


def similar(shelf: Shelf, key: int, limit: int) -> list[Suggestion]:
    """Rank the articles that share the rarest names with an article by how alike the texts are."""
    article = shelf.cache.articles.article(key)
    if article is None:
        return []
    found = []
    for other, names in shelf.cache.entities.neighbours(key, max(limit, _CANDIDATES)):
        candidate = shelf.cache.articles.article(other)
        if candidate is not None:
            found.append(_suggestion(shelf, article, candidate, names))
    return sorted(found, key=lambda each: -each.score)[:limit]


def stories(shelf: Shelf) -> Stories:
    """Return the collection by story, largest first, and its near-duplicates, likest first."""
    return shelf.cache.stories.all()


def _suggestion(shelf: Shelf, article: Article, candidate: Article, names: Sequence[str]) -> Suggestion:
    from briefreader.compare import similarity

    score = similarity(body_of(article), body_of(candidate))
    info = shelf.cache.articles.infos([candidate.key])[candidate.key]
    return Suggestion(info, score, f"both name {', '.join(names[:3])}")
