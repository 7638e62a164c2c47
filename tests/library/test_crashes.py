"""Whenever a sync is killed, the next one ends it: nothing between, nothing lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from briefreader import Library
from tests.library.crashes import KILLED, Scene, note_killed_at, state_after_repair, sync_killed_at

# All points take minutes: BRIEFREADER_CRASH_POINTS=0 tries every one.
POINTS = int(os.environ.get("BRIEFREADER_CRASH_POINTS", "24"))


def test_a_killed_sync_is_repaired_whatever_it_was_writing(scene: Scene, home: Path) -> None:
    assert scene.writes > 200
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


def test_a_note_whose_writing_is_killed_is_there_whole_or_not_at_all(
    scene: Scene, home: Path, tmp_path: Path
) -> None:
    settled = tmp_path / "settled"
    shutil.copytree(home, settled)
    writes = note_killed_at(None, scene.folder)
    assert writes > 2
    for point in range(1, writes + 1):
        shutil.rmtree(home)
        shutil.copytree(settled, home)
        assert note_killed_at(point, scene.folder) == KILLED
        with Library.open(scene.folder) as library:
            notes = sorted(note.text for note in library.marks.notes())
            assert notes in (["which noon?"], ["a late note", "which noon?"])
            if len(notes) == 2:
                assert (library.marks.undo() or "").startswith("write the note “a late note” in “")
            assert [note.text for note in library.marks.notes()] == ["which noon?"]
