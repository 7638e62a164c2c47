"""A reader sorts, filters and exports the list."""

import json
from pathlib import Path

from tests.ui.conftest import Opens


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
