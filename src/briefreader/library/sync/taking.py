"""Taking what was read into the cache: added, changed, moved, a copy of another file, or gone."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from briefreader.ingest.finish import article_id
from briefreader.library.amending import amended
from briefreader.library.sync.finding import Found
from briefreader.library.sync.job import Job
from briefreader.library.sync.work import Part
from briefreader.store.cache.files import UNFINISHED, FileState, KnownFile
from briefreader.store.cache.packing import Packed, pack, unpack

Held = dict[str, tuple[int, str, str]]
"""The articles of a file by record, as they were: key, id and text hash."""

_NEW = (0, "", "")


class Intake:
    """Writes the parts of files, each call within the caller's transaction."""

    def __init__(self, job: Job, found: Found) -> None:
        self._counts = job.counts
        self._cache = job.shelf.cache
        self._amendments = job.shelf.userdata.amendments
        self._amended = self._amendments.articles()
        self._found = found
        self._open: dict[int, tuple[int, Held]] = {}
        self._ignored: set[int] = set()

    def take(self, connection: sqlite3.Connection, part: Part) -> None:
        """Write one part of a file; the parts of one file come in order."""
        state = self._found.state(part.file)
        if part.first and self._is_known(connection, state, part):
            self._ignored.add(part.file)
        if part.file not in self._ignored:
            self._write(connection, state, part)
        if part.last:
            self._ignored.discard(part.file)

    def remove(self, connection: sqlite3.Connection, number: int) -> None:
        """Drop a file that is gone; where a copy of it remains, its articles pass to that."""
        self._pass_on(connection, number)
        self._drop_all_in(connection, number)
        self._cache.files.forget(connection, number)

    def _is_known(self, connection: sqlite3.Connection, state: FileState, part: Part) -> bool:
        """Tell whether these bytes have been read, here or elsewhere, and if so write where they lie now."""
        for twin in self._cache.files.twins(part.content) if part.content else []:
            if twin.state.mtime == UNFINISHED or not self._cache.articles.in_file(twin.id):
                continue
            if twin.state.path == state.path:
                self._cache.files.move(connection, twin.id, state)
                self._found.keep(twin.id)
            elif _is_there(twin):
                self._found.keep(self._make_copy(connection, state, part.content, twin.id))
            else:
                self._move(connection, twin, state)
                self._found.keep(twin.id)
            return True
        return False

    def _make_copy(self, connection: sqlite3.Connection, state: FileState, content: bytes, twin: int) -> int:
        known = self._cache.files.at(state.path)
        if known is not None and known.same_as is None:
            self._pass_on(connection, known.id)
            self._drop_all_in(connection, known.id)
        return self._cache.files.put(connection, state, content, twin)

    def _write(self, connection: sqlite3.Connection, state: FileState, part: Part) -> None:
        # What could not be opened is tried again at each start: its permissions may have changed.
        done = state if part.content else replace(state, mtime=UNFINISHED)
        if part.first:
            begun = done if part.last else replace(state, mtime=UNFINISHED)
            self._open[part.file] = self._begin(connection, begun, part.content)
        number, held = self._open[part.file]
        for record, article in part.articles:
            self._put(connection, article, number, record, held)
        self._cache.files.skip(connection, number, part.skipped)
        if part.last:
            self._drop(connection, [key for key, _, _ in held.values()])
            if not part.first:
                self._cache.files.put(connection, done, part.content, None)
            del self._open[part.file]

    def _begin(self, connection: sqlite3.Connection, state: FileState, content: bytes) -> tuple[int, Held]:
        known = self._cache.files.at(state.path)
        if known is not None and known.same_as is None and known.hash != content:
            self._pass_on(connection, known.id)
        number = self._cache.files.put(connection, state, content, None)
        self._found.keep(number)
        if known is None:
            return number, {}
        self._cache.files.unskip(connection, number)
        return number, self._cache.articles.in_file(number)

    def _put(
        self, connection: sqlite3.Connection, article: Packed, file: int, record: str, held: Held
    ) -> None:
        given = None
        if article.id in self._amended:
            as_amended, given = amended(unpack(article), self._amendments)
            article = pack(as_amended)
        _, _, text_hash = held.pop(record, _NEW)
        if not text_hash:
            self._counts.added += 1
        elif text_hash != article.text_hash:
            self._counts.changed += 1
        self._cache.articles.put(connection, article, file, record, given)

    def _move(self, connection: sqlite3.Connection, file: KnownFile, state: FileState) -> None:
        displaced = self._cache.files.at(state.path)
        if displaced is not None:
            self._drop_all_in(connection, displaced.id)
        self._cache.files.move(connection, file.id, state)
        self._rename(connection, file.id, state.path)

    def _rename(self, connection: sqlite3.Connection, file: int, path: str) -> None:
        articles = self._cache.articles.in_file(file)
        for record, (key, _, _) in articles.items():
            self._cache.articles.move(connection, key, article_id(path, record), path)
        self._counts.moved += len(articles)

    def _pass_on(self, connection: sqlite3.Connection, number: int) -> None:
        """Give a file's articles to a copy of it, if one remains."""
        heir = next((copy for copy in self._cache.files.copies(number) if _is_there(copy)), None)
        if heir is not None:
            self._cache.files.inherit(connection, number, heir.id)
            self._rename(connection, heir.id, heir.state.path)

    def _drop_all_in(self, connection: sqlite3.Connection, number: int) -> None:
        self._drop(connection, [key for key, _, _ in self._cache.articles.in_file(number).values()])

    def _drop(self, connection: sqlite3.Connection, keys: list[int]) -> None:
        self._cache.articles.remove(connection, keys)
        self._counts.removed += len(keys)


def _is_there(file: KnownFile) -> bool:
    try:
        found = Path(file.state.location).stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (file.state.size, file.state.mtime)
