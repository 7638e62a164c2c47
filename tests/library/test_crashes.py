"""Whenever a sync is killed, the next one ends it: nothing between, nothing lost."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefreader import Library
from briefreader.model import Span
from tests.library.crashes import KILLED, state_after_repair, sync_killed_at
from tests.library.folder import Folder

# All points take minutes: BRIEFREADER_CRASH_POINTS=0 tries every one.
POINTS = int(os.environ.get("BRIEFREADER_CRASH_POINTS", "24"))


@dataclass(frozen=True)
class Scene:
    """A folder whose files changed since it was read, and the home as it was then."""

    folder: Path
    home: Path
    writes: int
    expected: Any

    def restore(self, home: Path) -> None:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.home, home, symlinks=True)


@pytest.fixture
def scene(folder: Folder, home: Path, tmp_path: Path) -> Scene:
    with Library.open(folder.path) as library:
        library.sync()
        ferry = library.article("ferry.md")
        start = ferry.text.index("noon")
        library.marks.add_note(ferry.id, Span(start, start + 4), "which noon?")
        library.marks.set_starred([ferry.id, library.info("council.md").id], True)
    (folder.path / "ferry.md").rename(folder.path / "boats.md")
    folder.write("council.md", "Council still split", "The port council and Mira Oduya met in a warehouse.")
    folder.write("fog.txt", "Fog", "Fog lay on the warehouse when Tomas Reyle came home.")
    (folder.path / "harbour.md").unlink()
    before = tmp_path / "before"
    shutil.copytree(home, before, symlinks=True)
    writes = sync_killed_at(None, folder.path)
    return Scene(folder.path, before, writes, state_after_repair(folder.path))


def test_a_killed_sync_is_repaired_whatever_it_was_writing(scene: Scene, home: Path) -> None:
    assert scene.writes > 100
    assert scene.expected["notes"][0][2:] == ["noon", "which noon?"]
    for point in range(1, scene.writes + 1, max(1, scene.writes // POINTS) if POINTS else 1):
        scene.restore(home)
        assert sync_killed_at(point, scene.folder) == KILLED
        assert state_after_repair(scene.folder) == scene.expected, (
            f"killed at write {point} of {scene.writes}"
        )


def test_a_first_sync_that_is_killed_is_repaired(scene: Scene, home: Path) -> None:
    for point in range(3, scene.writes, max(1, scene.writes // 6)):
        shutil.rmtree(home / "cache", ignore_errors=True)
        sync_killed_at(point, scene.folder)
        assert state_after_repair(scene.folder) == scene.expected, f"killed at write {point}"


def test_two_kills_in_a_row_are_repaired(scene: Scene, home: Path) -> None:
    for first, second in ((scene.writes // 3, scene.writes // 3), (scene.writes // 2, 20)):
        scene.restore(home)
        sync_killed_at(first, scene.folder)
        sync_killed_at(second, scene.folder)
        assert state_after_repair(scene.folder) == scene.expected
