"""Finding the files of a collection: lazily, once each, whatever the folder holds."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefreader.model import Skipped
from briefreader.text.sanitize import sanitize_line


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may hold articles: where it is, its path in the collection, and what ``stat`` says of it.

    ``relative`` is safe to show and unique within the collection; open the file by ``path`` only.
    """

    path: Path
    relative: str
    size: int
    mtime_ns: int
    inode: int
    device: int


def _any(_name: str) -> bool:
    return True


def scan(roots: Iterable[Path], *, wanted: Callable[[str], bool] = _any) -> Iterator[FoundFile | Skipped]:
    """Yield each regular file under ``roots`` (folders or files) that ``wanted`` by name, sorted by folder.

    Hidden files and folders are passed over. Symlinks are followed, but no folder is entered twice, so
    loops end. Devices, pipes and sockets are reported, never opened.
    """
    seen: set[tuple[int, int]] = set()
    taken: set[str] = set()
    for root in roots:
        try:
            status = root.stat()
        except OSError as error:
            yield Skipped(sanitize_line(str(root)), explain(error))
            continue
        if stat.S_ISDIR(status.st_mode):
            found = _walk(str(root), "", seen, wanted)
        else:
            found = _one(str(root), root.name, status)
        for item in found:
            yield _distinct(item, root, taken) if isinstance(item, FoundFile) else item


def explain(error: OSError) -> str:
    """Return why a file cannot be read, as a sentence."""
    reasons = {
        FileNotFoundError: "It vanished before it could be read.",
        PermissionError: "You have no permission to read it.",
    }
    for kind, sentence in reasons.items():
        if isinstance(error, kind):
            return sentence
    return f"It cannot be read: {error.strerror or error}."


def _distinct(item: FoundFile, root: Path, taken: set[str]) -> FoundFile:
    """Keep paths in the collection unique where two roots hold files of one name."""
    relative, count = item.relative, 1
    while relative in taken:
        count += 1
        prefix = sanitize_line(root.name) if root.is_dir() else sanitize_line(root.parent.name)
        relative = f"{prefix}/{item.relative}" if count == 2 else f"{prefix}~{count}/{item.relative}"
    taken.add(relative)
    return FoundFile(item.path, relative, item.size, item.mtime_ns, item.inode, item.device)


def _walk(
    folder: str, prefix: str, seen: set[tuple[int, int]], wanted: Callable[[str], bool]
) -> Iterator[FoundFile | Skipped]:
    """Walk ``folder`` without recursion: a path may be deeper than the interpreter's stack."""
    pending = [(folder, prefix)]
    while pending:
        folder, prefix = pending.pop()
        try:
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(sanitize_line(prefix or folder), explain(error))
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            relative = prefix + show_path(entry.name)
            try:
                if entry.is_dir():
                    folders.append((entry.path, relative + "/"))
                elif wanted(entry.name):
                    yield from _one(entry.path, relative, entry.stat())
            except OSError as error:
                yield Skipped(relative, explain(error))
        pending.extend(reversed(folders))


def show_path(name: str) -> str:
    """Return a file's name as it may be shown: undecodable bytes as ``\\xNN``, controls as marks."""
    return sanitize_line(os.fsencode(name).decode("utf-8", "backslashreplace"))


def _one(path: str, relative: str, status: os.stat_result) -> Iterator[FoundFile | Skipped]:
    if stat.S_ISREG(status.st_mode):
        yield FoundFile(
            Path(path), relative, status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev
        )
    else:
        yield Skipped(relative, f"It is {_kind(status.st_mode)}, not a file.")


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFBLK: "a device",
        stat.S_IFCHR: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")
