"""Beside the query: help, history, saved searches, narrowing, the spelling suggested."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import Input

from briefreader.ui.screens.chooser import Chooser
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def remark(reader: Reader) -> str:
    return str(reader.main.crew.line.query_one(".remark").render())


def choosing(reader: Reader) -> bool:
    return isinstance(reader.app.screen, Chooser) and reader.app.screen.is_mounted


async def search(reader: Reader, query: str) -> None:
    await reader.press("slash")
    await reader.type(query)
    await reader.until(
        lambda: reader.main.listing.found and reader.main.listing.found.scope.query == query.strip()
    )


async def test_a_half_typed_word_finds_lights_and_steps(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "kuleb")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        assert reader.lit == "Kuleba"


async def test_the_bar_counts_the_hits_while_one_types(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "kuleba")
        await reader.until(lambda: remark(reader) == f"{len(reader.titles)} found")


async def test_a_wrong_query_is_told_with_its_place_while_one_types(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "nato colour:red")
        await reader.until(lambda: "colour:" in remark(reader) and "no field" in remark(reader))


async def test_what_is_typed_stays_in_sight_beside_a_long_remark_on_a_narrow_screen(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await search(reader, "nato colour:red ")
        await reader.until(lambda: "no field" in remark(reader))
        bar = reader.main.crew.line.query_one(Input)
        await reader.until(lambda: bar.size.width > len("nato colour:red "))


async def test_an_article_that_is_not_there_is_told_on_enter_and_not_before(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "like:nowhere.txt")
        await reader.until(lambda: remark(reader) == "none found")
        await reader.press("enter")
        await reader.until(lambda: "nowhere.txt" in reader.said)


async def test_a_question_mark_in_the_empty_bar_shows_the_language_and_enter_takes_an_example(
    opened: Opens,
) -> None:
    async with opened() as reader:
        await reader.press("slash", "question_mark")
        await reader.until(lambda: choosing(reader))
        await reader.type("unread")
        await reader.press("enter")
        await reader.until(lambda: reader.main.crew.line.text == "is:unread")
        assert reader.place == "search"


async def test_leaving_the_help_comes_back_to_an_empty_bar(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("slash", "question_mark")
        await reader.until(lambda: choosing(reader))
        await reader.press("escape")
        await reader.until(lambda: not choosing(reader))
        assert reader.place == "search"
        assert reader.main.crew.line.text == ""


async def test_a_misspelt_query_is_searched_aright_by_one_key(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "kulebba ")
        await reader.until(lambda: "did you mean" in remark(reader))
        await reader.press("f9")
        await reader.until(lambda: reader.main.listing.scope.query == "kuleba" and reader.titles)


async def test_a_past_search_is_run_again_from_the_history(opened: Opens) -> None:
    async with opened() as reader:
        for query in ("kuleba", "borrell"):
            await search(reader, query)
            await reader.press("enter")
            await reader.until(lambda: reader.landed)
            await reader.press("escape", "escape")
            await reader.until(lambda: not reader.main.listing.scope.query)
        await reader.press("g", "h")
        await reader.until(lambda: choosing(reader))
        await reader.press("down", "enter")
        await reader.until(lambda: reader.main.listing.scope.query == "kuleba")


async def test_a_search_saved_under_a_name_is_listed_and_run(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "kuleba")
        await reader.press("f7")
        await reader.until(lambda: reader.place == "dialog")
        await reader.type("Kyiv")
        await reader.press("enter")
        await reader.until(lambda: reader.said == "Saved as Kyiv")
        await reader.press("g", "slash")
        await reader.until(lambda: not reader.main.listing.scope.query)
        await reader.press("g", "s")
        await reader.until(lambda: choosing(reader))
        await reader.press("enter")
        await reader.until(lambda: reader.main.listing.scope.query == "kuleba" and reader.titles)


async def test_hits_are_narrowed_to_a_source_by_choosing_it(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "borrell")
        await reader.press("f8")
        await reader.until(lambda: choosing(reader))
        await reader.press("enter")
        await reader.until(lambda: reader.main.listing.found.scope.query.startswith('borrell source:"'))
        listed = reader.main.listing.found.listing
        assert len({info.source for info in listed}) == 1


async def test_everything_is_narrowed_where_nothing_is_searched_for(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("F")
        await reader.until(lambda: choosing(reader))
        await reader.type("2022-01")
        await reader.press("enter")
        await reader.until(lambda: reader.main.listing.scope.query == "date:2022-01")


async def test_hits_can_be_put_in_an_order_that_counts_their_age(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "borrell ")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        await reader.press("escape", "s")
        await reader.until(lambda: reader.main.listing.found.scope.sort == "recent" and reader.titles)
        recent = reader.main.desk.library.search("borrell", sort="recent").keys
        assert list(reader.main.listing.found.listing.keys) == list(recent)


async def test_a_name_typed_right_behind_the_key_that_saves_a_search_is_that_searchs(opened: Opens) -> None:
    async with opened() as reader:
        await search(reader, "nato")
        for key in ("f7", *"talks"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        reader.main.take_key(Key("enter", None))
        await reader.until(lambda: reader.said == "Saved as talks")
