"""A database that cannot be written says so, and nothing of the step is left in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.errors import OutOfReach
from briefreader.store.sqlite import Database
from briefreader.store.userdata import UserData


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = Database(tmp_path / "some.sqlite", synchronous="NORMAL")
    with found.transaction() as connection:
        connection.execute("CREATE TABLE lines (text)")
    yield found
    found.close()


def write(database: Database, *texts: str) -> None:
    with database.transaction() as connection:
        for text in texts:
            connection.execute("INSERT INTO lines VALUES (?)", (text,))


def test_a_full_disk_is_told_in_one_sentence_and_the_step_is_undone(database: Database) -> None:
    pages = database.rows("PRAGMA page_count")[0][0]
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OutOfReach, match=r"Nothing can be kept: .*full.*some.sqlite"):
        write(database, "kept?", "x" * 100_000)
    assert database.rows("SELECT * FROM lines") == []


def write_and_fail(database: Database) -> None:
    with database.transaction():
        write(database, "one", "two")
        raise ZeroDivisionError


def test_a_failure_inside_a_step_undoes_all_of_it(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        write_and_fail(database)
    assert database.rows("SELECT * FROM lines") == []


def test_marks_that_another_program_holds_are_out_of_reach_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.store.sqlite._WAIT_SECONDS", 0.0)
    UserData.open(tmp_path / "data").close()
    with sqlite3.connect(tmp_path / "data" / "marks.sqlite") as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO marks (article) VALUES ('a')")
        with pytest.raises(OutOfReach, match="which holds your marks"):
            UserData.open(tmp_path / "data")
    other.close()
