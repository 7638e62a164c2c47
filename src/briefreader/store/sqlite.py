"""SQLite connections: one per thread, logged ahead of writes, with writing serialised inside the process."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from briefreader.errors import OutOfReach
from briefreader.store.filesystem import is_network, why_read_only

Synchronous = Literal["FULL", "NORMAL"]

_WAIT_SECONDS = 10.0


class Damaged(sqlite3.DatabaseError):
    """A row does not read as it was written: the disk or something on it changed it."""


class Database:
    """A database file that any thread may read and one at a time may write.

    ``synchronous`` FULL survives a power cut; NORMAL may lose the last commits then, never consistency.
    ``before_writing`` is called in each transaction, before its first write. Where the directory cannot be
    written, or has no locks to write under, what the file held when it was last closed can still be read, and
    ``refusal`` says why.
    """

    def __init__(
        self, path: Path, *, synchronous: Synchronous, before_writing: Callable[[], None] | None = None
    ) -> None:
        self.path = path
        self.refusal = why_read_only(path.parent)
        self._before_writing = before_writing
        self._synchronous = synchronous
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._opening = threading.Lock()
        self._writing = threading.RLock()

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's own connection, opened at its first use."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = self._connect()
        return found

    def rows(
        self, statement: str, values: tuple[object, ...] | dict[str, object] = ()
    ) -> list[tuple[object, ...]]:
        """Return all rows that ``statement`` selects."""
        return self.connection.execute(statement, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of the block, or nothing of it; inside another transaction of this thread, join that.

        Raises:
            OutOfReach: the disk is full, the file is write-protected, or another process holds it too long.
        """
        if self.refusal:
            raise OutOfReach(f"Nothing can be kept: {self.refusal} ({self.path})")
        with self._writing:
            connection = self.connection
            if connection.in_transaction:
                yield connection
                return
            try:
                connection.execute("BEGIN IMMEDIATE")
                if self._before_writing is not None:
                    self._before_writing()
                yield connection
                connection.execute("COMMIT")
            except BaseException as error:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError):
                    advice = "; make room and try again" if "full" in str(error) else ""
                    raise OutOfReach(f"Nothing can be kept: {error}{advice} ({self.path})") from error
                raise

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._opening:
            for connection in self._opened:
                with suppress(sqlite3.Error):
                    connection.close()
            self._opened.clear()
            self._local = threading.local()

    def _connect(self) -> sqlite3.Connection:
        # Autocommit: transactions are begun by hand, so that reading never holds one open.
        # Immutable: without it, reading a write-ahead logged file would have to write beside it.
        address = f"{self.path.absolute().as_uri()}{'?mode=ro&immutable=1' if self.refusal else ''}"
        connection = sqlite3.connect(
            address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        if not self.refusal:
            # The log ahead of the writes is shared in memory, which other machines do not see.
            mode = "DELETE" if is_network(self.path.parent) else "WAL"
            connection.execute(f"PRAGMA journal_mode = {mode}")
            connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA trusted_schema = OFF")
        with self._opening:
            self._opened.append(connection)
        return connection
