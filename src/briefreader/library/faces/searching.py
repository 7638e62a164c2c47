"""Searching, and the reader's searches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefreader.library import searching
from briefreader.library.faces.face import Cancelled, Ref
from briefreader.library.faces.reading import Reading

if TYPE_CHECKING:
    from briefreader.library.searches import SearchesBook
    from briefreader.model import Hit, Hits, Span
    from briefreader.search.coverage import Coverage


class Searching(Reading):
    """Searches the collection."""

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        sort: str = "relevance",
        facets: bool = False,
        typing: bool = False,
        cancelled: Cancelled | None = None,
    ) -> Hits:
        """Find articles; ``limit`` hits come in detail, ``keys`` lists them all.

        ``sort``: ``relevance``, ``recent`` (relevance and age), ``date`` or ``source``. With ``typing`` the
        last word may be half typed. What is wrong with a query is told in ``problem``; nothing is raised.
        """
        return searching.search(self._shelf, query, limit, sort, facets, typing, cancelled)

    def hit(self, query: str, key: int) -> Hit:
        """Return the detail of one hit: its matches and the best passage."""
        return searching.hit(self._shelf, query, key)

    def hits(self, query: str, keys: Sequence[int], *, typing: bool = False) -> tuple[Hit, ...]:
        """Return the detail of those articles among ``keys`` that the query finds."""
        return searching.hits(self._shelf, query, keys, typing=typing)

    def matches(self, query: str, ref: Ref, *, typing: bool = False) -> tuple[Span, ...]:
        """Return every place in the article's text that the query matches, in order."""
        return searching.matches(self._shelf, query, self.info(ref).key, typing=typing)

    def coverage(self, queries: Iterable[str]) -> Coverage:
        """Ask many queries of all articles; blank lines and those that begin with # are none."""
        return searching.coverage(self._shelf, list(queries))

    @property
    def searches(self) -> SearchesBook:
        """The history of queries, and searches saved under a name."""
        return self._shelf.searches
