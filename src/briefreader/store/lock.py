"""The writer's lock: one process at a time brings a cache up to date; the file names its host and pid."""

from __future__ import annotations

import fcntl
import os
import socket
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from briefreader.errors import Occupied, OutOfReach
from briefreader.store.filesystem import NO_LOCKS, has_locks


class WriterLock:
    """Held from ``__enter__`` to ``__exit__``, by one thread, which may enter again.

    The system lets go of it when its holder dies, however that comes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._thread = threading.RLock()
        self._depth = 0

    def __enter__(self) -> WriterLock:
        """Take the lock.

        Raises:
            Occupied: another process or thread has it.
            OutOfReach: the file system has no locks.
        """
        if not self._thread.acquire(blocking=False):
            raise Occupied("this collection is being brought up to date already")
        try:
            if self._depth == 0:
                self._take()
        except BaseException:
            self._thread.release()
            raise
        self._depth += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._let_go()
        self._thread.release()

    def _take(self) -> None:
        if not has_locks(self._path.parent):
            raise self._without_locks()
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise self._refusal(error) from error
        # The name is for others to read; on a full disk the lock holds without it.
        with suppress(OSError):
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, f"{socket.gethostname()} {os.getpid()}\n".encode(), 0)

    def _let_go(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _refusal(self, error: OSError) -> OutOfReach:
        holder = self._holder()
        self._let_go()
        if isinstance(error, BlockingIOError):
            return Occupied(
                f"{holder} is bringing this collection up to date: read on, or try again when it is done"
            )
        if error.errno in NO_LOCKS:
            return self._without_locks()
        return OutOfReach(f"Cannot lock the cache: {error.strerror} ({self._path})")

    def _without_locks(self) -> OutOfReach:
        return OutOfReach(
            f"{self._path.parent} is on a file system without locks that hold between machines: "
            "what is there can be read; set XDG_CACHE_HOME to a local disk to bring it up to date"
        )

    def _holder(self) -> str:
        words = (
            os.pread(self._file, 300, 0).decode("utf-8", "replace").split() if self._file is not None else []
        )
        return f"process {words[1]} on {words[0]}" if len(words) == 2 else "another process"
