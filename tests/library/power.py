"""A power cut: of what was written since its last fsync, any part may be on the disk, and any part not.

Modelled is what POSIX promises and no more. An fsync of a file keeps its content, one of a directory keeps
which files it names. Whatever happened since may be lost block by block and name by name, also a later write
than one that is kept ("All File Systems Are Not Created Equal", Pillai et al., OSDI 2014).
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.library import faults

MODES = ("nothing unsynced", "names alone", "contents alone", "some of all", "some more of all")
_BLOCK = 4096
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_OPEN_DIRECTORY = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)
_SYNC_PLACE, _FILE_METHODS = 4, 18  # among the methods of an open file, which stand behind a version


class _Methods(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("calls", ctypes.c_void_p * _FILE_METHODS)]


class Disk:
    """What of the files beneath ``root`` is through to the disk; all there is at the beginning is."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._contents: dict[int, bytes] = {}
        self._names: dict[Path, dict[str, int]] = {}
        self._directories: set[int] = set()
        self._held: dict[int, int] = {}  # open, so that no number of a file is given to another
        for directory, _, files in os.walk(root):
            self.sync_directory(Path(directory))
            for name in files:
                self.sync_file(Path(directory, name))

    def sync_file(self, path: Path) -> None:
        """Take note of an fsync of a file."""
        if path.is_relative_to(self._root) and path.exists():
            self._contents[path.stat().st_ino] = self._read(path)

    def sync_directory(self, path: Path) -> None:
        """Take note of an fsync of a directory."""
        if path.is_relative_to(self._root):
            self._names[path] = self._named_in(path)

    def cut(self, mode: str, seed: int) -> None:
        """Leave beneath the root what the disk may hold after a power cut."""
        chance = random.Random(f"{mode} {seed}")
        keep_names, keep_contents = _choices(mode, chance)
        for directory in [Path(each) for each, _, _ in os.walk(self._root, topdown=False)]:
            now, synced = self._named_in(directory), self._names.get(directory, {})
            contents = {name: self._now_or_then(directory / name, keep_contents) for name in now}
            for name in sorted(now.keys() | synced.keys()):
                number = (now if keep_names() else synced).get(name)
                self._lay(directory / name, number, now.get(name), contents.get(name, b""))

    def _lay(self, path: Path, number: int | None, present: int | None, content: bytes) -> None:
        if number in self._directories or present in self._directories:
            if number is None:
                shutil.rmtree(path)
            elif number != present:
                path.mkdir()
            return
        path.unlink(missing_ok=True)
        # Memory that processes share is gone with them.
        if number is not None and path.suffix != ".sqlite-shm":
            path.write_bytes(content if number == present else self._contents.get(number, b""))

    def _now_or_then(self, path: Path, keep: Callable[[], bool]) -> bytes:
        if path.is_dir():
            return b""
        now, then = self._read(path), self._contents.get(path.stat().st_ino, b"")
        if now == then:
            return now
        size = len(now if keep() else then)
        laid = [
            (now if keep() else then)[at : at + _BLOCK].ljust(_BLOCK, b"\0") for at in range(0, size, _BLOCK)
        ]
        return b"".join(laid)[:size]

    def _named_in(self, directory: Path) -> dict[str, int]:
        found = {}
        for entry in os.scandir(directory):
            found[entry.name] = entry.inode()
            self._hold(Path(entry.path))
            if entry.is_dir():
                self._directories.add(entry.inode())
        return found

    def _hold(self, path: Path) -> int:
        """Return a descriptor that stays open: to close one would take SQLite's locks away."""
        status = path.stat()
        if status.st_ino not in self._held:
            self._held[status.st_ino] = os.open(path, os.O_RDONLY)
        return self._held[status.st_ino]

    def _read(self, path: Path) -> bytes:
        number = self._hold(path)
        return os.pread(number, os.fstat(number).st_size, 0)


def _choices(mode: str, chance: random.Random) -> tuple[Callable[[], bool], Callable[[], bool]]:
    sure = {"nothing unsynced": (False, False), "names alone": (True, False), "contents alone": (False, True)}
    if mode in sure:
        names, contents = sure[mode]
        return lambda: names, lambda: contents
    return lambda: chance.random() < 0.5, lambda: chance.random() < 0.5


def watch(disk: Disk) -> None:
    """Tell ``disk`` of each fsync of this process, SQLite's too, for good."""
    real = os.fsync

    def fsync(number: int) -> None:
        real(number)
        path = Path(f"/proc/self/fd/{number}").readlink()
        known = disk.sync_directory if stat.S_ISDIR(os.fstat(number).st_mode) else disk.sync_file
        known(path)

    os.fsync = fsync  # type: ignore[assignment]
    vfs = faults.unix_vfs()
    faults.replace_call(vfs, b"openDirectory", _OPEN_DIRECTORY, lambda real: _opens_directory(real, disk))
    opened = _OPEN(_opens(_OPEN(vfs.contents.methods[0]), disk))
    faults.keep(opened)
    vfs.contents.methods[0] = ctypes.cast(opened, ctypes.c_void_p).value


def _opens_directory(real: Any, disk: Disk) -> Callable[..., int]:
    """SQLite opens the directory of a file to fsync it, and for nothing else."""

    def open_directory(name: bytes, number: int) -> int:
        disk.sync_directory(Path(os.fsdecode(name)).parent)
        return int(real(name, number))

    return open_directory


def _opens(real: Any, disk: Disk) -> Callable[..., int]:
    def open_file(vfs: int, name: int | None, file: int, flags: int, flags_out: int) -> int:
        status = int(real(vfs, name, file, flags, flags_out))
        if status == 0 and name:
            _watch_file(file, Path(os.fsdecode(ctypes.string_at(name))), disk)
        return status

    return open_file


def _watch_file(file: int, path: Path, disk: Disk) -> None:
    """Give an open file of SQLite's methods of its own, the one that syncs it wrapped."""
    methods = ctypes.cast(file, ctypes.POINTER(ctypes.c_void_p))
    copied = _Methods.from_buffer_copy(_Methods.from_address(methods[0]))
    real = _SYNC(copied.calls[_SYNC_PLACE])

    def sync(which: int, how: int) -> int:
        status = int(real(which, how))
        disk.sync_file(path)
        return status

    replacement = _SYNC(sync)
    copied.calls[_SYNC_PLACE] = ctypes.cast(replacement, ctypes.c_void_p).value
    faults.keep(copied, replacement)
    methods[0] = ctypes.addressof(copied)
