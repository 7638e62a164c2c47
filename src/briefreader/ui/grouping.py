"""Headings over the list: by day, source or story, the rows of a heading brought together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefreader.model import ArticleInfo
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.scope import Grouping
from briefreader.ui.widgets.row_paint import date_of
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
    label_of, other = _labels(library, by)
    rows: dict[str, list[int]] = {}
    for article in listing:
        if cancelled():
            break
        rows.setdefault(label_of(article) or other, []).append(article.key)
    if last := rows.pop(other, None):
        rows[other] = last
    keys = [key for found in rows.values() for key in found]
    return library.listing(sort="relevance", keys=keys), tuple(_groups(rows))


def _labels(library: Library, by: Grouping) -> tuple[Callable[[ArticleInfo], str], str]:
    if by == "day":
        return date_of, "No date"
    if by == "source":
        return lambda article: sanitize_line(article.source or ""), "No source"
    titles = _stories(library)
    return lambda article: titles.get(article.id, ""), ALONE


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
