"""Undo and redo over any mixture of steps give back every row."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.store.userdata import UserData
from briefreader.store.userdata.notes import Anchor

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
        data.marks.tag(owner, f"t{number}", kind)
    elif kind == "untag":
        data.marks.untag(owner, f"t{number}", kind)
    elif kind == "note":
        data.notes.add(Anchor(article, "hash", 0, number, "quote", "before"), f"n{number}", "now", kind)
    elif kind == "edit" and data.notes.get(number):
        data.notes.edit(number, f"edited {number}", kind)
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
