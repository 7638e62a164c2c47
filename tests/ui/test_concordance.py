"""A reader lists every mention of a name in context, sorts, filters, exports, and jumps from there."""

import csv
from pathlib import Path

from tests.ui.conftest import Opens


async def concordance_of(reader: object, name: str) -> object:
    """Open the concordance of a name in the sidebar."""
    await reader.read_names()
    await reader.press("tab")
    await reader.filter(name)
    await reader.press("@")
    await reader.until(lambda: getattr(reader.screen, "lines", None))
    return reader.screen


async def test_every_mention_of_a_name_is_listed_in_context(opened: Opens) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        entity = reader.app.library.entity("Josep Borrell")
        assert len(screen.lines) == entity.mentions
        assert all("Borrel" in line.text for line in screen.lines)


async def test_enter_goes_to_the_passage_and_back_returns_where_one_was(opened: Opens) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        before = reader.article
        await reader.press("G")
        line = screen.rows.occurrence
        await reader.press("enter")
        await reader.until(lambda: reader.article and reader.article.id == line.article.id)
        await reader.until(lambda: reader.lit)
        assert "Borrel" in reader.lit
        await reader.press("[")
        await reader.until(lambda: reader.article == before)


async def test_lines_sort_by_what_stands_after(opened: Opens) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        await reader.press(")")
        after = ["".join(filter(str.isalnum, line.right.casefold().split(" ")[0])) for line in screen.lines]
        words = [word for word in after if word]
        assert words == sorted(words)


async def test_dates_sort_newest_first_and_then_oldest_first(opened: Opens) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        await reader.press("D")
        newest = [line.article.published or "" for line in screen.lines]
        assert newest == sorted(newest, reverse=True)
        await reader.press("D")
        oldest = [line.article.published or "9" for line in screen.lines]
        assert oldest == sorted(oldest)


async def test_typing_filters_the_lines_and_escape_shows_all_again(opened: Opens) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        every = len(screen.lines)
        await reader.press("f")
        await reader.type("blinken")
        await reader.press("enter")
        assert 0 < len(screen.lines) < every
        await reader.press("escape")
        assert len(screen.lines) == every


async def test_a_filter_that_leaves_no_line_is_not_taken_for_a_name_that_is_nowhere(opened: Opens) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        await reader.filter("zeppelinx")
        assert screen.lines == []
        assert screen.rows.empty_text == "No line has “zeppelinx” in it"


async def test_the_lines_shown_are_written_to_a_file(opened: Opens, tmp_path: Path) -> None:
    async with opened() as reader:
        screen = await concordance_of(reader, "borrell")
        target = tmp_path / "borrell.csv"
        await reader.press("w")
        await reader.type(str(target))
        await reader.press("enter")
        await reader.until(lambda: "written" in screen.status.message)
        with target.open(newline="", encoding="utf-8") as file:
            assert len(list(csv.DictReader(file))) == len(screen.lines)


async def test_a_query_has_a_concordance_too(opened: Opens) -> None:
    async with opened() as reader:
        await reader.type("/draft")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        await reader.press("g", "k")
        await reader.until(lambda: getattr(reader.screen, "lines", None))
        assert all("draft" in line.text.casefold() for line in reader.screen.lines)
