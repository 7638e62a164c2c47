"""Searching: queries to the engine, and the order the user wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from briefreader.errors import NothingFound

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.model import Hit, Hits, Span
    from briefreader.search.coverage import Coverage

Order = Literal["relevance", "recent", "date", "source"]
_ORDERS: dict[str, Order] = {"recent": "recent", "date": "date", "source": "source"}


def search(
    shelf: Shelf,
    query: str,
    limit: int,
    sort: str,
    facets: bool,
    typing: bool,
    cancelled: Callable[[], bool] | None,
) -> Hits:
    """Find articles and detail the first ``limit``."""
    order = _ORDERS.get(sort, "relevance")
    return shelf.ask(
        lambda engine: engine.search(
            query, limit=limit, sort=order, facets=facets, typing=typing, cancelled=cancelled
        )
    )


def hits(shelf: Shelf, query: str, keys: Sequence[int], *, typing: bool = False) -> tuple[Hit, ...]:
    """Return the detail of those articles among ``keys`` that the query finds."""
    return shelf.ask(lambda engine: engine.detail(query, keys, typing=typing))


def hit(shelf: Shelf, query: str, key: int) -> Hit:
    """Return the detail of one hit.

    Raises:
        NothingFound: the query does not find the article.
    """
    found = hits(shelf, query, [key])
    if not found:
        raise NothingFound(f"the query {query!r} does not find this article")
    return found[0]


def matches(shelf: Shelf, query: str, key: int, *, typing: bool = False) -> tuple[Span, ...]:
    """Return the places in one article that match."""
    return shelf.ask(lambda engine: engine.matches(query, key, typing=typing))


def coverage(shelf: Shelf, queries: Sequence[str]) -> Coverage:
    """Return which articles answer which queries."""
    from briefreader.search.coverage import cover

    return shelf.ask(lambda engine: cover(engine, queries))
