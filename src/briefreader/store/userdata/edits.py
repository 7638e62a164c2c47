"""One step of the reader's: rows written and removed by the set, kept as they were before and after."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefreader.store.userdata.schema import FLAGS, KEYS

Row = dict[str, object]
Rows = Sequence[Sequence[object]]

# {given} is one JSON array of rows, spread by SQLite: a hundred thousand articles are one statement, during
# which Python and so the screen go on.
_GIVEN = "WITH given AS MATERIALIZED (SELECT {cells} FROM json_each(?1))"
_CHANGING = (
    "SELECT json_group_array(json_array({given})) FROM given LEFT JOIN {table} USING ({key}) WHERE {differs}"
)
_STANDING = "SELECT json_group_array(json_array({kept})) FROM given JOIN {table} USING ({key})"
_PUT = "INSERT OR REPLACE INTO {table} ({names}) SELECT {merged} FROM given LEFT JOIN {table} USING ({key})"
_REMOVE = "DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM given)"
_LOWER = "UPDATE {table} SET {lowered} WHERE ({key}) IN (SELECT {key} FROM given)"
_REMOVE_BARE = f"{_REMOVE} AND NOT ({{flags}})"


class Change(NamedTuple):
    """Rows of a table as they were and as they became, each a JSON array of rows in order of ``columns``."""

    table: str
    columns: list[str]
    before: str
    after: str


class Edit:
    """Writes the rows of a step."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.changes: list[Change] = []

    def put(self, table: str, row: Row) -> None:
        """Insert ``row``, or replace the one with its key; columns not named keep their value."""
        self.put_all(table, tuple(row), [tuple(row.values())])

    def put_all(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert rows of different keys, or replace those with their keys; no row is written that stands."""
        work = _Work(self._connection, table, columns)
        given = work.ask(_CHANGING, _json(rows))
        if given == _NONE:
            return
        before = work.ask(_STANDING, given)
        work.do(_PUT, given)
        self.changes.append(Change(table, work.kept, before, work.ask(_STANDING, given)))

    def remove(self, table: str, key: Row) -> None:
        """Delete the row with this key, if there is one."""
        self.remove_all(table, tuple(key), [tuple(key.values())])

    def remove_all(self, table: str, columns: Sequence[str], keys: Iterable[Sequence[object]]) -> None:
        """Delete the rows with these keys, those there are."""
        work, given = _Work(self._connection, table, columns, whole=True), _json(keys)
        before = work.ask(_STANDING, given)
        if before != _NONE:
            work.do(_REMOVE, given)
            self.changes.append(Change(table, work.kept, before, _NONE))


def restore(connection: sqlite3.Connection, table: str, columns: Sequence[str], now: str, then: str) -> None:
    """Put the rows ``then`` in the place of the rows ``now``, both as in a :class:`Change`."""
    work = _Work(connection, table, columns)
    if table in FLAGS:
        work.do(_LOWER, now)
        work.do(_REMOVE_BARE, now)
    else:
        work.do(_REMOVE, now)
    work.do(_PUT, then)


class _Work:
    """Statements on one table, told rows of some of its columns, the key's among them.

    ``kept`` are the columns of which a step keeps what they were; of a ``whole`` row it keeps all.
    """

    def __init__(
        self, connection: sqlite3.Connection, table: str, columns: Sequence[str], *, whole: bool = False
    ) -> None:
        self._connection = connection
        self.all = [str(name) for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        flags = FLAGS.get(table, ())
        self.kept = list(columns) if flags and not whole else self.all
        self._parts = {
            "table": table,
            "key": ", ".join(KEYS[table]),
            "names": ", ".join(self.all),
            "kept": _listed(f"{table}.{{}}", self.kept),
            "lowered": _listed("{} = 0", [name for name in flags if name in columns]),
            "flags": " OR ".join(flags),
            "given": _listed("given.{}", columns),
            "merged": ", ".join(f"{'given' if name in columns else table}.{name}" for name in self.all),
            "differs": " OR ".join(f"{table}.{name} IS NOT given.{name}" for name in columns),
            "cells": ", ".join(
                f"json_extract(value, '$[{at}]') AS {name}" for at, name in enumerate(columns)
            ),
        }

    def ask(self, statement: str, given: str) -> str:
        """Return what ``statement`` makes of the rows given."""
        (answer,) = self._run(statement, given).fetchone()
        return str(answer)

    def do(self, statement: str, given: str) -> None:
        """Write."""
        self._run(statement, given)

    def _run(self, statement: str, given: str) -> sqlite3.Cursor:
        return self._connection.execute(f"{_GIVEN} {statement}".format(**self._parts), (given,))


_NONE = "[]"


def _listed(pattern: str, names: Iterable[str]) -> str:
    return ", ".join(pattern.format(name) for name in names)


def _json(rows: Iterable[Sequence[object]]) -> str:
    # Row by row: encoding a hundred thousand in one call would hold up every other thread.
    return f"[{','.join(map(_encode, rows))}]"


_encode = json.JSONEncoder(ensure_ascii=False).encode
