"""A disk that fails: every call by which a process writes is counted, and one, or all from it on, goes wrong.

SQLite's calls to the system are reached where SQLite lets its own tests reach them (``xSetSystemCall`` of
its VFS), those of Python by audit events. Both stay meddled with, so this is for a process that ends: a fork.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any, Protocol

_EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}
_METHODS_BEFORE = 12  # of a sqlite3_vfs, between its data and xCurrentTimeInt64
_CALL = ctypes.CFUNCTYPE(ctypes.c_void_p)
_NAMED = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)
_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_WRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)
_LENGTH = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64, use_errno=True)
_PATH = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, use_errno=True)
_WRITES = {b"write": _WRITE, b"pwrite": _WRITE, b"pwrite64": _WRITE, b"ftruncate": _LENGTH, b"unlink": _PATH}


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("methods", ctypes.c_void_p * _METHODS_BEFORE),
        ("time", ctypes.c_void_p),
        ("set_call", _SET),
        ("get_call", _NAMED),
    ]


class Meddler(Protocol):
    """What is asked before each call that writes."""

    def before(self, tear: Callable[[], object]) -> int:
        """Return the number of the error that the call is to end with, 0 for none.

        ``tear`` writes the first half of what was to be written, where there is such a thing.
        """


class Failing:
    """Lets the call number ``first`` fail with ``error``, and with ``for_good`` every later one."""

    def __init__(self, first: int | None, error: int, *, for_good: bool) -> None:
        self.count = 0
        self._first, self._error, self._for_good = first, error, for_good

    def before(self, tear: Callable[[], object]) -> int:
        """Count, and fail when the time has come."""
        del tear
        self.count += 1
        if self._first is None or self.count < self._first:
            return 0
        return self._error if self._for_good or self.count == self._first else 0


_kept: list[Any] = []  # what C calls must not be collected


def install(meddler: Meddler) -> None:
    """Ask ``meddler`` before each write of this process, for good."""
    vfs = unix_vfs()
    for name, kind in _WRITES.items():
        replace_call(vfs, name, kind, lambda real: _meddled(real, meddler))
    sys.addaudithook(lambda event, arguments: _heard(meddler, event, arguments))


def unix_vfs() -> Any:
    """Return a pointer to the ``sqlite3_vfs`` through which this process reaches files."""
    find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    find.restype = ctypes.POINTER(_Vfs)
    return find(None)


def replace_call(vfs: Any, name: bytes, kind: Any, wrapped: Callable[[Any], Callable[..., int]]) -> None:
    """Put what ``wrapped`` makes of one of SQLite's calls to the system into its place."""
    address = vfs.contents.get_call(ctypes.addressof(vfs.contents), name)
    if address:
        replacement = kind(wrapped(kind(address)))
        keep(replacement)
        pointer = ctypes.cast(replacement, ctypes.c_void_p)
        vfs.contents.set_call(ctypes.addressof(vfs.contents), name, pointer)


def keep(*called_by_c: Any) -> None:
    """Hold what C was given for as long as the process lives."""
    _kept.extend(called_by_c)


def _meddled(real: Any, meddler: Meddler) -> Callable[..., int]:
    def call(*arguments: Any) -> int:
        def tear() -> None:
            if len(arguments) == len(_WRITE._argtypes_):  # type: ignore[attr-defined]
                real(*arguments[:2], arguments[2] // 2, arguments[3])

        error = meddler.before(tear)
        if error:
            ctypes.set_errno(error)
            return -1
        return int(real(*arguments))

    return call


def _heard(meddler: Meddler, event: str, arguments: tuple[Any, ...]) -> None:
    if event in _EVENTS or (event == "open" and is_writing(arguments)):
        error = meddler.before(lambda: None)
        if error:
            raise OSError(error, os.strerror(error), str(arguments[0]))


def is_writing(arguments: tuple[Any, ...]) -> bool:
    """Tell whether the arguments of an "open" event ask for writing; what is open already does not count."""
    path, mode, flags = (*arguments, None, None, None)[:3]
    if isinstance(path, int):
        return False
    return bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)) or bool(
        isinstance(mode, str) and set(mode) & set("wax+")
    )
