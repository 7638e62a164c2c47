"""What the file system under a directory can do: be written, lock, and lock between machines."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

from briefreader.store.mounts import Mount, mount_of

NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What a file system answers that has no locks."""

_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "ceph", "lustre", "gpfs"),
    *("beegfs", "glusterfs", "fuse.glusterfs", "fuse.ceph-fuse", "fuse.sshfs", "fuse.rclone", "davfs"),
}
# These lock within one machine alone, whatever they answer.
_LOCAL_LOCKS = {"fuse.sshfs", "fuse.rclone", "davfs"}
_LOCAL_LOCK_OPTIONS = {"nolock", "nobrl", "local_lock=all", "local_lock=flock", "local_lock=posix"}


def why_read_only(directory: Path) -> str | None:
    """Return, as the end of a sentence, why nothing may be written in ``directory``; None where it may."""
    if not os.access(directory, os.W_OK):
        return "the place is read-only"
    if not has_locks(directory):
        return "its file system has no locks that hold between machines"
    return None


def is_network(directory: Path) -> bool:
    """Tell whether other machines may be at work in ``directory`` too."""
    mount = mount_of(directory)
    return mount is not None and mount.kind in _NETWORK


def has_locks(directory: Path) -> bool:
    """Tell whether the locks of ``directory`` can be relied on, by other machines too where it is shared."""
    mount = mount_of(directory)
    if mount is not None and mount.kind in _NETWORK and not _locks_between_machines(mount):
        return False
    return _can_lock(directory)


def _locks_between_machines(mount: Mount) -> bool:
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
