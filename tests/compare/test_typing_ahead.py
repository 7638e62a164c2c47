"""Keys typed ahead of a comparison are for it, however long it takes; Escape gives it up."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from textual.events import Key

from briefreader.library import Library
from briefreader.ui.screens.compare import CompareScreen
from briefreader.ui.screens.compare_coverage import CoverageScreen
from tests.compare.comparing import CALL, PROMISE, compare
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def burst(reader: Reader, *keys: str) -> None:
    """Let keys come at once, none of them seen before the last has been typed."""
    for key in keys:
        reader.app.post_message(Key(key, key if len(key) == 1 else None))


def at_link(reader: Reader, number: int) -> bool:
    """Tell whether a comparison is shown, at the link with a number."""
    linking = reader.screen.linking if isinstance(reader.screen, CompareScreen) else None
    return bool(linking and linking.current and linking.links.number(linking.current) == number)


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What lets comparisons go on that are asked for; they wait for it."""
    event, at_once = Event(), Library.compare

    def later(self: Library, *refs: object) -> object:
        event.wait(60)
        return at_once(self, *refs)

    monkeypatch.setattr(Library, "compare", later)
    yield event
    event.set()


async def test_keys_behind_the_choice_of_what_to_compare_step_through_the_comparison(opened: Opens) -> None:
    async with opened() as reader:
        reader.main.desk.list.go_to(reader.titles.index(CALL))
        burst(reader, "C", "enter", "n", "n")
        await reader.until(lambda: at_link(reader, 2))
        assert reader.main.desk.list.article.title == CALL
        assert reader.place == "list"


async def test_keys_behind_the_second_mark_step_through_the_comparison(opened: Opens, go_on: Event) -> None:
    async with opened() as reader:
        for title in (CALL, PROMISE):
            reader.main.desk.list.go_to(reader.titles.index(title))
            await reader.press("c")
        await reader.until(lambda: isinstance(reader.screen, CompareScreen))
        await reader.press("n", "n")
        go_on.set()
        await reader.until(lambda: at_link(reader, 2))


async def test_escape_among_them_gives_the_comparison_up_and_what_comes_behind_is_for_the_list(
    opened: Opens, go_on: Event
) -> None:
    async with opened() as reader:
        burst(reader, "c", "j", "c", "n", "q", "escape", "j", "x")
        await reader.until(lambda: reader.main.desk.list.selected)
        go_on.set()
        await reader.read()
        assert reader.screen is reader.main
        assert reader.main.desk.list.selected == {reader.main.desk.list.listing[2].id}


async def test_escape_gives_up_what_is_alike_while_it_is_looked_for(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, at_once = Event(), Library.similar

    def later(self: Library, *arguments: object, **options: object) -> object:
        go_on.wait(60)
        return at_once(self, *arguments, **options)

    monkeypatch.setattr(Library, "similar", later)
    async with opened() as reader:
        burst(reader, "C", "enter", "n", "escape", "x")
        await reader.until(lambda: reader.main.desk.list.selected)
        go_on.set()
        await reader.read()
        assert reader.screen is reader.main


async def test_sides_that_are_given_up_while_they_change_stay_as_they_were(
    opened: Opens, go_on: Event
) -> None:
    go_on.set()
    async with opened() as reader:
        screen = await compare(reader)
        go_on.clear()
        burst(reader, "s", "n", "n", "escape", "n")
        await reader.until(lambda: at_link(reader, 1))
        go_on.set()
        assert [article.title for article in screen.linking.found.articles] == [CALL, PROMISE]
        await reader.press("s")
        await reader.until(lambda: screen.linking.found.articles[0].title == PROMISE)


async def test_a_further_account_that_is_given_up_leaves_the_two_as_they_were(
    opened: Opens, go_on: Event
) -> None:
    go_on.set()
    async with opened() as reader:
        screen = await compare(reader)
        go_on.clear()
        burst(reader, "+", "enter", "j", "escape", "n")
        await reader.until(lambda: at_link(reader, 1))
        assert reader.screen is screen
        go_on.set()
        burst(reader, "+", "enter", "j", "j")
        await reader.until(
            lambda: isinstance(reader.screen, CoverageScreen) and reader.screen.rows.cursor == 2
        )
