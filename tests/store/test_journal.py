"""Undo and redo over any mixture of steps give back every row."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.store.userdata import UserData, journal
from briefreader.store.userdata.edits import Change
from briefreader.store.userdata.notes import Anchor


@pytest.fixture
def data(tmp_path: Path) -> Iterator[UserData]:
    opened = UserData.open(tmp_path / "data")
    yield opened
    opened.close()


ARTICLES = ("a" * 12, "b" * 12)
TABLES = ("marks", "tags", "notes", "amendments")

steps = st.lists(
    st.tuples(
        st.sampled_from(["read", "star", "tag", "untag", "note", "edit", "delete", "title", "plain"]),
        st.sampled_from(ARTICLES),
        st.integers(1, 3),
    ),
    max_size=12,
)


def take(data: UserData, kind: str, article: str, number: int) -> None:
    owner = [(article, "hash")]
    if kind in ("read", "star"):
        data.marks.flag(owner, "read" if kind == "read" else "starred", number % 2 == 0, kind)
    elif kind == "tag":
        data.marks.retag(owner, [f"t{number}", f"u{number}"], [], kind)
    elif kind == "untag":
        data.marks.retag(owner, [], [f"t{number}"], kind)
    elif kind == "note":
        data.notes.add([Anchor(article, "hash", 0, number, "quote", "before")], f"n{number}", "now", kind)
    elif kind == "edit" and data.notes.get(number):
        data.notes.edit([number], f"edited {number}", kind)
    elif kind == "delete":
        data.notes.remove(number, kind)
    elif kind == "title":
        data.amendments.set_field(article, "hash", "title", f"title {number}", kind)
    elif kind == "plain":
        data.amendments.clear_field(article, "title", kind)


def state(data: UserData) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(data.database.rows(f"SELECT * FROM {table}")) for table in TABLES}


@settings(max_examples=40, deadline=None)
@given(steps)
def test_undoing_everything_and_redoing_it_gives_the_same_rows(taken: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as home:
        data = UserData.open(Path(home) / "data")
        try:
            empty = state(data)
            for step in taken:
                take(data, *step)
            full = state(data)
            while data.journal.undo() is not None:
                pass
            assert state(data) == empty
            while data.journal.redo() is not None:
                pass
            assert state(data) == full
        finally:
            data.close()


def test_a_step_that_changes_nothing_is_no_step(data: UserData) -> None:
    data.marks.flag([(ARTICLES[0], "hash")], "read", True, "first")
    data.marks.flag([(ARTICLES[0], "hash")], "read", True, "again")
    data.marks.retag([(ARTICLES[0], "hash")], [], ["never given"], "untag")
    assert data.journal.undo() == "first"
    assert data.journal.undo() is None


def test_of_many_only_those_that_change_are_taken_back(data: UserData) -> None:
    owners = [(f"{number:012x}", "hash") for number in range(1000)]
    data.marks.flag(owners[::2], "read", True, "every other")
    data.marks.flag(owners, "read", True, "all")
    assert data.marks.flagged_all([article for article, _ in owners], "read")
    data.journal.undo()
    assert data.marks.flagged("read") == {article for article, _ in owners[::2]}


def test_large_steps_push_out_the_oldest_but_never_the_newest(
    data: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_KEPT_BYTES", 1)
    data.marks.flag([(ARTICLES[0], "hash")], "read", True, "first")
    data.marks.flag([(ARTICLES[0], "hash")], "starred", True, "second")
    assert data.journal.undo() == "second"
    assert data.journal.undo() is None


def test_a_line_break_in_a_note_or_a_tag_survives_undo_and_redo(data: UserData) -> None:
    text = 'two\nlines, a "quote" and \u2028'
    data.notes.add([Anchor(ARTICLES[0], "hash", 0, 1, text, "before\n")], text, "now", "note")
    data.journal.undo()
    data.journal.redo()
    assert [(note.quote, note.text) for note in data.notes.all()] == [(text, text)]


def test_a_journal_of_an_earlier_program_is_gone_on_with(data: UserData) -> None:
    data.marks.flag([(ARTICLES[0], "hash")], "read", True, "before")
    with data.database.transaction() as connection:
        connection.execute("ALTER TABLE journal DROP COLUMN taken")
        connection.execute("ALTER TABLE journal DROP COLUMN elsewhere")
    newest = data.journal.newest()
    assert newest is not None
    assert (newest.what, newest.taken) == ("before", "")
    data.marks.flag([(ARTICLES[1], "hash")], "read", True, "after")
    assert [data.journal.undo() for _ in range(3)] == ["after", "before", None]


def test_a_step_of_an_earlier_program_kept_whole_rows_and_is_undone_so(data: UserData) -> None:
    data.marks.flag([(ARTICLES[0], "hash")], "starred", True, "star")
    whole = Change(
        "marks", ["article", "hash", "read", "starred"], "[]", json.dumps([[ARTICLES[0], "hash", 0, 1]])
    )
    with data.database.transaction() as connection:
        connection.execute("UPDATE journal SET rows = ?", (journal._packed([whole]),))
    data.journal.undo()
    assert state(data)["marks"] == []
    data.journal.redo()
    assert state(data)["marks"] == [(ARTICLES[0], "hash", 0, 1)]
