"""A folder of everything that can be wrong with a file: a line for each in the report, the rest goes on."""

from __future__ import annotations

import gzip
import os
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Program

BOMB = 4_000_000


def _zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", "x" * BOMB)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One good file among the bad; the limit of size is a megabyte."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "briefreader.yaml").write_text("largest_file: 1 MB\n")
    (folder / "good.txt").write_text("The mill on the Oskar river turns again after nine years.\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "huge.txt").write_bytes(b"The mill. " * 200_000)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    (folder / "line\nend.txt").write_bytes(b"")
    Path(os.fsdecode(os.fsencode(folder) + b"/name-\xff.txt")).write_bytes(b"")
    (folder / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(5000))[:-2000])
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"x" * BOMB))
    _zip_bomb(folder / "bomb.epub")
    (folder / "bomb.rss").write_text('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>')
    (folder / "field.csv").write_text(f'id,text\n1,"{"x" * BOMB}"\n')
    (folder / "around").symlink_to(folder, target_is_directory=True)
    return folder


REASONS = {
    "empty.txt": "It is empty.",
    "binary.txt": "It is binary, not text.",
    "huge.txt": "It is larger than 1 MB; raise largest_file in briefreader.yaml.",
    "gone.txt": "It vanished before it could be read.",
    "circle.txt": "It is a symbolic link that leads in a circle.",
    "device.txt": "It is a device, not a file.",
    "pipe.txt": "It is a pipe, not a file.",
    "line␤end.txt": "It is empty.",
    "name-\\xff.txt": "It is empty.",
    "cut.txt.gz": "It is damaged or cut off",
    "bomb.txt.gz": "It is larger than 1 MB",
    "bomb.epub": "It is larger than 1 MB",
    "bomb.rss": "It declares XML entities",
    "field.csv": "It is larger than 1 MB",
}


def test_each_bad_file_is_one_line_and_the_good_one_is_read(program: Program, folder: Path) -> None:
    done = program("index", str(folder))
    assert done.returncode == 0
    first, *lines = done.stdout.splitlines()
    assert first.startswith("1 added, 0 changed, 0 moved, 0 removed, 0 unchanged")
    assert len(lines) == len(REASONS)
    for path, reason in REASONS.items():
        (line,) = (each for each in lines if each.startswith(f"skipped {path}"))
        assert reason in line
    assert "Traceback" not in done.stderr


def test_a_folder_of_bad_files_alone_ends_with_3_and_names_each(program: Program, folder: Path) -> None:
    (folder / "good.txt").unlink()
    done = program("index", str(folder))
    assert done.returncode == 3
    assert done.stdout.count("\nskipped ") == len(REASONS)
