"""A reader opens a new collection: while it is read, when there is nothing to read, and the names' filter."""

from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.model import Progress
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.controllers.syncing import reading
from tests.ui.conftest import Opens, _settle_in
from tests.ui.reader import Reader


def test_an_empty_list_counts_the_files_that_are_being_read() -> None:
    assert reading(Progress("list", 0, 0)) == "Reading …"
    assert reading(Progress("read", 1200, 3400)) == "Reading … 1,200 of 3,400 files"
    assert reading(Progress("read", 1200)) == "Reading … 1,200 articles"
    assert reading(None) == ""


async def test_an_empty_folder_says_first_that_it_reads_and_then_what_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _settle_in(tmp_path / "home", monkeypatch)
    (tmp_path / "empty").mkdir()
    with Library.open(tmp_path / "empty") as library:
        reader = Reader(ReaderApp(library, settings=Settings()))
        async with reader.app.run_test(size=(120, 36), message_hook=reader.notice) as pilot:
            reader.pilot = pilot
            rows = reader.main.desk.list
            assert rows.empty_text.startswith("Reading …")
            await reader.until(lambda: rows.empty_text.startswith("No articles here"))
            await reader.until(lambda: "Markdown" in rows.empty_text)
            assert "PDF" in rows.empty_text


async def test_a_filter_of_names_shows_in_their_frame_and_escape_ends_it(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        every = reader.names
        await reader.press("e")
        if reader.place != "sidebar":
            await reader.press("e")
        assert reader.place == "sidebar"
        await reader.filter("vien")
        assert reader.said == "Only names with vien: Esc shows all again"
        assert str(reader.main.desk.sidebar.border_title) == "filter: vien"
        await reader.press("escape")
        assert reader.names == every
        assert reader.place == "sidebar"
