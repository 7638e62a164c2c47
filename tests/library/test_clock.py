"""A clock that is put back changes nothing: files tell by themselves what is new, and steps are numbered."""

from __future__ import annotations

import datetime
import os
import time
from pathlib import Path

import pytest

from briefreader import Library
from briefreader.model import Span
from tests.library.folder import Folder

YEAR_S = 365 * 86_400


class Yesteryear(datetime.datetime):
    """A clock that is a year late."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Yesteryear:
        """Return the time a year ago."""
        return cls.fromtimestamp(time.time() - YEAR_S, tz)


@pytest.fixture
def put_back(library: Library, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library read and marked on one day, on a machine whose clock is then put back by a year."""
    ferry = library.article("ferry.md")
    library.marks.add_note(ferry.id, Span(0, 7), "written first")
    library.searches.remember("ferries")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - YEAR_S)
    monkeypatch.setattr("datetime.datetime", Yesteryear)
    return library


def test_a_file_that_is_older_than_what_was_read_is_read_again(put_back: Library, folder: Folder) -> None:
    path = folder.write("ferry.md", "No ferries", "A storm keeps all ferries in Varnholm.")
    before = path.stat().st_mtime - 2 * YEAR_S
    os.utime(path, (before, before))
    assert put_back.sync().changed == 1
    assert put_back.search("storm").total == 1
    assert put_back.sync().changed == 0


def test_a_file_of_the_same_length_and_an_older_date_is_read_again(put_back: Library, folder: Folder) -> None:
    path = folder.path / "ferry.md"
    text = path.read_text()
    path.write_text(text.replace("noon", "dusk"))
    os.utime(path, (0, 0))
    assert put_back.sync().changed == 1
    assert put_back.search("dusk").total == 1


def test_what_is_undone_is_the_last_step_whatever_the_clock_said(put_back: Library) -> None:
    ferry = put_back.article("ferry.md")
    put_back.marks.add_note(ferry.id, Span(8, 12), "written second")
    assert put_back.marks.notes()[1].created < put_back.marks.notes()[0].created
    put_back.marks.undo()
    assert [note.text for note in put_back.marks.notes()] == ["written first"]
    put_back.searches.remember("strike")
    assert put_back.searches.history()[:2] == ["strike", "ferries"]


def test_nothing_is_read_anew_for_the_clock_alone(put_back: Library, folder: Folder, home: Path) -> None:
    put_back.close()
    with Library.open(folder.path) as library:
        report = library.sync()
        assert (report.added, report.changed, report.unchanged) == (0, 0, 3)
        assert library.notices == ()
    assert len(list(home.glob("data/briefreader/collections/*/backups/*.sqlite"))) == 2
