"""A reader leaves, and comes back to where that was."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.contents.scope import Found
from briefreader.ui.left_off import KEPT_AS, LeftOff
from briefreader.ui.remembered import recall, remember
from tests.ui.conftest import Opens
from tests.ui.reader import PATIENCE_S, Reader


def _here(reader: Reader) -> str:
    article = reader.main.desk.list.article
    return article.id if article else ""


async def _leave_at(opened: Opens, row: int) -> str:
    """Open the article of a row, leave while reading it, and return its id."""
    async with opened() as reader:
        reader.main.desk.list.go_to(row)
        await reader.read()
        return reader.article.id if reader.article else ""


async def _all_rows_read(reader: Reader) -> None:
    """Wait until the rest of the list has been read, and everything that follows from it been done."""
    gone_on: list[Found] = []
    reader.main.listing.complete(gone_on.append)
    await reader.until(lambda: gone_on)


async def test_the_list_stands_on_the_article_last_read_and_its_page_shows(opened: Opens) -> None:
    left = await _leave_at(opened, 3)
    async with opened() as reader:
        await reader.until(lambda: _here(reader) == left)
        await reader.until(lambda: reader.article and reader.article.id == left)
        assert reader.place == "list"


async def test_where_only_the_list_is_in_sight_it_stands_on_the_row_one_left(opened: Opens) -> None:
    async with opened(size=(60, 24)) as reader:
        await reader.press("j", "j")
        left = _here(reader)
    async with opened(size=(60, 24)) as reader:
        await reader.until(lambda: reader.main.desk.list.cursor == 2)
        assert _here(reader) == left


async def test_the_order_and_the_headings_are_those_one_left(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("s", "S", "D")
        await reader.until(lambda: reader.main.desk.list.plan.groups)
        left, scope = reader.titles, reader.main.listing.scope
    async with opened() as reader:
        await reader.until(lambda: reader.main.desk.list.plan.groups)
        assert (reader.titles, reader.main.listing.scope) == (left, scope)


async def test_a_search_is_left_behind_but_the_hit_that_was_read_is_not(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await reader.search("quillmark")
        await reader.press("N")
        await reader.until(lambda: reader.said == "No earlier hit")
        left = reader.article.id if reader.article else ""
    async with opened() as reader:
        await reader.until(lambda: _here(reader) == left)
        assert len(reader.titles) == everything


async def test_an_article_that_is_gone_leaves_the_list_at_its_first_row(
    opened: Opens, library: Library
) -> None:
    LeftOff("no-such-article").keep(library.collection.key)
    async with opened() as reader:
        await _all_rows_read(reader)
        assert reader.main.desk.list.cursor == 0


async def test_a_key_pressed_first_keeps_the_list_where_it_is(
    opened: Opens, library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = await _leave_at(opened, 3)
    pressed, whole = Event(), Found.whole
    monkeypatch.setattr(Found, "whole", lambda found: whole(found) if pressed.wait(PATIENCE_S) else found)
    reader = Reader(ReaderApp(library, settings=settings))
    async with reader.app.run_test(message_hook=reader.notice) as reader.pilot:
        await reader.press("g", "g")
        pressed.set()
        await reader.until(lambda: reader.titles)
        await _all_rows_read(reader)
        assert reader.main.desk.list.cursor == 0
        assert _here(reader) != left


async def test_leaving_at_once_forgets_nothing(opened: Opens, library: Library) -> None:
    LeftOff("no-such-article").keep(library.collection.key)
    async with opened() as reader:
        await _all_rows_read(reader)
    assert recall(KEPT_AS)[library.collection.key]["article"] == "no-such-article"


def test_an_order_in_the_settings_goes_before_the_one_kept(home: Path) -> None:
    LeftOff(order="source", reversed=True).keep("here")
    usual = Settings()
    named = replace(usual, list=replace(usual.list, sort="title"))
    assert LeftOff.of("here", usual).order == "source"
    assert (LeftOff.of("here", named).order, LeftOff.of("here", named).reversed) == ("title", False)
    assert LeftOff.of("elsewhere", usual) == LeftOff()


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        [],
        {"article": 3},
        {"article": "a", "order": "luck", "reversed": False, "group": ""},
        {"article": "a", "order": [], "reversed": False, "group": ""},
        {"article": "a", "order": "date", "reversed": False, "group": {}},
    ],
)
def test_what_makes_no_sense_is_as_if_nothing_were_kept(home: Path, kept: object) -> None:
    remember(KEPT_AS, "here", kept)
    assert LeftOff.of("here", Settings()) == LeftOff()
