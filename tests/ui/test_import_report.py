"""The reader tells what was read, and of each file that was not, why."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.screens.report import ReportScreen
from tests.ui.conftest import _settle_in
from tests.ui.reader import Reader


async def test_g_i_shows_what_was_skipped_and_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _settle_in(tmp_path / "home", monkeypatch)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "mill.txt").write_text("The mill on the Oskar river turns again after nine years.\n")
    (folder / "empty.txt").write_text("")
    with Library.open(folder) as library:
        reader = Reader(ReaderApp(library, settings=Settings()))
        async with reader.app.run_test(size=(100, 30), message_hook=reader.notice) as pilot:
            reader.pilot = pilot
            await reader.until(lambda: reader.said == "1 new, 1 skipped")
            await reader.press("g", "i")
            await reader.until(lambda: isinstance(reader.screen, ReportScreen))
            rows = reader.screen.rows

            def shown() -> str:
                return "\n".join(rows.render_line(y).text for y in range(rows.count + 2))

            await reader.until(lambda: "1  new" in shown())
            assert "empty.txt" in shown()
            assert "It is empty." in shown()
            assert rows.render_line(0).text.split() == ["Articles", "1"]
            assert str(rows.border_title) == "Import report"
