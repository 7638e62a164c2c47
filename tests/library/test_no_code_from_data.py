"""Nothing in a collection or a cache is ever run: a pickle that would leave a flag leaves none."""

from __future__ import annotations

import os
import pickle
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from briefreader import Library
from briefreader.errors import OutOfReach
from tests.library.conftest import cache_of
from tests.library.folder import Folder


class Attack:
    """What runs a command when it is unpickled."""

    def __init__(self, flag: Path) -> None:
        self._flag = flag

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.system, (f"touch {self._flag}",)


@pytest.fixture
def flag(tmp_path: Path) -> Path:
    return tmp_path / "flag"


@pytest.fixture
def attack(flag: Path) -> bytes:
    """A pickle that works."""
    found = pickle.dumps(Attack(flag), 2)
    pickle.loads(found)
    assert flag.exists()
    flag.unlink()
    return found


def sealed(data: bytes) -> bytes:
    """Forge the checksum that the index keeps."""
    return data + struct.pack("<I", crc32(data))


def instead_of_the_segments(contents: bytes, attack: bytes) -> bytes:
    """Put the attack where a table of contents lists the segments."""
    where = contents.rindex(b"\x80\x05")  # the last pickle: protocol 4 or 5, by the version of Python
    return sealed(contents[:where] + attack)


def instead_of_the_schema(contents: bytes, attack: bytes) -> bytes:
    """Put the attack where a table of contents describes the fields."""
    where = contents.index(b"\x80\x02")
    return sealed(contents[:where] + attack + contents[where + len(attack) : -4])


def of_an_old_format(contents: bytes, attack: bytes) -> bytes:
    """Claim a format whose reader takes classes by name."""
    head = struct.calcsize("!BBBi")
    return sealed(
        contents[:head] + struct.pack("!i", -110) + contents[head + 4 : head + 7] + b"\x7f" + attack
    )


def nothing_else(_contents: bytes, attack: bytes) -> bytes:
    """Leave the bare attack."""
    return sealed(attack)


@pytest.mark.parametrize(
    "planted", [instead_of_the_segments, instead_of_the_schema, of_an_old_format, nothing_else]
)
def test_a_planted_table_of_contents_runs_nothing_though_its_checksum_is_right(
    library: Library,
    folder: Folder,
    home: Path,
    flag: Path,
    attack: bytes,
    planted: Callable[[bytes, bytes], bytes],
) -> None:
    library.close()
    (contents,) = (cache_of(home) / "index").glob("*.toc")
    contents.write_bytes(planted(contents.read_bytes(), attack))
    with Library.open(folder.path) as again:
        again.sync()
        assert again.search("ferries").total == 1
    assert not flag.exists()


def test_no_file_of_the_index_runs_when_it_is_a_pickle(
    library: Library, folder: Folder, home: Path, flag: Path, attack: bytes
) -> None:
    library.close()
    sound = shutil.copytree(cache_of(home) / "index", folder.path.parent / "sound")
    for path in sorted(sound.iterdir()):
        shutil.rmtree(cache_of(home) / "index")
        shutil.copytree(sound, cache_of(home) / "index")
        (cache_of(home) / "index" / path.name).write_bytes(sealed(attack))
        with Library.open(folder.path) as again:
            again.sync()
            assert again.search("ferries").total == 1
        assert not flag.exists(), path.name


def test_a_collection_that_brings_an_index_of_its_own_is_read_as_files(
    folder: Folder, home: Path, flag: Path, attack: bytes
) -> None:
    for name in ("_MAIN_1.toc", "index/_MAIN_1.toc", ".briefreader/index/_MAIN_1.toc", "a.pkl", "a.pickle"):
        folder.put(name, attack)
    folder.put("cache.sqlite", b"SQLite format 3\0")
    folder.put("json.py", f"open({str(flag)!r}, 'w')".encode())
    folder.put("sitecustomize.py", f"open({str(flag)!r}, 'w')".encode())
    before = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")}
    with Library.open(folder.path) as library:
        report = library.sync_in_background()
        assert report.added == 3
        assert library.search("ferries").total == 1
    assert not flag.exists()
    assert {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")} == before


@pytest.mark.parametrize("above", [0, 1, 2], ids=["itself", "all collections", "the cache"])
def test_a_cache_beneath_a_directory_that_others_could_write_to_is_thrown_away(
    library: Library, folder: Folder, home: Path, flag: Path, attack: bytes, above: int
) -> None:
    library.close()
    directory = cache_of(home)
    (directory / "index" / "_MAIN_99.toc").write_bytes(sealed(attack))
    exposed = [directory, *directory.parents][above]
    exposed.chmod(0o777)
    with Library.open(folder.path) as again:
        assert again.notices == ("The cache could be changed by other users: it is being built again",)
        again.sync()
        assert again.search("ferries").total == 1
    assert not flag.exists()
    assert exposed.stat().st_mode & 0o777 == 0o700


def test_an_index_that_others_could_write_to_is_thrown_away(
    library: Library, folder: Folder, home: Path, flag: Path, attack: bytes
) -> None:
    library.close()
    index = cache_of(home) / "index"
    (index / "_MAIN_99.toc").write_bytes(sealed(attack))
    index.chmod(0o770)
    with Library.open(folder.path) as again:
        assert again.search("ferries").total == 1
        assert again.notices == ("The search index was damaged: it is being built again",)
    assert not flag.exists()
    assert index.stat().st_mode & 0o777 == 0o700


def test_a_cache_that_belongs_to_somebody_else_is_refused(
    library: Library, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    somebody_else = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody_else)
    with pytest.raises(OutOfReach, match="is not a directory of yours"):
        Library.open(folder.path)
