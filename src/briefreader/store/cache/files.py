"""The files of a collection as they were when last read, and what was skipped."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import Skipped
from briefreader.store.sqlite import Database

UNFINISHED = -1
"""The mtime that a file bears whose reading did not come to its end: the next start reads it again."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as found: its path in the collection, where it lies on this machine, its size and mtime (ns)."""

    path: str
    location: str
    size: int
    mtime: int


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was read; ``same_as`` is the file with the same bytes that was read for both."""

    id: int
    state: FileState
    hash: bytes
    same_as: int | None


_COLUMNS = "id, path, location, size, mtime, hash, same_as"


class FileTable:
    """What is known of files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stamps(self, paths: Sequence[str]) -> dict[str, tuple[int, int, int]]:
        """Return number, size and mtime (ns) of the files that were read at these paths."""
        rows = self._database.connection.execute(
            "SELECT files.path, files.id, size, mtime FROM json_each(?) JOIN files ON files.path = value",
            (json.dumps(paths, ensure_ascii=False),),
        )
        return {path: (number, size, mtime) for path, number, size, mtime in rows}

    def at(self, path: str) -> KnownFile | None:
        """Return the file that was read at ``path``."""
        return next(self._select("path = ?", path), None)

    def get(self, number: int) -> KnownFile | None:
        """Return the file with this number."""
        return next(self._select("id = ?", number), None)

    def twins(self, content: bytes) -> list[KnownFile]:
        """Return the files that were read themselves and hold the bytes with this hash."""
        return list(self._select("hash = ? AND same_as IS NULL ORDER BY id", content))

    def copies(self, number: int) -> list[KnownFile]:
        """Return the files that were found to hold the same bytes as file ``number``."""
        return list(self._select("same_as = ? ORDER BY id", number))

    def count(self) -> int:
        """Count all files."""
        return int(self._database.connection.execute("SELECT count(*) FROM files").fetchone()[0])

    def all(self) -> Iterator[tuple[int, str, str]]:
        """Yield number, path and location of every file."""
        for number, path, location in self._database.connection.execute(
            "SELECT id, path, location FROM files"
        ):
            yield number, path, os.fsdecode(location)

    def put(
        self, connection: sqlite3.Connection, state: FileState, content: bytes, same_as: int | None
    ) -> int:
        """Write how a file was found and return its number."""
        row = connection.execute(
            "INSERT INTO files (path, location, size, mtime, hash, same_as) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET location = excluded.location, size = excluded.size,"
            " mtime = excluded.mtime, hash = excluded.hash, same_as = excluded.same_as RETURNING id",
            (*_values(state), content, same_as),
        ).fetchone()
        return int(row[0])

    def move(self, connection: sqlite3.Connection, number: int, state: FileState) -> None:
        """Write that a file now lies elsewhere, or was touched."""
        connection.execute("DELETE FROM files WHERE path = ? AND id <> ?", (state.path, number))
        connection.execute(
            "UPDATE files SET path = ?, location = ?, size = ?, mtime = ? WHERE id = ?",
            (*_values(state), number),
        )

    def inherit(self, connection: sqlite3.Connection, number: int, heir: int) -> None:
        """Give the articles and copies of a file to ``heir``, one of those copies."""
        connection.execute("UPDATE files SET same_as = NULL WHERE id = ?", (heir,))
        connection.execute("UPDATE files SET same_as = ? WHERE same_as = ?", (heir, number))
        connection.execute("UPDATE articles SET file = ? WHERE file = ?", (heir, number))

    def expire(self, connection: sqlite3.Connection, numbers: Sequence[int] | None = None) -> None:
        """Have the files with these numbers (None: all) read again at the next start."""
        chosen = "" if numbers is None else " WHERE id IN (SELECT value FROM json_each(?))"
        values = (UNFINISHED,) if numbers is None else (UNFINISHED, json.dumps(numbers))
        connection.execute(f"UPDATE files SET mtime = ?{chosen}", values)  # noqa: S608

    def forget(self, connection: sqlite3.Connection, number: int) -> None:
        """Drop a file and what was skipped in it."""
        connection.execute("DELETE FROM files WHERE id = ?", (number,))
        self.unskip(connection, number)

    def skip(self, connection: sqlite3.Connection, file: int | None, skipped: Iterable[Skipped]) -> None:
        """Write what could not be read; ``file`` None for what was not even opened."""
        connection.executemany(
            "INSERT INTO skipped (path, file, reason) VALUES (?, ?, ?)",
            [(each.path, file, each.reason) for each in skipped],
        )

    def unskip(self, connection: sqlite3.Connection, file: int | None) -> None:
        """Forget what was skipped in a file, or (None) while looking for files."""
        connection.execute("DELETE FROM skipped WHERE file IS ?", (file,))

    def passed_over(self) -> list[Skipped]:
        """Return what was not even opened."""
        rows = self._database.connection.execute("SELECT path, reason FROM skipped WHERE file IS NULL")
        return [Skipped(path, reason) for path, reason in rows]

    def skipped(self) -> tuple[Skipped, ...]:
        """Return all that could not be read, by path."""
        rows = self._database.connection.execute("SELECT path, reason FROM skipped ORDER BY path, reason")
        return tuple(Skipped(path, reason) for path, reason in rows)

    def _select(self, where: str, value: object) -> Iterator[KnownFile]:
        rows = self._database.connection.execute(f"SELECT {_COLUMNS} FROM files WHERE {where}", (value,))  # noqa: S608
        for number, path, location, size, mtime, content, same_as in rows:
            yield KnownFile(number, FileState(path, os.fsdecode(location), size, mtime), content, same_as)


def _values(state: FileState) -> tuple[str, bytes, int, int]:
    return state.path, os.fsencode(state.location), state.size, state.mtime
