"""A list of any length: its first page is there at once, and it stays as long as it was told to be."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import pytest

from briefreader.library.listing import PAGE, Listing, Outset
from briefreader.model import ArticleInfo

TOTAL = 3 * PAGE + 5


class Shelf:
    """Articles by key, which remembers whether all their keys were read."""

    def __init__(self, keys: Iterable[int]) -> None:
        self.keys = array("q", keys)
        self.was_read = False

    def all(self) -> array[int]:
        self.was_read = True
        return self.keys

    def listing(self) -> Listing:
        return Listing(Outset(TOTAL, array("q", range(PAGE)), self.all), _infos, lambda _id: None, _lines)


def _lines(keys: Sequence[int]) -> list[str]:
    return [f"article {key} of the strasse" for key in keys]


def _infos(keys: Iterable[int]) -> dict[int, ArticleInfo]:
    return {key: ArticleInfo(id=f"n{key}", path="", title="", key=key) for key in keys if key >= 0}


def test_the_first_page_is_read_without_the_keys_of_all_others() -> None:
    shelf = Shelf(range(TOTAL))
    listing = shelf.listing()
    assert len(listing) == TOTAL
    assert [info.key for info in listing[:40]] == list(range(40))
    assert not shelf.was_read


@pytest.mark.parametrize("row", [PAGE, TOTAL - 1, -1])
def test_a_row_further_down_is_the_one_of_the_whole_list(row: int) -> None:
    listing = Shelf(range(TOTAL)).listing()
    assert listing[row].key == range(TOTAL)[row]
    assert listing.index_of_key(TOTAL - 1) == TOTAL - 1


@pytest.mark.parametrize("now", [TOTAL - 9, TOTAL + 9])
def test_a_list_keeps_its_length_while_articles_come_and_go(now: int) -> None:
    listing = Shelf(range(now)).listing()
    assert len(listing.keys) == len(listing) == TOTAL
    assert listing[TOTAL - 1].id in ("n0", f"n{TOTAL - 1}")


def test_words_narrow_a_list_in_its_order_and_what_they_are_looked_for_in_is_read_once() -> None:
    read: list[int] = []

    def lines(keys: Sequence[int]) -> list[str]:
        read.append(len(keys))
        return _lines(keys)

    listing = Listing(array("q", [30, 3, 13, 23]), _infos, lambda _id: None, lines)
    assert list(listing.narrowed(["3", "STRAßE"]).keys) == [30, 3, 13, 23]
    assert list(listing.narrowed(["ar", "e 3"]).keys) == [30, 3]
    assert list(listing.narrowed(["e 3"]).narrowed(["0"]).keys) == [30]
    assert not len(listing.narrowed(["nowhere"]))
    assert read == [4, 2]
