"""What a query may ask that the index does not hold: texts, entities, marks, notes, likeness."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from briefreader.errors import BadData
from briefreader.library import naming, reading
from briefreader.library.documents import body_of
from briefreader.model import ArticleInfo, EntityType, Facet

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf

_FACETS: dict[EntityType, str] = {
    "person": "person",
    "organization": "org",
    "location": "place",
    "misc": "misc",
}
_FACETS_EACH = 12


class ShelfKnowledge:
    """Implements :class:`briefreader.search.Knowledge` for one collection."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def text(self, key: int) -> str:
        """Return the same string that was indexed as the article's body."""
        article = self._shelf.cache.articles.article(key)
        if article is None:
            raise KeyError(key)
        return body_of(article)

    def info(self, keys: Sequence[int]) -> list[ArticleInfo]:
        """Return the rows of the articles, in the order of ``keys``, leaving out those gone."""
        found = self._shelf.cache.articles.infos(keys)
        return [found[key] for key in keys if key in found]

    def mentioned(self, kind: EntityType | None, name: str, *, beginning: bool = False) -> naming.Mentioned:
        """Return where the entities that go by ``name``, or by a name that begins so, are mentioned."""
        return naming.Mentioned.of(self._shelf, kind, name, beginning=beginning)

    def entity_facets(self, keys: Collection[int]) -> list[Facet]:
        """Return the entities most articles of ``keys`` mention."""
        from briefreader.store.cache.spread import most_mentioned

        found = most_mentioned(self._shelf.cache.database.connection, keys, _FACETS_EACH)
        return [Facet(field, *share) for kind, field in _FACETS.items() for share in found[kind]]

    def flagged(self, flag: str) -> Collection[int]:
        """Return the articles with a mark; none where there is no such mark."""
        try:
            return reading.flagged(self._shelf, flag.removeprefix("is:").removeprefix("has:"))
        except BadData:
            return ()

    def noted(self, words: str) -> Collection[int]:
        """Return the articles with a note that contains all of ``words``."""
        ids = self._shelf.userdata.notes.containing(re.findall(r"\w+", words))
        return set(self._shelf.cache.articles.keys_of(ids).values())

    def like(self, ref: str) -> Mapping[int, float]:
        """Return the articles that resemble the article ``ref``, and how much."""
        from briefreader.library import comparing

        key = reading.key_of(self._shelf, ref)
        return {each.article.key: each.score for each in comparing.similar(self._shelf, key, 200)}
