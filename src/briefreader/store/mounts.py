"""Which file system a path lies on: told from Linux's table of mounts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

TABLE = Path("/proc/self/mountinfo")
_ESCAPES = (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\"))


class Mount(NamedTuple):
    """Where a file system is mounted, its type, and the options of the mount and of the file system."""

    point: str
    kind: str
    options: frozenset[str]


def mount_of(path: Path, table: Path = TABLE) -> Mount | None:
    """Return the innermost mount that holds ``path``; None where the system does not tell.

    ``table`` is Linux's mountinfo, proc(5).
    """
    try:
        lines = table.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    where = os.path.realpath(path)
    found = (mount for line in lines if (mount := _parsed(line)) and _is_under(where, mount.point))
    # Of two at one point the later covers the earlier.
    return max(reversed([*found]), key=lambda mount: len(mount.point), default=None)


def _parsed(line: str) -> Mount | None:
    before, _, after = line.partition(" - ")
    fields, rest = before.split(" "), after.split(" ")
    if len(fields) < 6 or len(rest) < 3:
        return None
    point = fields[4]
    for escape, char in _ESCAPES:
        point = point.replace(escape, char)
    return Mount(point, rest[0], frozenset(f"{fields[5]},{rest[2]}".split(",")))


def _is_under(path: str, point: str) -> bool:
    return bool(point) and (path == point or path.startswith(point.rstrip("/") + "/"))
