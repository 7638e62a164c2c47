"""Undo and redo for what the reader made: each entry keeps the rows as they were before and after."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from briefreader.model import Step
from briefreader.store.sqlite import Database
from briefreader.store.userdata.edits import Change, Edit, restore
from briefreader.store.userdata.schema import ADDED

Elsewhere = Callable[[str], None]

_KEPT = 500
_KEPT_BYTES = 32 << 20
_QUICK = 1

# The newest step stays however large it is.
_FORGET = """
DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ? OR id IN (
    SELECT id FROM (SELECT id, sum(length(rows)) OVER (ORDER BY id DESC) AS size FROM journal)
    WHERE size > ? AND id < (SELECT max(id) FROM journal)
)
"""

_NEWEST = "SELECT id, what, taken, elsewhere FROM journal WHERE NOT undone ORDER BY id DESC LIMIT 1"
_OLDEST_UNDONE = "SELECT id, what, taken, elsewhere FROM journal WHERE undone ORDER BY id LIMIT 1"


class Journal:
    """The steps taken, newest last; a new step forgets those that were undone, and the oldest.

    A step may have been taken elsewhere, in a file of its own: then the journal knows its place among the
    others and what was written there, and leaves it to its owner to take it back.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ours: set[int] = set()

    @contextmanager
    def edit(self, what: str) -> Iterator[Edit]:
        """Take one step, named for the reader by ``what``; all its rows are written, or none."""
        with self._database.transaction() as connection:
            edit = Edit(connection)
            yield edit
            if edit.changes:
                self._record(connection, what, edit.changes)

    @contextmanager
    def unrecorded(self) -> Iterator[Edit]:
        """Write rows in a way that is no step to undo."""
        with self._database.transaction() as connection:
            yield Edit(connection)

    def taken_elsewhere(self, what: str, written: str) -> None:
        """Enter a step that was taken elsewhere, and what was ``written`` there."""
        with self._database.transaction() as connection:
            self._record(connection, what, (), written)

    def moved_elsewhere(self, written: str, *, undone: bool) -> None:
        """Enter that the newest step that wrote this elsewhere was taken back there, or taken again."""
        with self._database.transaction() as connection:
            _grow(connection)
            connection.execute(
                "UPDATE journal SET undone = ?1 WHERE id ="
                " (SELECT max(id) FROM journal WHERE elsewhere = ?2 AND undone <> ?1)",
                (undone, written),
            )

    def newest(self) -> Step | None:
        """Return the step that :meth:`undo` would take back."""
        return self._coming(undone=True)

    def undo(self, elsewhere: Elsewhere = lambda _written: None) -> str | None:
        """Take back the newest step and return its name, None where there is none.

        ``elsewhere`` is called with what a step wrote elsewhere, to take that back.
        """
        return self._step(elsewhere, undone=True)

    def redo(self, elsewhere: Elsewhere = lambda _written: None) -> str | None:
        """Take the oldest undone step again and return its name, None where there is none."""
        return self._step(elsewhere, undone=False)

    def _record(
        self, connection: sqlite3.Connection, what: str, changes: Sequence[Change], written: str = ""
    ) -> None:
        _grow(connection)
        connection.execute("DELETE FROM journal WHERE undone")
        number = connection.execute(
            "INSERT INTO journal (what, rows, taken, elsewhere) VALUES (?, ?, ?, ?)",
            (what, _packed(changes), datetime.now(UTC).isoformat(timespec="seconds"), written),
        ).lastrowid
        self._ours.add(int(number or 0))
        connection.execute(_FORGET, (_KEPT, _KEPT_BYTES))

    def _coming(self, *, undone: bool) -> Step | None:
        with self._database.transaction() as connection:
            _grow(connection)
            found = connection.execute(_NEWEST if undone else _OLDEST_UNDONE).fetchone()
            if found is None:
                return None
            number, what, taken, written = found
            return Step(number, what, taken, number in self._ours, written)

    def _step(self, elsewhere: Elsewhere, *, undone: bool) -> str | None:
        with self._database.transaction() as connection:
            step = self._coming(undone=undone)
            if step and not step.elsewhere:
                self._restore(connection, step.id, undone=undone)
        if (
            step and step.elsewhere
        ):  # not inside: others may write meanwhile, and a crash leaves it to be redone
            elsewhere(step.elsewhere)
            with self._database.transaction() as connection:
                self._restore(connection, step.id, undone=undone)
        return step.what if step else None

    @staticmethod
    def _restore(connection: sqlite3.Connection, step: int, *, undone: bool) -> None:
        (rows,) = connection.execute("SELECT rows FROM journal WHERE id = ?", (step,)).fetchone()
        changes = _unpacked(rows)
        for change in reversed(changes) if undone else changes:
            now, then = (change.after, change.before) if undone else (change.before, change.after)
            restore(connection, change.table, change.columns, now, then)
        connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (undone, step))


def _grow(connection: sqlite3.Connection) -> None:
    """Give the table the columns that a file of an earlier program lacks."""
    there = {name for _, name, *_ in connection.execute("PRAGMA table_info(journal)")}
    for column in ADDED["journal"]:
        if column not in there:
            connection.execute(f"ALTER TABLE journal ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


def _packed(changes: Sequence[Change]) -> bytes:
    # A line for each part: JSON has no line break of its own, and the rows need not be spelt twice.
    lines = (
        line
        for table, columns, before, after in changes
        for line in (table, json.dumps(columns), before, after)
    )
    return zlib.compress("\n".join(lines).encode(), _QUICK)


def _unpacked(rows: bytes) -> list[Change]:
    text = zlib.decompress(rows).decode()
    lines = iter(text.split("\n") if text else ())
    changes = zip(lines, lines, lines, lines, strict=True)
    return [Change(table, json.loads(columns), before, after) for table, columns, before, after in changes]
