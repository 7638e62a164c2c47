"""Which files are new, changed, unchanged or gone: by date and size, at a byte of memory for a known file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.ingest import FoundFile, broken_plug_ins, collection_options, is_readable, scan
from briefreader.library.sync.batches import batched
from briefreader.library.sync.job import Job
from briefreader.library.sync.work import ReadTask
from briefreader.model import Skipped
from briefreader.store.cache.files import FileState

if TYPE_CHECKING:
    import sqlite3

_TASK_BYTES = 1_000_000
_TASK_FILES = 64
_LOOKED_UP = 512


class Found:
    """What a walk through the roots came upon: the files to read, and which known ones are still there."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._files = job.shelf.cache.files
        self._connection = job.shelf.cache.database.connection
        self._there = bytearray()
        self._unreadable: list[str] = []
        self.options, problems = collection_options(job.shelf.collection.roots)
        self.count = 0
        self.bytes = 0
        self.skipped: list[Skipped] = [*problems, *broken_plug_ins()]

    def walk(self) -> None:
        """Look at every file once; those to read are laid down in a table of this connection's own."""
        _fresh_table(self._connection)
        roots = self._job.shelf.collection.roots
        seen = 0
        for batch in batched(scan(roots, wanted=is_readable, ignored=self.options.ignores), _LOOKED_UP):
            self._look([item for item in batch if isinstance(item, FoundFile)])
            self._pass_over([item for item in batch if isinstance(item, Skipped)])
            seen += len(batch)
            self._job.tell("list", seen)
        self._note_skipped()

    def is_news(self) -> bool:
        """Tell whether there is a file to read, or one that was known is not there."""
        return self.count > 0 or self._there.count(1) < self._files.count()

    def tasks(self) -> Iterator[ReadTask]:
        """Yield the files to read, as tasks for workers: many small files, or one large one."""
        bundle: list[tuple[int, str, str]] = []
        size = 0
        for number, location, path, length in self._fresh():
            if bundle and (size + length > _TASK_BYTES or len(bundle) == _TASK_FILES):
                yield ReadTask(tuple(bundle), self.options)
                bundle, size = [], 0
            bundle.append((number, location, path))
            size += length
        if bundle:
            yield ReadTask(tuple(bundle), self.options)

    def state(self, number: int) -> FileState:
        """Return the file with this number among those to read."""
        row = self._connection.execute(
            "SELECT path, location, size, mtime FROM temp.fresh WHERE rowid = ?", (number,)
        ).fetchone()
        return FileState(row[0], os.fsdecode(row[1]), row[2], row[3])

    def keep(self, number: int) -> None:
        """Note that the known file with this number is still there."""
        if number >= len(self._there):
            self._there.extend(bytes(number + 4096 - len(self._there)))
        self._there[number] = 1

    def gone(self) -> list[int]:
        """Return the known files that are there no more; what lies in an unreadable folder may yet be."""
        return [
            number
            for number, path, location in self._files.all()
            if not self._is_kept(number) and not self._is_hidden(path, location)
        ]

    def _note_skipped(self) -> None:
        if sorted(self._files.passed_over(), key=str) == sorted(self.skipped, key=str):
            return
        with self._job.shelf.cache.database.transaction() as connection:
            self._files.unskip(connection, None)
            self._files.skip(connection, None, self.skipped)

    def _pass_over(self, skipped: list[Skipped]) -> None:
        self.skipped += skipped
        self._unreadable += [item.path.rstrip("/") + "/" for item in skipped]

    def _look(self, items: list[FoundFile]) -> None:
        stamps = self._files.stamps([item.relative for item in items])
        for item in items:
            number, *stamp = stamps.get(item.relative, (0, 0, 0))
            if stamp == [item.size, item.mtime_ns]:
                self.keep(number)
            else:
                self._read_later(item)

    def _read_later(self, item: FoundFile) -> None:
        self.count += 1
        self.bytes += item.size
        self._connection.execute(
            "INSERT INTO temp.fresh VALUES (?, ?, ?, ?)",
            (item.relative, os.fsencode(item.location), item.size, item.mtime_ns),
        )

    def _is_kept(self, number: int) -> bool:
        return number < len(self._there) and bool(self._there[number])

    def _is_hidden(self, path: str, location: str) -> bool:
        return any(path.startswith(folder) or location.startswith(folder) for folder in self._unreadable)

    def _fresh(self) -> Iterator[tuple[int, str, str, int]]:
        """Page through the table, so that no statement stays open while batches are written."""
        last = 0
        while rows := self._connection.execute(
            "SELECT rowid, location, path, size FROM temp.fresh WHERE rowid > ? ORDER BY rowid LIMIT 500",
            (last,),
        ).fetchall():
            for number, location, path, size in rows:
                yield number, os.fsdecode(location), path, size
            last = rows[-1][0]


def _fresh_table(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE IF EXISTS temp.fresh")
    connection.execute("CREATE TEMP TABLE fresh (path TEXT, location BLOB, size INTEGER, mtime INTEGER)")
