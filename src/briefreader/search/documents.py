"""What the search room takes in, and what it asks of the rest of the library."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefreader.model import ArticleInfo, EntityType, Facet, Span

FOLDED = "\x1e"
"""Stands for each code point of a fold. It counts as a blank, and no article's text holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexDocument:
    """An article as the index takes it.

    ``body`` is the article's text with every code point of a fold replaced by :data:`FOLDED`, so that
    positions in it are positions in the text, and no phrase goes across a fold. ``stamp`` is any 63-bit
    number that changes with the article; :meth:`Engine.documents` gives it back, for whoever has to find out
    which articles the index does not hold or holds in an old form.
    """

    key: int
    title: str
    body: str
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    stamp: int = 0


class Mentioned(Protocol):
    """Where the entities that go by one name are mentioned."""

    def counts(self) -> Mapping[int, int]:
        """Return how often each article mentions them, of those that do."""

    def spans(self, key: int) -> Sequence[Span]:
        """Return where the article ``key`` mentions them."""


class Knowledge(Protocol):
    """What a query may ask that the index does not hold. All methods may be called from any thread."""

    def text(self, key: int) -> str:
        """Return the same string that was indexed as the article's ``body``.

        Raises:
            KeyError: there is no such article any more.
        """

    def info(self, keys: Sequence[int]) -> Sequence[ArticleInfo]:
        """Return what a list shows of the articles, in the order of ``keys``, leaving out those gone."""

    def mentioned(self, kind: EntityType | None, name: str, *, beginning: bool = False) -> Mentioned:
        """Return where the entities that go by ``name`` are mentioned.

        With ``beginning`` the last word of ``name`` may be the beginning of one.
        """

    def entity_facets(self, keys: Collection[int]) -> Sequence[Facet]:
        """Return the entities most articles of ``keys`` mention; ``field`` is person, org, place or misc."""

    def flagged(self, flag: str) -> Collection[int]:
        """Return the articles with a mark: is:read, is:starred, has:note or tag:x."""

    def noted(self, words: str) -> Collection[int]:
        """Return the articles with a note that contains ``words``."""

    def like(self, ref: str) -> Mapping[int, float]:
        """Return the articles that resemble the article ``ref`` (an id or path), and how much, 0 to 1.

        Raises:
            NothingFound: there is no such article.
        """
