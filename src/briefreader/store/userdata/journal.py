"""Undo and redo for what the reader made: each entry keeps the rows as they were before and after."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefreader.store.sqlite import Database
from briefreader.store.userdata.schema import KEYS

Row = dict[str, object]

_KEPT = 500


class Edit:
    """One step of the reader's: every row that it writes, with the row it replaced."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.changes: list[tuple[str, Row | None, Row | None]] = []

    def put(self, table: str, row: Row) -> None:
        """Insert ``row``, or replace the one with its key; columns not named keep their value."""
        before = _read(self._connection, table, row)
        after = {**(before or {}), **row}
        _write(self._connection, table, after)
        self.changes.append((table, before, _read(self._connection, table, after)))

    def remove(self, table: str, key: Row) -> None:
        """Delete the row with this key, if there is one."""
        before = _read(self._connection, table, key)
        if before is not None:
            _delete(self._connection, table, before)
            self.changes.append((table, before, None))


class Journal:
    """The steps taken, newest last; a new step forgets those that were undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def edit(self, what: str) -> Iterator[Edit]:
        """Take one step, named for the reader by ``what``; all its rows are written, or none."""
        with self._database.transaction() as connection:
            edit = Edit(connection)
            yield edit
            if edit.changes:
                self._record(connection, what, edit)

    def undo(self) -> str | None:
        """Take back the newest step and return its name, None where there is none."""
        return self._step(
            "SELECT id, what, rows FROM journal WHERE NOT undone ORDER BY id DESC LIMIT 1", undone=True
        )

    def redo(self) -> str | None:
        """Take the oldest undone step again and return its name, None where there is none."""
        return self._step("SELECT id, what, rows FROM journal WHERE undone ORDER BY id LIMIT 1", undone=False)

    def _record(self, connection: sqlite3.Connection, what: str, edit: Edit) -> None:
        connection.execute("DELETE FROM journal WHERE undone")
        rows = json.dumps(edit.changes, ensure_ascii=False)
        connection.execute("INSERT INTO journal (what, rows) VALUES (?, ?)", (what, rows))
        connection.execute("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", (_KEPT,))

    def _step(self, statement: str, *, undone: bool) -> str | None:
        with self._database.transaction() as connection:
            found = connection.execute(statement).fetchone()
            if found is None:
                return None
            number, what, rows = found
            changes = json.loads(rows)
            for table, before, after in reversed(changes) if undone else changes:
                _restore(connection, table, *((after, before) if undone else (before, after)))
            connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (undone, number))
            return str(what)


def _restore(connection: sqlite3.Connection, table: str, now: Row | None, then: Row | None) -> None:
    if then is not None:
        _write(connection, table, then)
    elif now is not None:
        _delete(connection, table, now)


def _read(connection: sqlite3.Connection, table: str, row: Row) -> Row | None:
    where, values = _key(table, row)
    return _as_row(connection.execute(f"SELECT * FROM {table} WHERE {where}", values))  # noqa: S608


def _as_row(cursor: sqlite3.Cursor) -> Row | None:
    found = cursor.fetchone()
    return (
        None
        if found is None
        else {column[0]: value for column, value in zip(cursor.description, found, strict=True)}
    )


def _write(connection: sqlite3.Connection, table: str, row: Row) -> None:
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", list(row.values()))  # noqa: S608


def _delete(connection: sqlite3.Connection, table: str, row: Row) -> None:
    where, values = _key(table, row)
    connection.execute(f"DELETE FROM {table} WHERE {where}", values)  # noqa: S608


def _key(table: str, row: Row) -> tuple[str, list[object]]:
    keys = KEYS[table]
    return " AND ".join(f"{key} = ?" for key in keys), [row[key] for key in keys]
