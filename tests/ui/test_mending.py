"""What goes wrong behind the screen: told in one line, mended where it can be."""

import sqlite3

import pytest

from briefreader.library import Library
from tests.ui.conftest import Opens


async def test_a_damaged_cache_is_built_again_while_one_looks_on(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as reader:
        everything = reader.titles
        listing = Library.listing

        def damaged(*args: object, **kwargs: object) -> object:
            monkeypatch.setattr(Library, "listing", listing)
            raise sqlite3.DatabaseError("database disk image is malformed")

        monkeypatch.setattr(Library, "listing", damaged)
        await reader.press("s")
        await reader.until(lambda: reader.main.crew.syncing.report)
        await reader.until(lambda: sorted(reader.titles) == sorted(everything))


async def test_a_fault_in_a_thread_is_told_and_the_reader_goes_on(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as reader:
        listing = Library.listing
        monkeypatch.setattr(Library, "listing", lambda *_args, **_options: 1 / 0)
        await reader.press("s")
        await reader.until(lambda: "ZeroDivisionError" in reader.said)
        monkeypatch.setattr(Library, "listing", listing)
        await reader.press("j")
        assert reader.main.desk.list.cursor == 1
