"""What the timeline has a row for: all articles, their sources and the names they mention."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from briefreader.model import Entity, Facet
from briefreader.text.days import day_of
from briefreader.ui.contents.names import matches

if TYPE_CHECKING:
    from briefreader.library import Library, Listing

SOURCES = 12
NAMES = 20
NO_SOURCE = "(no source)"

Subject = Entity | Facet
"""What a row counts the articles of: a name or a source."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timeline: its articles, counted by day, and how many have none.

    ``subject`` is None for those of no name or source.
    """

    label: str
    group: str
    days: Counter[date] = field(default_factory=Counter)
    subject: Subject | None = None
    undated: int = 0


def rows_of(library: Library, listing: Listing, words: str, cancelled: Callable[[], bool]) -> list[Row]:
    """Return all articles, the most frequent sources and the most mentioned names; runs in a thread.

    With ``words``, only sources and names that have them, however rare.
    """
    published = library.column("published", listing.keys)
    known = {moment: day_of(moment) for moment in set(published.values())}
    days = {key: day for key, moment in published.items() if (day := known[moment])}
    if cancelled():
        return []
    return [
        *_all(Counter(days.values()), len(listing) - len(days)),
        *_sources(days, library.column("source", listing.keys), words),
        *_names(library, listing, days, words, cancelled),
    ]


def _all(days: Counter[date], undated: int) -> list[Row]:
    """Return all articles, those without a date apart: no other row counts them."""
    if not undated:
        return [Row("All that is listed", "Articles", days)]
    return [
        Row("All that have a date", "Articles", days),
        Row("Without a date", "Articles", undated=undated),
    ]


def _sources(by_key: Mapping[int, date], source_of: Mapping[int, str | None], words: str) -> list[Row]:
    days: defaultdict[str, Counter[date]] = defaultdict(Counter)
    for key, day in by_key.items():
        days[source_of.get(key) or ""][day] += 1
    often = sorted((-found.total(), source) for source, found in days.items() if matches(source, words))
    return [
        Row(source or NO_SOURCE, "Sources", days[source], Facet("source", source, -count) if source else None)
        for count, source in often[:SOURCES]
    ]


def _names(
    library: Library, listing: Listing, by_key: Mapping[int, date], words: str, cancelled: Callable[[], bool]
) -> list[Row]:
    found = library.entities(keys=listing.keys, limit=None if words else NAMES)
    rows: list[Row] = []
    for entity in found:
        if cancelled() or len(rows) == NAMES:
            break
        if any(matches(known, words) for known in (entity.name, *entity.aliases)):
            keys = library.listing(sort="relevance", entities=[entity.id]).keys
            days = Counter(by_key[key] for key in keys if key in by_key)
            rows.append(Row(entity.name, "Names", days, entity))
    return rows
