"""Finding the files of a collection: lazily, once each, whatever the folder holds."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from briefreader.model import Skipped
from briefreader.text.sanitize import sanitize_line

MOST_IN_FOLDER = 1_000_000
MOST_FILES = 2_000_000
"""What is beyond costs more memory and time than a reader has; a bomb of tiny files ends here."""


class FoundFile(NamedTuple):
    """A file that may hold articles: where it is, its path in the collection, and what ``stat`` says of it.

    ``relative`` is safe to show and unique within the collection; open the file by ``path`` only.
    """

    # A named tuple of strings: paths and dataclasses would double the time of a walk over 100,000 files.
    location: str
    relative: str
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.location)


def _any(_name: str) -> bool:
    return True


def _none(_path: str) -> bool:
    return False


def scan(
    roots: Iterable[Path],
    *,
    wanted: Callable[[str], bool] = _any,
    ignored: Callable[[str], bool] = _none,
) -> Iterator[FoundFile | Skipped]:
    """Yield each regular file under ``roots`` (folders or files) that is wanted, folder by folder.

    ``wanted`` is asked by name, ``ignored`` by path in the collection, of folders too. Hidden files and
    folders are passed over. Symlinks are followed, but no folder is entered twice, so loops end. Devices,
    pipes and sockets are reported, never opened. A folder of more than :data:`MOST_IN_FOLDER` entries is
    reported in their stead, and at :data:`MOST_FILES` the walk ends.
    """
    walk = _Walk(wanted, ignored)
    paths = _Paths()
    left = count(MOST_FILES, -1)
    for root in roots:
        paths.begin(root)
        try:
            status = root.stat()
        except OSError as error:
            yield Skipped(sanitize_line(str(root)), explain(error))
            continue
        is_folder = stat.S_ISDIR(status.st_mode)
        for item in walk.under(str(root)) if is_folder else [_one(str(root), show_path(root.name), status)]:
            if not next(left):
                reason = f"It holds more than {MOST_FILES:,} files; open a folder in it instead."
                yield Skipped(sanitize_line(str(root)), reason)
                return
            yield paths.distinct(item) if isinstance(item, FoundFile) else item


def explain(error: OSError) -> str:
    """Return why a file cannot be read, as a sentence."""
    reasons = {
        FileNotFoundError: "It vanished before it could be read.",
        PermissionError: "You have no permission to read it.",
    }
    for kind, sentence in reasons.items():
        if isinstance(error, kind):
            return sentence
    if error.errno == errno.ELOOP:
        return "It is a symbolic link that leads in a circle."
    return f"It cannot be read: {error.strerror or error}."


class _Paths:
    """Keeps paths in the collection unique, where roots or unprintable names would make two of them one."""

    def __init__(self) -> None:
        self._taken: set[int] = set()
        self._root = Path()
        self._roots = 0

    def begin(self, root: Path) -> None:
        """Go on to the next root."""
        self._root, self._roots = root, self._roots + 1

    def distinct(self, item: FoundFile) -> FoundFile:
        """Return the file under a path that no other has."""
        relative, count = item.relative, 1
        while hash(relative) in self._taken:
            count += 1
            folder = self._root if self._root.is_dir() else self._root.parent
            number = "" if count == 2 else f"~{count}"
            relative = f"{show_path(folder.name)}{number}/{item.relative}"
        self._taken.add(hash(relative))
        return item if count == 1 else item._replace(relative=relative)


class _TooMany(Exception):  # noqa: N818 - it becomes a line of the import report
    """A folder that would take all memory to list."""


class _Walk:
    """Goes through folders without recursion: a path may be deeper than the interpreter's stack."""

    def __init__(self, wanted: Callable[[str], bool], ignored: Callable[[str], bool]) -> None:
        self._wanted = wanted
        self._ignored = ignored
        self._seen: set[tuple[int, int]] = set()

    def under(self, folder: str) -> Iterator[FoundFile | Skipped]:
        """Yield what lies under ``folder``."""
        pending = [(folder, "")]
        while pending:
            folder, prefix = pending.pop()
            folders: list[tuple[str, str]] = []
            try:
                for entry in self._entries(folder):
                    item = self._look(entry, prefix + show_path(entry.name), folders)
                    if item is not None:
                        yield item
            except _TooMany:
                reason = f"It holds more than {MOST_IN_FOLDER:,} files; part it into folders."
                yield Skipped(prefix.rstrip("/") or show_path(folder), reason)
            except OSError as error:
                yield Skipped(prefix.rstrip("/") or show_path(folder), explain(error))
            pending.extend(reversed(folders))

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in self._seen:
            return []
        self._seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as listing:
            seen = (entry for entry in listing if not entry.name.startswith("."))
            shown = list(islice(seen, MOST_IN_FOLDER + 1))
        if len(shown) > MOST_IN_FOLDER:
            raise _TooMany
        return sorted(shown, key=lambda entry: entry.name)

    def _look(
        self, entry: os.DirEntry[str], relative: str, folders: list[tuple[str, str]]
    ) -> FoundFile | Skipped | None:
        """Return the file, or what is wrong with it; a folder is put among ``folders``."""
        try:
            if entry.is_dir():
                if not self._ignored(relative):
                    folders.append((entry.path, relative + "/"))
            elif self._wanted(entry.name) and not self._ignored(relative):
                return _one(entry.path, relative, entry.stat())
        except OSError as error:
            return Skipped(relative, explain(error))
        return None


def show_path(name: str) -> str:
    """Return a file's name as it may be shown: undecodable bytes as ``\\xNN``, controls as marks."""
    if name.isascii() and name.isprintable():
        return name
    return sanitize_line(os.fsencode(name).decode("utf-8", "backslashreplace"))


def _one(path: str, relative: str, status: os.stat_result) -> FoundFile | Skipped:
    if not stat.S_ISREG(status.st_mode):
        return Skipped(relative, f"It is {_kind(status.st_mode)}, not a file.")
    return FoundFile(path, relative, status.st_size, status.st_mtime_ns)


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFBLK: "a device",
        stat.S_IFCHR: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")
