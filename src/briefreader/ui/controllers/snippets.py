"""The line of found words in each row: the first come with the answer, others when they are in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.model import Hit, Hits, Snippet

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk

BATCH = 40


class Snippets:
    """Passages of one query's hits, by the article's key."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._query = ""
        self._typing = False
        self._known: dict[int, Snippet | None] = {}
        self._wanted: list[int] = []

    def take(self, hits: Hits | None, *, typing: bool = False) -> None:
        """Start over with the answer to a query, which may be half typed."""
        self._query, self._typing = hits.query if hits else "", typing
        self._known = {hit.article.key: hit.snippet for hit in hits.hits} if hits else {}
        self._wanted = []

    def of(self, key: int) -> Snippet | None:
        """Return a hit's passage, or None until it has been fetched."""
        if key not in self._known:
            self._known[key] = None
            self._wanted.append(key)
            if len(self._wanted) == 1:
                self._desk.list.call_later(self._fetch)
        return self._known[key]

    def _fetch(self) -> None:
        wanted, self._wanted = self._wanted[-BATCH:], []
        query, typing = self._query, self._typing
        self._desk.jobs.ask(
            f"snippets of {query}",
            lambda _cancelled: self._desk.library.hits(query, wanted, typing=typing),
            lambda hits: self._arrive(query, hits),
        )

    def _arrive(self, query: str, hits: Sequence[Hit]) -> None:
        if query == self._query:
            self._known |= {hit.article.key: hit.snippet for hit in hits}
            self._desk.list.refresh()
