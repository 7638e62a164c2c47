"""Which files lie on other machines: told from Linux's table of mounts."""

from __future__ import annotations

import os
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
# FUSE tells what is behind it after a dot; what it does not name may be anything, and is taken as remote.
_REMOTE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "davfs"),
        *("ceph", "glusterfs", "lustre", "9p", "virtiofs", "vboxsf", "prl_fs", "fuse"),
    }
)


def is_remote(path: Path, table: Path = _TABLE) -> bool:
    """Tell whether ``path`` lies on a file system that others may change unseen; False where that is unknown.

    ``table`` is Linux's mountinfo, proc(5).
    """
    try:
        lines = table.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    where = os.path.realpath(path)
    best, kind = "", ""
    for line in lines:
        point, found = _mount(line)
        if len(point) >= len(best) and _is_under(where, point):
            best, kind = point, found
    return kind in _REMOTE or kind.startswith("fuse.")


def _mount(line: str) -> tuple[str, str]:
    """Return where a line of the table mounts, and which kind of file system."""
    before, _, after = line.partition(" - ")
    fields = before.split(" ")
    point = fields[4] if len(fields) > 4 else ""
    for escape, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(escape, char)
    return point, after.split(" ", 1)[0]


def _is_under(path: str, point: str) -> bool:
    return bool(point) and (path == point or path.startswith(point.rstrip("/") + "/"))
