"""The notebook is a chord away on every screen, and no key passes in silence."""

from __future__ import annotations

import pytest

from briefreader.model import Span
from briefreader.ui.screens.notebook import NotebookScreen
from tests.ui.conftest import Opens
from tests.ui.reader import Reader

VIEWS = [("g", "o"), ("g", "w"), ("g", "t"), ("g", "i")]


async def view(reader: Reader, keys: tuple[str, ...]) -> None:
    """Go to a screen over the main one, and let it list what it has."""
    await reader.press(*keys)
    await reader.until(lambda: reader.screen is not reader.main)


async def notebook(reader: Reader) -> None:
    """Go to the notebook by its keys."""
    await reader.press("g", "n")
    await reader.until(lambda: isinstance(reader.screen, NotebookScreen) and reader.screen.rows.count)


@pytest.mark.parametrize("keys", VIEWS)
async def test_a_note_chosen_over_any_screen_is_read_in_the_reading_pane(
    opened: Opens, keys: tuple[str, ...]
) -> None:
    async with opened() as reader:
        article = reader.app.library.listing()[3].id
        reader.app.library.marks.add_note(article, Span(0, 9), "look again")
        await view(reader, keys)
        await notebook(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.screen is reader.main)
        await reader.until(lambda: reader.article and reader.article.id == article)


async def test_leaving_the_notebook_leads_back_to_the_screen_below(opened: Opens) -> None:
    async with opened() as reader:
        reader.app.library.marks.add_note(reader.app.library.listing()[0].id, Span(0, 9), "look again")
        await view(reader, ("g", "o"))
        below = reader.screen
        await notebook(reader)
        await reader.press("escape")
        await reader.until(lambda: reader.screen is below)
        assert reader.app.screen_stack == [reader.main, below]


@pytest.mark.parametrize(("keys", "shown"), [(("#",), "#"), (("g", "#"), "g #")])
async def test_a_key_that_does_nothing_says_so_and_which_key_lists_them(
    opened: Opens, keys: tuple[str, ...], shown: str
) -> None:
    async with opened() as reader:
        await view(reader, ("g", "o"))
        await reader.press(*keys)
        assert reader.screen.status.message == f"“{shown}” does nothing here; ? lists the keys"
