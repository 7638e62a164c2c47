"""Keys typed ahead of the article being opened: none is lost, and each is for the screen gone to."""

from __future__ import annotations

from textual.events import Key

from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.screens.notebook import NotebookScreen
from tests.ui.conftest import Opens


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
