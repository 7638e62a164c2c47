"""Queries that the reader asked and those saved under a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefreader.store.sqlite import Database

_KEPT = 500
_TABLES = (
    "CREATE TABLE IF NOT EXISTS asked (number INTEGER PRIMARY KEY, query TEXT NOT NULL UNIQUE)",
    "CREATE TABLE IF NOT EXISTS saved_searches (name TEXT PRIMARY KEY COLLATE NOCASE, query TEXT NOT NULL,"
    " seen BLOB NOT NULL) WITHOUT ROWID",
)


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query under a name; ``seen`` are the ids of the articles it had found when it was last looked at."""

    name: str
    query: str
    seen: frozenset[str]


class SearchTable:
    """Searches of one collection. None is a step to undo: forgetting one asks for its name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, query: str) -> None:
        """Make ``query`` the latest that was asked."""
        with self._writing() as connection:
            connection.execute("DELETE FROM asked WHERE query = ?", (query,))
            connection.execute("INSERT INTO asked (query) VALUES (?)", (query,))
            connection.execute(
                "DELETE FROM asked WHERE number <= (SELECT max(number) FROM asked) - ?", (_KEPT,)
            )

    def asked(self) -> list[str]:
        """Return what was asked, the latest first."""
        rows = self._rows("SELECT query FROM asked ORDER BY number DESC")
        return [str(query) for (query,) in rows]

    def save(self, name: str, query: str, seen: frozenset[str]) -> None:
        """Keep ``query`` under ``name``, in the place of one of that name."""
        with self._writing() as connection:
            statement = "INSERT OR REPLACE INTO saved_searches VALUES (?, ?, ?)"
            connection.execute(statement, (name, query, _packed(seen)))

    def saved(self) -> list[SavedQuery]:
        """Return what is saved, by name."""
        rows = self._rows("SELECT name, query, seen FROM saved_searches ORDER BY name")
        return [SavedQuery(str(name), str(query), _unpacked(seen)) for name, query, seen in rows]

    def forget(self, name: str) -> None:
        """Drop the saved search of that name."""
        with self._writing() as connection:
            connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._database.transaction() as connection:
            for table in _TABLES:
                connection.execute(table)
            yield connection

    def _rows(self, statement: str) -> list[tuple[object, ...]]:
        known = {
            name for (name,) in self._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        return self._database.rows(statement) if {"asked", "saved_searches"} <= known else []


def _packed(ids: frozenset[str]) -> bytes:
    return b"".join(bytes.fromhex(article) for article in sorted(ids))


def _unpacked(seen: object) -> frozenset[str]:
    data = seen if isinstance(seen, bytes) else b""
    return frozenset(data[at : at + _ID].hex() for at in range(0, len(data), _ID))


_ID = 6  # bytes of an article's id
