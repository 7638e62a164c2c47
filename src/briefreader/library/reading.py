"""Lists and articles: what is read from the cache."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.errors import BadData, NothingFound
from briefreader.library.listing import PAGE, Listing, Outset, Sort

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.model import Article, ArticleInfo
    from briefreader.store.cache.articles import Column

_NEWEST_FIRST = ("date", "words")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles are listed, and in which order.

    Those of ``keys`` (None: all) that mention all of ``entities``, none of ``without``, with all ``flags``.
    ``descending`` None is the order's natural direction.
    """

    sort: Sort = "date"
    descending: bool | None = None
    keys: Iterable[int] | None = None
    entities: Sequence[str] = ()
    without: Sequence[str] = ()
    flags: Sequence[str] = ()

    @property
    def by_name(self) -> bool:
        """Whether it depends on who is mentioned."""
        return bool(self.entities or self.without)

    @property
    def falling(self) -> bool:
        """Whether the greatest comes first."""
        return self.sort in _NEWEST_FIRST if self.descending is None else self.descending


def listing(shelf: Shelf, selection: Selection) -> Listing:
    """Make a list of articles in an order."""
    return Listing(
        _keys(shelf, selection),
        shelf.cache.articles.infos,
        shelf.cache.articles.key_of_id,
        shelf.cache.orders.lines,
    )


def _keys(shelf: Shelf, selection: Selection) -> array[int] | Outset:
    wanted = _flagged_keys(shelf, selection)
    if wanted is not None and selection.sort == "relevance" and not selection.by_name:
        return wanted
    if wanted is None and selection.sort == "date" and selection.falling and not selection.by_name:
        return _outset(shelf)
    found = shelf.cache.orders.keys(
        selection.sort,
        descending=selection.falling,
        within=wanted,
        entities=selection.entities,
        without=selection.without,
    )
    if wanted is not None and selection.sort == "relevance":
        kept = set(found)
        found = array("q", (key for key in wanted if key in kept))
    return found


def _flagged_keys(shelf: Shelf, selection: Selection) -> array[int] | None:
    """Return the keys selected that bear all flags, in their order; None where nothing narrows them."""
    wanted = None if selection.keys is None else array("q", selection.keys)
    for flag in selection.flags:
        marked, among = flagged(shelf, flag), shelf.all_keys() if wanted is None else wanted
        wanted = array("q", (key for key in among if key in marked))
    return wanted


def _outset(shelf: Shelf) -> Outset:
    """Return the newest articles, which SQLite finds without looking at the others."""
    first = shelf.cache.orders.keys("date", descending=True, limit=PAGE)
    return Outset(shelf.cache.articles.count(), first, shelf.all_keys)


def column(shelf: Shelf, name: Column, keys: Iterable[int]) -> dict[int, str | None]:
    """Return one value of many articles, by key."""
    return shelf.cache.articles.column(name, keys)


def flagged(shelf: Shelf, flag: str) -> Collection[int]:
    """Return the keys of articles with a mark of the reader's.

    Raises:
        BadData: there is no such mark.
    """
    if flag in ("unread", "new"):
        read = shelf.cache.articles.keys_of(shelf.userdata.marks.flagged("read") or ())
        return set(shelf.all_keys()).difference(read.values())
    ids = shelf.userdata.marks.flagged(flag)
    if ids is None:
        raise BadData(
            f"there is no mark {flag!r}: use read, unread, starred, noted, opened, tagged or tag:NAME"
        )
    return set(shelf.cache.articles.keys_of(ids).values())


def key_of(shelf: Shelf, ref: str | int) -> int:
    """Return the key of the article that ``ref`` names.

    Raises:
        NothingFound: there is none.
    """
    key = ref if isinstance(ref, int) else shelf.cache.articles.key_of(ref)
    if key is None:
        raise NothingFound(
            f"no article {ref!r} in {shelf.collection.name}: give its id or its path in the collection"
        )
    return key


def article(shelf: Shelf, ref: str | int) -> Article:
    """Return the article that ``ref`` names, with its text."""
    found = shelf.cache.articles.article(key_of(shelf, ref))
    if found is None:
        raise _gone(shelf, ref)
    return found


def info(shelf: Shelf, ref: str | int) -> ArticleInfo:
    """Return the row of the article that ``ref`` names."""
    key = key_of(shelf, ref)
    found = shelf.cache.articles.infos([key]).get(key)
    if found is None:
        raise _gone(shelf, ref)
    return found


def file(shelf: Shelf, ref: str | int) -> Path:
    """Return the file that the article was read from."""
    number = shelf.cache.articles.file_of(key_of(shelf, ref))
    found = None if number is None else shelf.cache.files.get(number)
    if found is None:
        raise _gone(shelf, ref)
    return Path(found.state.location)


def _gone(shelf: Shelf, ref: str | int) -> NothingFound:
    return NothingFound(f"no article {ref!r} in {shelf.collection.name}: it may have been removed")
