"""A reader sorts, filters and exports the list."""

import json
from pathlib import Path

from textual.events import Key

from tests.ui.conftest import Opens
from tests.ui.reader import Reader, remark


async def test_s_goes_through_the_orders_and_capital_s_turns_them_round(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("s")
        await reader.until(lambda: reader.titles == sorted(reader.titles, key=str.casefold))
        before = reader.titles
        await reader.press("S")
        await reader.until(lambda: reader.titles == before[::-1])


async def test_f_filters_the_list_as_one_types(opened: Opens) -> None:
    async with opened() as reader:
        everything = reader.titles
        await reader.press("f")
        await reader.type("quillmark")
        await reader.until(lambda: 0 < len(reader.titles) < len(everything))
        await reader.press("enter")
        assert reader.place == "list"
        await reader.press("escape")
        await reader.until(lambda: reader.titles == everything)


async def test_what_is_selected_is_written_to_a_file(opened: Opens, tmp_path: Path) -> None:
    async with opened() as reader:
        await reader.press("x", "x", "E")
        reader.main.crew.line.query_one("Input").value = str(tmp_path / "two.json")
        await reader.press("enter")
        await reader.until(lambda: reader.said.startswith("Written"))
        written = json.loads((tmp_path / "two.json").read_text("utf-8"))
        assert json.dumps(written).count('"title"') == 2


async def test_a_file_that_is_there_is_not_overwritten(opened: Opens, tmp_path: Path) -> None:
    (tmp_path / "kept.md").write_text("mine")
    async with opened() as reader:
        await reader.press("E")
        reader.main.crew.line.query_one("Input").value = str(tmp_path / "kept.md")
        await reader.press("enter")
        await reader.until(lambda: "choose another name" in reader.said)
    assert (tmp_path / "kept.md").read_text() == "mine"


async def test_an_ending_that_names_no_format_is_told(opened: Opens, tmp_path: Path) -> None:
    async with opened() as reader:
        await reader.press("E")
        reader.main.crew.line.query_one("Input").value = str(tmp_path / "a.xyz")
        await reader.press("enter")
        await reader.until(lambda: ".csl.json" in reader.said)


async def typed_filter(reader: Reader, words: str) -> None:
    """Type words to filter by, and wait for what they leave."""
    await reader.press("f")
    await reader.type(words)
    await reader.until(lambda: reader.main.listing.found.scope.words == words)


async def test_escape_from_the_filter_brings_the_cursor_back_to_its_article_and_line(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        rows = reader.main.desk.list
        await reader.press("G", "k", "k")
        article, top, everything = rows.article, rows.scroll_offset.y, reader.titles
        assert top
        other = next(title for title in everything if title != article.title).split()[0].lower()
        await typed_filter(reader, other + " 2021")
        await reader.until(lambda: reader.titles != everything)
        await reader.press("escape")
        await reader.until(lambda: reader.titles == everything)
        assert rows.article == article
        assert rows.scroll_offset.y == top


async def test_escape_right_behind_the_words_brings_the_cursor_back_too(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        rows = reader.main.desk.list
        await reader.press("G")
        article, everything = rows.article, reader.titles
        for key in ("f", *"tarn", "escape", "up"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: rows.cursor == len(everything) - 2)
        assert rows.listing[rows.cursor + 1] == article
        assert reader.titles == everything


async def test_a_filter_that_leaves_nothing_is_not_kept_but_can_be_mended(opened: Opens) -> None:
    async with opened() as reader:
        everything = reader.titles
        await typed_filter(reader, "zeppelinx")
        await reader.press("enter")
        await reader.until(lambda: "nothing has this" in remark(reader))
        assert reader.place == "search"
        await reader.press(*["backspace"] * len("zeppelinx"))
        await reader.type("quillmark")
        await reader.press("enter")
        await reader.until(lambda: reader.place == "list")
        assert 0 < len(reader.titles) < len(everything)


async def test_enter_right_behind_words_that_leave_nothing_keeps_the_line_open(opened: Opens) -> None:
    async with opened() as reader:
        for key in ("f", *"zeppelinx", "enter"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: "nothing has this" in remark(reader))
        assert reader.place == "search"


async def test_beyond_the_last_article_and_before_the_first_there_is_none_and_that_is_said(
    opened: Opens,
) -> None:
    async with opened() as reader:
        await reader.read()
        await reader.press("K")
        assert reader.said == "No earlier article"
        await reader.press(*"99J")
        await reader.until(lambda: reader.article.title == reader.titles[-1])
        place = reader.main.desk.article.place
        await reader.press("G", "J")
        assert reader.said == "No further article"
        assert reader.main.desk.article.place > place
