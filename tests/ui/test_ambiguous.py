"""A surname that two people of an article bear is shown as such and counted for neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from tests.ui.conftest import _settle_in as settle_in
from tests.ui.reader import Reader

TEXT = """Two bakers open a mill

Anna Lindqvist and Karl Lindqvist bought the old mill by the river on Monday. Lindqvist said the wheel would
turn again before the summer. The town welcomed the plan, and Lindqvist hopes to sell bread in Uppsala.
"""


@pytest.fixture
def mill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    settle_in(tmp_path / "home", monkeypatch)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mill.txt").write_text(TEXT, "utf-8")
    library = Library.open(tmp_path / "articles")
    library.sync()
    return library


async def test_an_ambiguous_surname_stands_in_the_sidebar_and_says_whom_it_may_mean(mill: Library) -> None:
    reader = Reader(ReaderApp(mill, settings=Settings()))
    async with reader.app.run_test(size=(120, 36), message_hook=reader.notice) as pilot:
        reader.pilot = pilot
        await reader.until(lambda: reader.titles)
        await reader.read_names()
        assert "Lindqvist · ambiguous" in reader.names
        await reader.press("tab")
        await reader.filter("ambiguous")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        assert "Anna Lindqvist or Karl Lindqvist" in reader.said
        assert reader.lit == "Lindqvist"
        assert len(reader.main.opening.lit.spans) == 2
    mill.close()


async def test_nothing_can_be_narrowed_by_an_ambiguous_surname(mill: Library) -> None:
    reader = Reader(ReaderApp(mill, settings=Settings()))
    async with reader.app.run_test(size=(120, 36), message_hook=reader.notice) as pilot:
        reader.pilot = pilot
        await reader.until(lambda: reader.titles)
        await reader.read_names()
        await reader.press("tab")
        await reader.filter("ambiguous")
        await reader.press("+")
        assert "can do nothing here" in reader.said
        assert not reader.main.listing.scope.only
    mill.close()
