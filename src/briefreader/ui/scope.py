"""What is listed and in which order: the query, the names it is narrowed to, the words of the filter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefreader.model import Entity, Hits

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefreader.library import Library
    from briefreader.library.listing import Listing, Sort

ORDERS: tuple[Sort, ...] = ("date", "title", "source")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are listed. ``order`` is that of the list without, ``hit_order`` that with a query.

    With ``typing`` the query's last word may be half typed.
    """

    query: str = ""
    typing: bool = False
    only: tuple[Entity, ...] = ()
    without: tuple[Entity, ...] = ()
    words: str = ""
    order: Sort = "date"
    hit_order: Sort = "relevance"
    reversed: bool = False

    @property
    def sort(self) -> Sort:
        """The order in force."""
        return self.hit_order if self.query else self.order

    @property
    def descending(self) -> bool:
        """Whether the order in force runs from the last to the first."""
        return (self.sort == "date") != self.reversed

    def next_order(self) -> Scope:
        """Return the scope in the next order."""
        orders: tuple[Sort, ...] = ("relevance", *ORDERS) if self.query else ORDERS
        following = orders[(orders.index(self.sort) + 1) % len(orders)]
        changed = replace(self, hit_order=following) if self.query else replace(self, order=following)
        return replace(changed, reversed=False)

    def narrowings(self) -> tuple[str, ...]:
        """Name what the list is narrowed by, the latest last."""
        parts = [self.query] if self.query else []
        parts += [f"+{entity.name}" for entity in self.only]
        parts += [f"~{entity.name}" for entity in self.without]
        return (*parts, f"“{self.words}”") if self.words else tuple(parts)

    def widened(self) -> Scope | None:
        """Return the scope with its latest narrowing but the query undone, None if there is none."""
        if self.words:
            return replace(self, words="")
        if self.without:
            return replace(self, without=self.without[:-1])
        return replace(self, only=self.only[:-1]) if self.only else None


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of a scope, and the hits where there is a query."""

    scope: Scope
    listing: Listing
    hits: Hits | None = None
    total: int = field(default=0)


def find(library: Library, scope: Scope, hits_wanted: int, cancelled: Callable[[], bool]) -> Found:
    """Find the articles of a scope; runs in a thread."""
    hits = _hits(library, scope, hits_wanted, cancelled) if scope.query else None
    listing = library.listing(
        sort=scope.sort,
        descending=scope.descending if scope.sort != "relevance" else None,
        keys=hits.keys if hits else None,
        entities=[entity.id for entity in scope.only],
        without=[entity.id for entity in scope.without],
    )
    if scope.words:
        listing = _filtered(library, listing, scope, cancelled)
    return Found(scope, listing, hits, len(listing))


def _hits(library: Library, scope: Scope, wanted: int, cancelled: Callable[[], bool]) -> Hits:
    return library.search(scope.query, limit=wanted, typing=scope.typing, cancelled=cancelled)


def _filtered(library: Library, listing: Listing, scope: Scope, cancelled: Callable[[], bool]) -> Listing:
    wanted = scope.words.casefold().split()
    kept = []
    for info in listing:
        if cancelled():
            break
        line = f"{info.title} {info.source or ''} {info.author or ''} {info.published or ''}".casefold()
        if all(word in line for word in wanted):
            kept.append(info.key)
    return library.listing(sort="relevance", keys=kept)
