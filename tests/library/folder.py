"""A folder of articles that a test writes, moves and takes away from."""

from __future__ import annotations

import os
from pathlib import Path

_NEWER_NS = 1_000_000_000


class Folder:
    """Files beneath ``path``; every write bears a later date than the one before."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writes = 0
        path.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, title: str, body: str, date: str = "2031-03-04") -> Path:
        """Write an article in Markdown with front matter."""
        front = f"---\ntitle: {title}\nsource: The Varnholm Lantern\ndate: {date}\n---\n\n"
        return self.put(name, (front + body + "\n").encode())

    def put(self, name: str, data: bytes) -> Path:
        """Write a file as it is."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._writes += 1
        stamp = path.stat().st_mtime_ns + self._writes * _NEWER_NS
        os.utime(path, ns=(stamp, stamp))
        return path
