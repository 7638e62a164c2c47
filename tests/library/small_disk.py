"""A library on a file system of a few hundred kilobytes, or one that became read-only; prints JSON.

To be run in a namespace of its own, by ``unshare -rm``: it mounts what it needs, and all goes when it ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefreader import Library
from briefreader.errors import BriefreaderError
from briefreader.model import Span
from tests.library.crashes import state

_SIZES_KB = (60, 120, 200, 320, 480, 700, 20_000)


def main(what: str, folder: str, disk: str) -> None:
    """Do what is asked on file systems mounted at ``disk``."""
    for name in ("cache", "config", "data", "state"):
        os.environ[f"XDG_{name.upper()}_HOME"] = f"{disk}/{name}"
    print(json.dumps({"full": _full, "read-only": _read_only}[what](Path(folder), disk)))


def _full(folder: Path, disk: str) -> Any:
    """Sync on ever larger disks; return what each told, and what could be seen when it had grown."""
    found = [_on_a_disk_of(size, folder, disk) for size in _SIZES_KB]
    return [told for told, _ in found], [seen for _, seen in found]


def _on_a_disk_of(size_kb: int, folder: Path, disk: str) -> tuple[str | None, Any]:
    with _mounted(disk, f"size={size_kb}k"):
        told = _refusal(lambda: _synced(folder))
        _mount("-o", "remount,size=20m", disk)
        return told, _synced(folder)


def _synced(folder: Path) -> Any:
    with Library.open(folder) as library:
        library.sync()
        return state(library)


def _read_only(folder: Path, disk: str) -> Any:
    with _mounted(disk, "size=20m"):
        found = {"before": _synced(folder)}
        _mount("-o", "remount,ro", disk)
        with Library.open(folder) as library:
            article = library.article("ferry.md").id
            found["notices"] = list(library.notices)
            found["after"] = state(library)
            found["sync"] = _refusal(library.sync)
            found["note"] = _refusal(lambda: library.marks.add_note(article, Span(0, 7), "late"))
        os.environ["XDG_CACHE_HOME"] = f"{disk}/elsewhere"
        found["elsewhere"] = _refusal(lambda: _synced(folder))
        return found


def _refusal(work: Any) -> str | None:
    try:
        work()
    except BriefreaderError as refusal:
        return str(refusal)
    return None


@contextmanager
def _mounted(disk: str, options: str) -> Iterator[None]:
    _mount("-t", "tmpfs", "-o", options, "tmpfs", disk)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
