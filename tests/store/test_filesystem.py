"""File systems that cannot be written or that do not lock between machines are read, never written."""

from __future__ import annotations

import errno
import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.errors import OutOfReach
from briefreader.store import filesystem
from briefreader.store.lock import WriterLock
from briefreader.store.mounts import mount_of
from briefreader.store.sqlite import Database

Mount = Callable[[str, str], None]


@pytest.fixture
def mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mount:
    """Let the system say that the test's directory is mounted with a type and options."""
    (tmp_path / "home dir").mkdir()

    def mounted(kind: str, options: str) -> None:
        told = tmp_path / "mountinfo"
        point = str(tmp_path.resolve() / "home dir").replace(" ", r"\040")
        told.write_text(
            "23 1 8:1 / / rw,relatime shared:1 - ext4 /dev/root rw\n"
            f"41 23 0:30 / {point} rw shared:2 - {kind} files:/home rw,{options}\n"
            "half a line\n"
        )
        monkeypatch.setattr(filesystem, "mount_of", lambda directory: mount_of(directory, told))

    return mounted


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home dir"


def test_a_local_disk_is_written_with_a_log_ahead(mount: Mount, home: Path) -> None:
    mount("xfs", "noquota")
    database = Database(home / "some.sqlite", synchronous="FULL")
    assert database.rows("PRAGMA journal_mode") == [("wal",)]
    database.close()


def test_on_a_network_disk_that_locks_nothing_is_shared_in_memory(mount: Mount, home: Path) -> None:
    mount("nfs4", "vers=4.2,local_lock=none")
    assert filesystem.why_read_only(home) is None
    database = Database(home / "some.sqlite", synchronous="FULL")
    assert database.rows("PRAGMA journal_mode") == [("delete",)]
    with database.transaction() as connection:
        connection.execute("CREATE TABLE lines (text)")
    assert [path.name for path in home.iterdir()] == ["some.sqlite"]
    database.close()


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("nfs", "vers=3,nolock"),
        ("nfs", "vers=3,local_lock=all"),
        ("cifs", "nobrl"),
        ("fuse.sshfs", "user_id=0"),
    ],
)
def test_a_network_disk_that_locks_one_machine_alone_is_not_written(
    mount: Mount, home: Path, kind: str, options: str
) -> None:
    database = Database(home / "some.sqlite", synchronous="FULL")
    with database.transaction() as connection:
        connection.execute("CREATE TABLE lines (text)")
    database.close()
    mount(kind, options)
    told = "locks that hold between machines"
    with pytest.raises(OutOfReach, match=f"{told}: what is there can be read; set XDG_CACHE_HOME"):
        WriterLock(home / "lock").__enter__()
    shared = Database(home / "some.sqlite", synchronous="FULL")
    assert shared.rows("SELECT name FROM sqlite_master") == [("lines",)]
    with pytest.raises(OutOfReach, match=told), shared.transaction():
        pass
    shared.close()


@pytest.mark.parametrize("refusal", sorted(filesystem.NO_LOCKS), ids=errno.errorcode.get)
def test_a_disk_that_answers_that_it_has_no_locks_is_not_written(
    home: Path, mount: Mount, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    def without_locks(number: int, operation: int) -> None:
        raise OSError(refusal, "no locks")

    monkeypatch.setattr(fcntl, "flock", without_locks)
    assert filesystem.why_read_only(home) == "its file system has no locks that hold between machines"
    with pytest.raises(OutOfReach, match="without locks"):
        WriterLock(home / "lock").__enter__()
