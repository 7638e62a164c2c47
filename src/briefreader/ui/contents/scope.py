"""What is listed and in which order: the query, the names it is narrowed to, the words of the filter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefreader.library import Library
    from briefreader.library.listing import Listing, Sort
    from briefreader.model import Entity, Hits
    from briefreader.ui.widgets.row_plan import Group

Grouping = Literal["", "day", "source", "story"]
GROUPINGS: tuple[Grouping, ...] = ("", "day", "source", "story")
ORDERS: tuple[Sort, ...] = ("date", "title", "source")
HIT_ORDERS: tuple[Sort | Literal["recent"], ...] = ("relevance", "recent", *ORDERS)


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
    hit_order: Sort | Literal["recent"] = "relevance"
    reversed: bool = False
    group: Grouping = ""

    @property
    def sort(self) -> Sort | Literal["recent"]:
        """The order in force."""
        return self.hit_order if self.query else self.order

    @property
    def descending(self) -> bool:
        """Whether the order in force runs from the last to the first."""
        return (self.sort in ("date", "recent")) != self.reversed

    def next_order(self) -> Scope:
        """Return the scope in the next order."""
        if self.query:
            following = HIT_ORDERS[(HIT_ORDERS.index(self.hit_order) + 1) % len(HIT_ORDERS)]
            return replace(self, hit_order=following, reversed=False)
        return replace(self, order=ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)], reversed=False)

    def next_group(self) -> Scope:
        """Return the scope in the next grouping."""
        return replace(self, group=GROUPINGS[(GROUPINGS.index(self.group) + 1) % len(GROUPINGS)])

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
    """The articles of a scope, and the hits where there is a query.

    ``unfiltered`` are the articles without regard to the words of the filter, not grouped.
    """

    scope: Scope
    listing: Listing
    unfiltered: Listing
    hits: Hits | None = None
    groups: tuple[Group, ...] = ()

    @property
    def total(self) -> int:
        """How many articles are listed."""
        return len(self.listing)

    def whole(self) -> Found:
        """Return the same once the key of every row is read; runs in a thread."""
        len(self.listing.keys)
        return self


def find(
    library: Library,
    scope: Scope,
    hits_wanted: int,
    cancelled: Callable[[], bool],
    before: Found | None = None,
) -> Found:
    """Find the articles of a scope; runs in a thread.

    Where ``before`` differs in the words of the filter alone, only these are looked at.
    """
    if before and replace(before.scope, words=scope.words) == scope:
        hits, unfiltered = before.hits, before.unfiltered
    else:
        hits = _hits(library, scope, hits_wanted, cancelled) if scope.query else None
        unfiltered = _listing(library, scope, hits)
    listing = unfiltered.narrowed(scope.words.split()) if scope.words else unfiltered
    if not scope.group:
        return Found(scope, listing, unfiltered, hits)
    from briefreader.ui.contents.grouping import grouped

    listing, groups = grouped(library, listing, scope.group, cancelled)
    return Found(scope, listing, unfiltered, hits, groups)


def _listing(library: Library, scope: Scope, hits: Hits | None) -> Listing:
    return library.listing(
        sort=_kept_order(scope),
        descending=None if _kept_order(scope) == "relevance" else scope.descending,
        keys=hits.keys if hits else None,
        entities=[entity.id for entity in scope.only],
        without=[entity.id for entity in scope.without],
    )


def _hits(library: Library, scope: Scope, wanted: int, cancelled: Callable[[], bool]) -> Hits:
    sort = "recent" if scope.sort == "recent" else "relevance"
    return library.search(scope.query, limit=wanted, sort=sort, typing=scope.typing, cancelled=cancelled)


def _kept_order(scope: Scope) -> Sort:
    """Return the order for the listing: hits that the search has ranked stay as they come."""
    return "relevance" if scope.sort == "recent" else scope.sort
