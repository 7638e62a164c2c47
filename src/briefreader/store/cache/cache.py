"""Opening the cache: of this version, this user's and undamaged, or else built anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.errors import OutOfReach
from briefreader.places import private_directory
from briefreader.store.cache.articles import ArticleTable
from briefreader.store.cache.orders import Orders
from briefreader.store.cache.schema import TABLES, VERSION
from briefreader.store.seal import SMALL, Found, Seal
from briefreader.store.sqlite import Database

if TYPE_CHECKING:
    from briefreader.model import SyncReport
    from briefreader.store.cache.entities import EntityTable
    from briefreader.store.cache.files import FileTable
    from briefreader.store.cache.mentions import MentionTable
    from briefreader.store.cache.stories import StoryTable

NAME = "cache.sqlite"
_ELSEWHERE = "set XDG_CACHE_HOME to a local disk"


class Cache:
    """All that was derived from the files of one collection."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._inode = database.path.stat().st_ino
        self._seal = Seal(database.path)
        self.articles = ArticleTable(database)
        self.orders = Orders(database)

    # The list needs articles and their order; what else there is loads when it is asked for.

    @cached_property
    def files(self) -> FileTable:
        """The files as they were read."""
        from briefreader.store.cache.files import FileTable

        return FileTable(self.database)

    @cached_property
    def mentions(self) -> MentionTable:
        """Where names stand, by article."""
        from briefreader.store.cache.mentions import MentionTable

        return MentionTable(self.database)

    @cached_property
    def entities(self) -> EntityTable:
        """Whom names mean, and how often."""
        from briefreader.store.cache.entities import EntityTable

        return EntityTable(self.database)

    @cached_property
    def stories(self) -> StoryTable:
        """Which articles belong together."""
        from briefreader.store.cache.stories import StoryTable

        return StoryTable(self.database)

    @classmethod
    def open(cls, directory: Path, notice: Callable[[str], None]) -> Cache:
        """Open the cache in ``directory``; where it is damaged or of another schema, start an empty one.

        ``notice`` hears, in a sentence, why a cache was thrown away.

        Raises:
            OutOfReach: the directory is not the user's.
        """
        path = private_directory(directory) / NAME
        database = _database(path)
        reason = _unfit(database)
        if reason and database.refusal:
            database.close()
            raise OutOfReach(f"{reason}, and {path} cannot be written: {database.refusal}; {_ELSEWHERE}")
        if reason:
            notice(f"{reason}: it is being built again")
            database.close()
            discard(path)
            database = _database(path)
        _create(database)
        return cls(database)

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def is_replaced(self) -> bool:
        """Tell whether another process threw this cache away and put another in its place."""
        try:
            return self.database.path.stat().st_ino != self._inode
        except OSError:
            return True

    def size(self) -> int:
        """Return the size of the file in bytes."""
        return self.database.path.stat().st_size

    def seal(self) -> None:
        """Have later changes to the file noticed that no writer made, unless that is seen to already."""
        if not self._seal.is_there():
            # All is written that had to be: a disk that fails now leaves the cache without a seal, no worse.
            with suppress(OSError, sqlite3.OperationalError, OutOfReach):
                self._seal.put(self.database)

    def check(self, *, thoroughly: bool = True) -> bool:
        """Tell whether the file is as it was written; without a seal, whether SQLite finds it sound.

        Not ``thoroughly``, a large file is looked through once a day, and only if it was sealed.
        """
        found = self._seal.look(within=self.size() if thoroughly else None)
        if found is Found.UNKNOWN and (thoroughly or self.size() <= SMALL):
            return self._is_consistent()
        return found is not Found.DAMAGED

    def _is_consistent(self) -> bool:
        try:
            return self.database.rows("PRAGMA integrity_check(1)") == [("ok",)]
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return False

    def generation(self) -> int:
        """Return a number that rises with every batch written, by any process."""
        return int(self.meta("generation") or 0)

    def bump(self, connection: sqlite3.Connection) -> None:
        """Raise the generation, as part of a transaction."""
        connection.execute(
            "INSERT INTO meta VALUES ('generation', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1"
        )

    def meta(self, name: str) -> str | None:
        """Return a value that was kept under ``name``."""
        row = self.database.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, connection: sqlite3.Connection, name: str, value: str) -> None:
        """Keep a value under ``name``, as part of a transaction."""
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def sync_report(self) -> SyncReport | None:
        """Return what the last sync came to."""
        from briefreader.model import SyncReport

        kept = self.meta("report")
        if kept is None:
            return None
        values = json.loads(kept)
        return SyncReport(**{**values, "skipped": self.files.skipped()})

    def keep_report(self, connection: sqlite3.Connection, report: SyncReport) -> None:
        """Keep what a sync came to; what it skipped is in its own table."""
        values = asdict(report)
        del values["skipped"], values["notices"]
        self.set_meta(connection, "report", json.dumps(values))


def discard(path: Path) -> None:
    """Delete a database and what SQLite keeps beside it."""
    Seal(path).break_()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _database(path: Path) -> Database:
    return Database(path, synchronous="NORMAL", before_writing=Seal(path).break_)


def _unfit(database: Database) -> str | None:
    try:
        if not database.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            return None
        found = database.rows("SELECT value FROM meta WHERE name = 'schema'")
    except sqlite3.OperationalError as error:
        # Out of reach is not damaged: another process may have it, or the disk may be full.
        if "no such" not in str(error):
            why = f"{database.refusal}; {_ELSEWHERE}" if database.refusal else error
            raise OutOfReach(f"{database.path} cannot be opened: {why}") from error
        return "The cache was made by another program"
    except sqlite3.DatabaseError:
        return "The cache is damaged"
    if found != [(str(VERSION),)]:
        return "The cache was made by another version"
    return "The cache is damaged" if Seal(database.path).look(within=SMALL) is Found.DAMAGED else None


def _create(database: Database) -> None:
    if database.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
        return
    with database.transaction() as connection:
        # Another process may have come first.
        if connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None:
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute("INSERT INTO meta VALUES ('schema', ?)", (str(VERSION),))
    database.path.chmod(0o600)
