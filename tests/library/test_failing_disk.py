"""A disk that is full, or that fails: one sentence, nothing of the reader's lost, and later all is well."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefreader import Library
from tests.library.crashes import Scene, note_failing_at, state_after_repair, sync_failing_at
from tests.library.folder import Folder

# All points take minutes: BRIEFREADER_CRASH_POINTS=0 tries every one.
POINTS = int(os.environ.get("BRIEFREADER_CRASH_POINTS", "24"))


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
def test_a_sync_on_a_failing_disk_tells_it_in_a_sentence_and_the_next_one_ends_it(
    scene: Scene, home: Path, error: int, for_good: bool
) -> None:
    scene.restore(home)
    writes, told = sync_failing_at(None, error, scene.folder, for_good=False)
    assert writes > 200
    assert told is None
    for point in range(1, writes + 1, max(1, 4 * writes // POINTS) if POINTS else 1):
        scene.restore(home)
        _, told = sync_failing_at(point, error, scene.folder, for_good=for_good)
        assert told is None or "\n" not in told
        assert state_after_repair(scene.folder) == scene.expected, f"write {point} of {writes} failed: {told}"


def test_a_failing_disk_is_told_with_the_file_and_what_to_do(scene: Scene, home: Path) -> None:
    scene.restore(home)
    _, told = sync_failing_at(60, errno.ENOSPC, scene.folder, for_good=True)
    assert told is not None
    assert told.startswith("Nothing can be kept: database or disk is full; make room and try again (")
    assert told.endswith("cache.sqlite)")


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_a_note_is_kept_or_refused_with_a_sentence_and_earlier_ones_stay(
    scene: Scene, home: Path, tmp_path: Path, error: int
) -> None:
    scene.restore(home)
    state_after_repair(scene.folder)
    settled = tmp_path / "settled"
    shutil.copytree(home, settled)
    writes, _ = note_failing_at(None, error, scene.folder)
    assert writes > 2
    for point in range(1, writes + 1):
        shutil.rmtree(home)
        shutil.copytree(settled, home)
        _, told = note_failing_at(point, error, scene.folder)
        with Library.open(scene.folder) as library:
            notes = [note.text for note in library.marks.notes()]
            starred = library.listing(flags=["starred"])
        assert sorted(notes) == (["a late note"] if told is None else []) + ["which noon?"], (point, told)
        assert len(starred) == 2


def in_a_namespace(*arguments: str) -> Any:
    """Run :mod:`tests.library.small_disk`, which mounts file systems, where this machine lets us."""
    if shutil.which("unshare") is None:
        pytest.skip("only Linux has namespaces in which anybody may mount a file system")
    probe = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True)
    if probe.returncode:
        pytest.skip("mounting a small file system is forbidden here")
    command = ["unshare", "-rm", sys.executable, "-m", "tests.library.small_disk", *arguments]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_disk_that_fills_up_is_told_in_a_sentence_and_with_more_room_all_is_well(
    folder: Folder, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    told, states = in_a_namespace("full", str(folder.path), str(tmp_path / "disk"))
    assert sum(sentence is not None for sentence in told) >= 4
    assert told[-1] is None
    assert all("\n" not in sentence for sentence in told if sentence)
    assert all(state == states[-1] for state in states)
    assert states[-1]["pending"] == {"index": 0, "entities": 0, "stories": 0}


def test_on_a_disk_that_became_read_only_one_reads_on_and_is_told_of_it(
    folder: Folder, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    found = in_a_namespace("read-only", str(folder.path), str(tmp_path / "disk"))
    assert found["after"] == found["before"]
    assert found["notices"][0].startswith("No mark or note can be kept in ")
    assert found["sync"].startswith("Cannot lock the cache: Read-only file system (")
    assert found["note"].startswith("Nothing can be kept: the place is read-only (")
    assert found["elsewhere"].startswith("cannot make the directory ")
