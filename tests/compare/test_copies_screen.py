"""Copies of one text and articles without a date, on the screen of stories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.ui.screens.compare import CompareScreen
from tests.compare.test_stories_screen import stories
from tests.ui.conftest import Opens

FIRST = """\
The sluice at Ulderfoot was shut on Monday evening after cracks were seen in its northern wall.
Engineers of the river board spent the night on the spillway and measured the cracks every hour.
Two hundred people were asked to leave the lower village and slept in the school at Hathersby.
Mara Quill, who heads the river board, said that the reservoir would be lowered by three metres.
The sluice was built in 1911 and strengthened in 1968, when its gates were last renewed.
Farmers along the Ulder fear that their lowest meadows will be flooded before the week is over.
"""
COPY = FIRST.replace("Two hundred people", "Some two hundred people").replace(
    "Farmers along", "Growers along"
)
UNDATED = """\
Cracks in the northern wall of the sluice at Ulderfoot have emptied the lower village of the Ulder.
At the school in Hathersby the river board of Mara Quill served soup to those who had to leave.
Engineers on the spillway at the reservoir expect to measure its cracks until the gates hold again.
"""


@pytest.fixture
def library(home: Path, tmp_path: Path) -> Iterator[Library]:
    """A collection of an article, its copy of the day after, and one on the same affair without a date."""
    folder = tmp_path / "sluice"
    folder.mkdir()
    for name, day, text in (
        ("first", "2023-03-06", FIRST),
        ("copy", "2023-03-07", COPY),
        ("undated", None, UNDATED),
    ):
        date = f"date: {day}\n" if day else ""
        (folder / f"{name}.md").write_text(f"---\ntitle: The sluice, {name}\n{date}---\n\n{text}", "utf-8")
    with Library.open(folder) as library:
        library.sync()
        yield library


async def test_copies_of_a_text_are_one_row_that_o_opens_and_folds(opened: Opens) -> None:
    async with opened() as reader:
        screen = await stories(reader)
        assert screen.report.article.title == "The sluice, first"
        assert "+1 nearly the same" in screen.rows.choice.note
        rows = screen.rows.count
        await reader.press("o", "j")
        assert screen.rows.count == rows + 1
        assert screen.report.article.title == "The sluice, copy"
        await reader.press("o")
        assert screen.rows.count == rows
        assert screen.report.article.title == "The sluice, first"


async def test_c_on_an_article_with_a_copy_sets_the_two_side_by_side(opened: Opens) -> None:
    async with opened() as reader:
        await stories(reader)
        await reader.press("c")
        await reader.until(lambda: isinstance(reader.screen, CompareScreen) and reader.screen.linking.found)
        titles = [article.title for article in reader.screen.linking.found.articles]
        assert titles == ["The sluice, first", "The sluice, copy"]


async def test_an_article_without_a_date_comes_last_and_is_never_called_first(opened: Opens) -> None:
    async with opened() as reader:
        screen = await stories(reader)
        assert "first of those with a date" in screen.rows.choice.note
        await reader.press("G")
        assert screen.report.article.title == "The sluice, undated"
        assert screen.rows.choice.lead == "no date"
        assert "first" not in screen.rows.choice.note
