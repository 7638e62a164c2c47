"""What the file system under a directory can do: be written, lock, and lock between machines."""

from __future__ import annotations

import errno
import fcntl
import os
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What a file system answers that has no locks."""

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "ceph", "lustre", "gpfs"),
    *("beegfs", "glusterfs", "fuse.glusterfs", "fuse.ceph-fuse", "fuse.sshfs", "fuse.rclone", "davfs"),
}
# These lock within one machine alone, whatever they answer.
_LOCAL_LOCKS = {"fuse.sshfs", "fuse.rclone", "davfs"}
_LOCAL_LOCK_OPTIONS = {"nolock", "nobrl", "local_lock=all", "local_lock=flock", "local_lock=posix"}


class _Mount(NamedTuple):
    point: str
    kind: str
    options: frozenset[str]


def why_read_only(directory: Path) -> str | None:
    """Return, as the end of a sentence, why nothing may be written in ``directory``; None where it may."""
    if not os.access(directory, os.W_OK):
        return "the place is read-only"
    if not has_locks(directory):
        return "its file system has no locks that hold between machines"
    return None


def is_network(directory: Path) -> bool:
    """Tell whether other machines may be at work in ``directory`` too."""
    mount = _mount_of(os.path.realpath(directory))
    return mount is not None and mount.kind in _NETWORK


def has_locks(directory: Path) -> bool:
    """Tell whether the locks of ``directory`` can be relied on, by other machines too where it is shared."""
    mount = _mount_of(os.path.realpath(directory))
    if mount is not None and mount.kind in _NETWORK and not _locks_between_machines(mount):
        return False
    return _can_lock(directory)


def _locks_between_machines(mount: _Mount) -> bool:
    return mount.kind not in _LOCAL_LOCKS and not mount.options & _LOCAL_LOCK_OPTIONS


def _can_lock(directory: Path) -> bool:
    number = os.open(directory, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in NO_LOCKS
    finally:
        os.close(number)
    return True


def _mount_of(path: str) -> _Mount | None:
    """Return the innermost mount that holds ``path``; None where the system does not tell."""
    within = (mount for mount in _mounts() if f"{path}/".startswith(f"{mount.point.rstrip('/')}/"))
    return max(within, key=lambda mount: len(mount.point), default=None)


@lru_cache(maxsize=1)
def _mounts() -> tuple[_Mount, ...]:
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ()
    return tuple(filter(None, map(_parsed, lines)))


def _parsed(line: str) -> _Mount | None:
    """Read a line as proc(5) has it: fields, "-", then type, source and options of the file system."""
    before, dash, after = line.partition(" - ")
    fields, rest = before.split(), after.split()
    if not dash or len(fields) < 6 or len(rest) < 3:
        return None
    options = frozenset(f"{fields[5]},{rest[2]}".split(","))
    return _Mount(fields[4].replace("\\040", " ").replace("\\011", "\t"), rest[0], options)
