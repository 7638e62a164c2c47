"""The stories, by their keys."""

from __future__ import annotations

from briefreader.ui.screens.compare import CompareScreen
from briefreader.ui.screens.stories import StoriesScreen
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


async def stories(reader: Reader) -> StoriesScreen:
    await reader.press("g", "o")
    await reader.until(lambda: isinstance(reader.screen, StoriesScreen) and reader.screen.rows.count)
    screen = reader.screen
    assert isinstance(screen, StoriesScreen)
    return screen


async def test_a_story_lists_its_articles_in_order_of_time_and_names_the_first(opened: Opens) -> None:
    async with opened() as reader:
        screen = await stories(reader)
        rows = [choice for choice in screen.rows._choices if choice.group == screen.rows.choice.group]
        assert [row.lead for row in rows] == sorted(row.lead for row in rows)
        assert "first" in rows[0].note


async def test_who_repeats_whom_word_for_word_is_told(opened: Opens) -> None:
    async with opened() as reader:
        screen = await stories(reader)
        await reader.until(lambda: screen._repeats)
        told = [c for c in screen.rows._choices if "words as in" in c.note]
        assert told
        for choice in told:
            other = reader.app.library.info(choice.value.beside)
            assert f"words as in {other.source}: {other.title}  " in choice.note


async def test_c_sets_an_article_beside_the_one_it_repeats(opened: Opens) -> None:
    async with opened() as reader:
        screen = await stories(reader)
        await reader.until(lambda: screen._repeats)
        place, row = next((n, c) for n, c in enumerate(screen.rows._choices) if "words as in" in c.note)
        screen.rows.go_to(place)
        await reader.press("c")
        await reader.until(lambda: isinstance(reader.screen, CompareScreen) and reader.screen.linking.found)
        sides = [article.id for article in reader.screen.linking.found.articles]
        assert sides == [row.value.beside, row.value.article.id]


async def test_enter_reads_the_article(opened: Opens) -> None:
    async with opened() as reader:
        screen = await stories(reader)
        title = screen.rows.choice.title
        await reader.press("enter")
        await reader.until(lambda: reader.screen is reader.main and reader.article)
        assert reader.article.title == title
