"""Reading a file that SQLite has open, and leaving SQLite its locks.

The locks of POSIX belong to a process: when it closes a descriptor of a file, all its locks on that file are
gone ("How To Corrupt An SQLite Database File", 2.2). Another process would then take the log for its own and
delete it, and readers here would see an old state for good. So a descriptor stays open once opened.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

_BLOCK = 1 << 20

_held: dict[tuple[int, int], int] = {}
_holding = threading.Lock()


def blocks(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks of up to a megabyte.

    Raises:
        OSError: it cannot be opened or read.
    """
    number, at = _descriptor(path), 0
    while block := os.pread(number, _BLOCK, at):
        yield block
        at += len(block)


def _descriptor(path: Path) -> int:
    with _holding:
        _let_go_of_deleted()
        found = _held.get(_identity(path.stat()))
        if found is None:
            found = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            _held[_identity(os.fstat(found))] = found
        return found


def _let_go_of_deleted() -> None:
    """Close what no path leads to any more: nobody can come to lock it, and its room on the disk is freed."""
    for identity, number in [*_held.items()]:
        if not os.fstat(number).st_nlink:
            os.close(_held.pop(identity))


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
