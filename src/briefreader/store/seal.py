"""The seal on a database at rest: a checksum over its whole file, by which a bit that changed is noticed.

SQLite notices damage to its structure, not to a number or a letter in a row. So whoever has written cache or
marks seals them at the end, and the first write of the next one breaks the seal.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from zlib import crc32

from briefreader.errors import OutOfReach
from briefreader.places import sync_names, write
from briefreader.store.held import blocks
from briefreader.store.sqlite import Database

SMALL = 32_000_000
"""Bytes that are read and summed up in some 10 ms, and that SQLite itself checks in some 100 ms."""

_QUICK = 256_000_000
_DAY_S = 86_400


class Found(Enum):
    """What comparing a file with its seal can show."""

    SOUND = auto()
    DAMAGED = auto()
    UNKNOWN = auto()


class Seal:
    """The checksum beside the database at ``path``."""

    def __init__(self, path: Path) -> None:
        self._database = path
        self._path = path.with_suffix(".seal")

    def is_there(self) -> bool:
        """Tell whether the file was sealed and not written since."""
        return self._path.exists()

    def break_(self) -> None:
        """Take the seal off: to be called within a transaction, before its first write.

        Raises:
            OutOfReach: the disk fails.
        """
        try:
            self._path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutOfReach(f"{self._path} cannot be removed: {error.strerror}") from error
        # A power cut must not bring it back beside what is written now.
        sync_names(self._path.parent)

    def put(self, database: Database) -> None:
        """Seal the file as it is, or leave it without a seal where somebody reads an older state of it.

        Raises:
            OSError, sqlite3.OperationalError, OutOfReach: the disk is full or fails; the file is as it was.
        """
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        # Within a transaction nobody else can write.
        with database.transaction():
            if not _size(self._database.with_name(self._database.name + "-wal")):
                checksum = _sum(self._database)
                write(self._path, f"{checksum} {checksum}\n")

    def look(self, *, within: int | None = None) -> Found:
        """Compare the file with its seal.

        UNKNOWN is a file without a seal, one larger than ``within`` bytes, or (None) one so large that it is
        looked through once a day, and was today.
        """
        known = _read(self._path)
        if known is None or not self._is_due(within):
            return Found.UNKNOWN
        try:
            found = _sum(self._database)
        except OSError:
            return Found.UNKNOWN
        if found == known:
            with suppress(OSError):
                os.utime(self._path)
            return Found.SOUND
        # Whoever begins to write meanwhile breaks the seal first.
        return Found.DAMAGED if _read(self._path) == known else Found.UNKNOWN

    def _is_due(self, within: int | None) -> bool:
        size = _size(self._database)
        if within is not None:
            return size <= within
        # The clock may have been put back since: then the file is looked through too.
        return size <= _QUICK or not 0 <= time.time() - self._path.stat().st_mtime < _DAY_S


def _read(path: Path) -> str | None:
    """Return the checksum that was kept; it stands there twice, and tells nothing where the two differ."""
    try:
        one, _, other = path.read_text("ascii").strip().partition(" ")
    except (OSError, ValueError):
        return None
    return one if one and one == other else None


def _sum(path: Path) -> str:
    total = 0
    for block in blocks(path):
        total = crc32(block, total)
    return f"{total:08x}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
