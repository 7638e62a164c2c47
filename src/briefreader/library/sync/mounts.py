"""Which files lie on other machines, where a change is not told of."""

from __future__ import annotations

from pathlib import Path

from briefreader.store.mounts import TABLE, mount_of

# FUSE tells what is behind it after a dot; what it does not name may be anything, and is taken as remote.
_REMOTE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "davfs"),
        *("ceph", "glusterfs", "lustre", "9p", "virtiofs", "vboxsf", "prl_fs", "fuse"),
    }
)


def is_remote(path: Path, table: Path = TABLE) -> bool:
    """Tell whether ``path`` lies on a file system that others may change unseen; False where that is unknown.

    ``table`` is Linux's mountinfo, proc(5).
    """
    mount = mount_of(path, table)
    return mount is not None and (mount.kind in _REMOTE or mount.kind.startswith("fuse."))
