"""Comparing: articles side by side, what resembles an article, and the collection by story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader import model
from briefreader.errors import BadData
from briefreader.library import naming, reading

if TYPE_CHECKING:
    from briefreader.compare import ClaimRow as ClaimRow
    from briefreader.compare import Echo as Echo
    from briefreader.compare import WordMark as WordMark
    from briefreader.library.shelf import Shelf
    from briefreader.model import Article, Comparison, Entity, Link, Stories, Suggestion

_CANDIDATES = 100


def compare(shelf: Shelf, refs: Sequence[str | int | Article]) -> Comparison:
    """Set articles side by side.

    Raises:
        BadData: fewer than two were given, or one of them twice.
    """
    from briefreader.compare import compare as compare_articles

    articles = [ref if isinstance(ref, model.Article) else reading.article(shelf, ref) for ref in refs]
    if len(articles) < 2 or len({article.id for article in articles}) < len(articles):
        raise BadData("to compare takes two or more different articles")
    mentions = [naming.mentions_in(shelf, article) for article in articles]
    names: dict[str, Entity] = {}
    for found in mentions:
        names = {**naming.provisional(found), **names}
    names |= naming.named(shelf, [mention for found in mentions for mention in found])
    return compare_articles(articles, mentions, names)


def similar(shelf: Shelf, key: int, limit: int) -> list[Suggestion]:
    """Rank what shares the rarest names or the story with an article by how much it is worth comparing."""
    from briefreader.compare import StoryBook, StoryRow

    near = [other for other, _ in shelf.cache.entities.neighbours(key, _CANDIDATES)]
    keys = {key, *near, *shelf.cache.stories.group_of(key, _CANDIDATES)}
    infos = shelf.cache.articles.infos(keys)
    book = StoryBook()
    for row in shelf.cache.stories.digests_of(list(infos)):
        book.add(StoryRow(infos[row.key], row.digest, row.story))
    return book.suggest(infos[key].id, limit) if key in infos else []


def stories(shelf: Shelf) -> Stories:
    """Return the collection by story, largest first, and its near-duplicates, likest first."""
    return shelf.cache.stories.all()


def word_marks(found: Comparison, link: Link) -> tuple[tuple[WordMark, ...], tuple[WordMark, ...]]:
    """Tell which words of a linked pair are the same, moved or changed."""
    from briefreader.compare import word_marks as marks_of

    return marks_of(found, link)


def claims(found: Comparison) -> tuple[ClaimRow, ...]:
    """Tell which claim stands in which of the articles compared."""
    from briefreader.compare import claim_rows

    return claim_rows(found)


def echoes(shelf: Shelf, ids: Sequence[str]) -> tuple[Echo, ...]:
    """Tell who of these articles reported first, and who repeats whom word for word."""
    from briefreader.compare import echoes as echoes_of

    return echoes_of([reading.article(shelf, ref) for ref in ids])
