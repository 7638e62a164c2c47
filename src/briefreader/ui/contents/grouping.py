"""Headings over the list: by day, source or story, the rows of a heading brought together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefreader.text.sanitize import sanitize_line
from briefreader.ui.contents.scope import Grouping
from briefreader.ui.widgets.row_paint import DATE_WIDTH
from briefreader.ui.widgets.row_plan import Group

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.listing import Listing

ALONE = "In no story"

Grouped = tuple["Listing", tuple[Group, ...]]


def grouped(library: Library, listing: Listing, by: Grouping, cancelled: Callable[[], bool]) -> Grouped:
    """Return the articles of a listing under headings; runs in a thread.

    The headings come in the order in which the listing first has one of their articles, and what has no
    heading of its own comes last; under each, the articles keep their order.
    """
    labels, other = _labels(library, listing, by)
    if cancelled():
        return listing, ()
    rows: dict[str, list[int]] = {}
    for key in listing.keys:
        rows.setdefault(labels.get(key) or other, []).append(key)
    if last := rows.pop(other, None):
        rows[other] = last
    keys = [key for found in rows.values() for key in found]
    return library.listing(sort="relevance", keys=keys), tuple(_groups(rows))


def _labels(library: Library, listing: Listing, by: Grouping) -> tuple[Mapping[int, str], str]:
    if by == "day":
        return _cleaned(library.column("published", listing.keys), DATE_WIDTH), "No date"
    if by == "source":
        return _cleaned(library.column("source", listing.keys)), "No source"
    titles = _stories(library)
    ids = library.column("id", listing.keys)
    return {key: titles.get(article or "", "") for key, article in ids.items()}, ALONE


def _cleaned(values: Mapping[int, str | None], width: int | None = None) -> dict[int, str]:
    clean = {value: sanitize_line((value or "")[:width]) for value in set(values.values())}
    return {key: clean[value] for key, value in values.items()}


def _stories(library: Library) -> Mapping[str, str]:
    """Return the title of each article's story; an article that is told once has none."""
    return {
        article: sanitize_line(story.title)
        for story in library.stories().stories
        if len(story.articles) > 1
        for article in story.articles
    }


def _groups(rows: Mapping[str, list[int]]) -> list[Group]:
    groups: list[Group] = []
    start = 0
    for label, keys in rows.items():
        groups.append(Group(label, start, len(keys)))
        start += len(keys)
    return groups
