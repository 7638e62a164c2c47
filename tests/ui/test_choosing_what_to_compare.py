"""A reader chooses what to compare: by marking in the list, or while reading from what is most alike."""

from __future__ import annotations

import pytest

from briefreader.library import Library
from briefreader.ui.controllers.syncing import Syncing
from tests.ui.conftest import Opens


async def test_a_mark_in_the_list_names_the_key_that_compares(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("c")
        assert reader.said == "Marked. Go to another article, press c again; Esc lets go"
        await reader.press("j", "c")
        await reader.until(lambda: reader.screen.context == "compare")


async def test_the_key_on_the_marked_article_says_that_it_only_unmarks(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("c", "c")
        assert reader.said == "Unmarked: c compares only with another article"
        assert reader.main.desk.list.marked is None


async def test_escape_lets_go_of_the_mark(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("c", "escape")
        assert reader.main.desk.list.marked is None


async def test_while_reading_the_key_offers_what_is_most_alike_and_enter_compares(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        here = reader.article.key
        alike = reader.app.library.similar(here, limit=20)
        await reader.press("c")
        await reader.until(lambda: reader.screen.context == "dialog")
        await reader.press("enter")
        await reader.until(lambda: reader.screen.context == "compare" and reader.screen.linking.found)
        shown = [article.key for article in reader.screen.linking.found.articles]
        assert shown == [here, alike[0].article.key]


@pytest.mark.parametrize(
    ("at_work", "said"),
    [(False, "No article here is much like this one"), (True, "None found yet: names are still being read")],
)
async def test_where_nothing_is_alike_it_is_said_whether_more_is_being_read(
    opened: Opens, library: Library, monkeypatch: pytest.MonkeyPatch, at_work: bool, said: str
) -> None:
    monkeypatch.setattr(library, "similar", lambda *_arguments, **_options: [])
    monkeypatch.setattr(Syncing, "at_work", at_work)
    async with opened() as reader:
        await reader.press("C")
        await reader.until(lambda: said in reader.said)
