"""Full text search: index, query language, ranking, passages. Begin with :func:`open_engine`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from briefreader.search.documents import FOLDED, IndexDocument, Knowledge, Mentioned
from briefreader.search.errors import IndexLocked, IndexUnusable

if TYPE_CHECKING:
    from briefreader.model import Hit, Hits, Span

__all__ = [
    "FOLDED",
    "Engine",
    "IndexDocument",
    "IndexLocked",
    "IndexUnusable",
    "Knowledge",
    "Mentioned",
    "open_engine",
]


class Engine(Protocol):
    """What a search engine does here. Another than Whoosh's can take its place."""

    def update(
        self,
        add: Iterable[IndexDocument],
        remove: Iterable[int] = (),
        *,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Add or replace articles, remove others, commit."""

    def refresh(self) -> bool:
        """See what another process committed; tell whether there was anything."""

    def documents(self) -> Mapping[int, int]:
        """Return the stamp of every article in the index, by key."""

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        sort: Literal["relevance", "recent", "date", "source"] = "relevance",
        facets: bool = False,
        typing: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Hits:
        """Return the articles that match."""

    def detail(self, query: str, keys: Sequence[int], *, typing: bool = False) -> tuple[Hit, ...]:
        """Return those of some articles in detail that the query finds."""

    def matches(self, query: str, key: int, *, typing: bool = False) -> tuple[Span, ...]:
        """Return where a query matches in an article's text."""


def open_engine(directory: Path, knowledge: Knowledge) -> Engine:
    """Open the index in ``directory`` (a directory of its own, made if absent), or make an empty one.

    Whoosh and numpy are imported by this call, not by importing the package.

    Raises:
        IndexUnusable: the index is damaged, of another version or not private; remove the directory, build
        anew.
    """
    from briefreader.search.engine import WhooshEngine
    from briefreader.search.evaluate.ranking import Ranking

    return WhooshEngine(directory, knowledge, Ranking())
