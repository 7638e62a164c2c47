"""Undo and redo for what the reader made: each entry keeps the rows as they were before and after."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from briefreader.store.sqlite import Database
from briefreader.store.userdata.edits import Change, Edit, restore

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


class Journal:
    """The steps taken, newest last; a new step forgets those that were undone, and the oldest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def edit(self, what: str) -> Iterator[Edit]:
        """Take one step, named for the reader by ``what``; all its rows are written, or none."""
        with self._database.transaction() as connection:
            edit = Edit(connection)
            yield edit
            if edit.changes:
                self._record(connection, what, edit.changes)

    def undo(self) -> str | None:
        """Take back the newest step and return its name, None where there is none."""
        return self._step(
            "SELECT id, what, rows FROM journal WHERE NOT undone ORDER BY id DESC LIMIT 1", undone=True
        )

    def redo(self) -> str | None:
        """Take the oldest undone step again and return its name, None where there is none."""
        return self._step("SELECT id, what, rows FROM journal WHERE undone ORDER BY id LIMIT 1", undone=False)

    def _record(self, connection: sqlite3.Connection, what: str, changes: Sequence[Change]) -> None:
        connection.execute("DELETE FROM journal WHERE undone")
        connection.execute("INSERT INTO journal (what, rows) VALUES (?, ?)", (what, _packed(changes)))
        connection.execute(_FORGET, (_KEPT, _KEPT_BYTES))

    def _step(self, statement: str, *, undone: bool) -> str | None:
        with self._database.transaction() as connection:
            found = connection.execute(statement).fetchone()
            if found is None:
                return None
            number, what, rows = found
            changes = _unpacked(rows)
            for change in reversed(changes) if undone else changes:
                now, then = (change.after, change.before) if undone else (change.before, change.after)
                restore(connection, change.table, change.columns, now, then)
            connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (undone, number))
            return str(what)


def _packed(changes: Sequence[Change]) -> bytes:
    # A line for each part: JSON has no line break of its own, and the rows need not be spelt twice.
    lines = (
        line
        for table, columns, before, after in changes
        for line in (table, json.dumps(columns), before, after)
    )
    return zlib.compress("\n".join(lines).encode(), _QUICK)


def _unpacked(rows: bytes) -> list[Change]:
    lines = iter(zlib.decompress(rows).decode().split("\n"))
    changes = zip(lines, lines, lines, lines, strict=True)
    return [Change(table, json.loads(columns), before, after) for table, columns, before, after in changes]
