"""What the timeline has a row for: all articles, their sources and the names they mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from briefreader.model import Entity, Facet
from briefreader.ui.names import matches
from briefreader.ui.timeline import day_of

if TYPE_CHECKING:
    from briefreader.library import Library, Listing

SOURCES = 12
NAMES = 20
NO_SOURCE = "(no source)"

Subject = Entity | Facet
"""What a row counts the articles of: a name or a source."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timeline: the days of its articles; ``subject`` is None for all of them."""

    label: str
    group: str
    days: list[date] = field(default_factory=list)
    subject: Subject | None = None


def rows_of(library: Library, listing: Listing, words: str, cancelled: Callable[[], bool]) -> list[Row]:
    """Return all articles, the most frequent sources and the most mentioned names; runs in a thread.

    With ``words``, only sources and names that have them, however rare.
    """
    whole = Row("All that is listed", "Articles")
    dated: dict[int, tuple[date, str]] = {}
    for article in listing:
        if cancelled():
            return []
        if day := day_of(article.published):
            dated[article.key] = day, article.source or ""
            whole.days.append(day)
    return [
        whole,
        *_sources(dated.values(), words),
        *_names(library, listing, {key: day for key, (day, _) in dated.items()}, words, cancelled),
    ]


def _sources(dated: Iterable[tuple[date, str]], words: str) -> list[Row]:
    days: dict[str, list[date]] = {}
    for day, source in dated:
        days.setdefault(source, []).append(day)
    often = Counter({source: len(found) for source, found in days.items() if matches(source, words)})
    return [
        Row(source or NO_SOURCE, "Sources", days[source], Facet("source", source, count) if source else None)
        for source, count in often.most_common(SOURCES)
    ]


def _names(
    library: Library, listing: Listing, by_key: dict[int, date], words: str, cancelled: Callable[[], bool]
) -> list[Row]:
    found = library.entities(keys=listing.keys, limit=None if words else NAMES)
    rows: list[Row] = []
    for entity in found:
        if cancelled() or len(rows) == NAMES:
            break
        if any(matches(known, words) for known in (entity.name, *entity.aliases)):
            keys = library.listing(sort="relevance", keys=listing.keys, entities=[entity.id]).keys
            rows.append(Row(entity.name, "Names", [by_key[key] for key in keys if key in by_key], entity))
    return rows
