"""Keys typed ahead of an article: none is lost, each is for where one is then, and Escape gives up."""

from __future__ import annotations

from textual.events import Key

from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.screens.notebook import NotebookScreen
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def hits(reader: Reader) -> int:
    """Return how many hits the article has that is open."""
    return int(reader.main.desk.status.where.rpartition("/")[2])


async def test_keys_behind_an_escape_that_comes_while_an_article_is_opened_are_not_lost(
    opened: Opens,
) -> None:
    async with opened() as reader:
        reader.main.take_key(Key("enter", None))
        reader.main.take_key(Key("alt+g", "g"))  # Escape, and g right behind it
        reader.main.take_key(Key("n", "n"))
        await reader.until(lambda: isinstance(reader.screen, NotebookScreen))


async def test_keys_typed_ahead_behind_one_that_opens_a_screen_are_for_that_screen(opened: Opens) -> None:
    async with opened() as reader:
        for key in ("enter", ":", *"theme"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: isinstance(reader.screen, Chooser) and reader.screen._input.value)
        await reader.until(lambda: reader.screen._input.value == "theme")


async def test_escape_gives_up_the_article_that_is_being_opened_and_nothing_else(opened: Opens) -> None:
    async with opened() as reader:
        await reader.filter("borrell")
        await reader.until(lambda: len(reader.titles) < 17)
        found = reader.titles
        for key in ("enter", "escape", "j"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: reader.main.desk.list.cursor == 1)
        await reader.press("j")
        assert (reader.place, reader.titles) == ("list", found)
        await reader.read()


async def test_steps_typed_ahead_of_the_next_article_lead_on_from_its_first_hit(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
        here = reader.article
        for _ in range(hits(reader) + 1):
            reader.main.take_key(Key("n", "n"))
        await reader.until(lambda: reader.article != here and " 2/" in reader.main.desk.status.where)


async def test_escape_gives_up_the_next_article_that_is_being_looked_for(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
        here = reader.article
        for _ in range(hits(reader)):
            reader.main.take_key(Key("n", "n"))
        reader.main.take_key(Key("escape", None))
        await reader.press("j", "N")
        assert (reader.article, reader.place) == (here, "article")
