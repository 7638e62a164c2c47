"""After a power cut the next start ends what was begun, and what was told to be kept is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefreader import Library
from briefreader.model import Span
from briefreader.places import sync_names
from briefreader.store.userdata import UserData
from briefreader.store.userdata.backup import newest
from tests.library.conftest import cache_of
from tests.library.crashes import KILLED, Countdown, Scene, in_child, repaired
from tests.library.folder import Folder
from tests.library.power import MODES, Disk, watch

# All points take minutes: BRIEFREADER_CRASH_POINTS=0 tries every one, in every mode.
POINTS = int(os.environ.get("BRIEFREADER_CRASH_POINTS", "24"))


def cut_at(point: int | None, mode: str, home: Path, work: Callable[[Countdown], Any]) -> Any:
    """Do ``work`` in a child whose machine loses power at write ``point`` after ``install``; None: never."""

    def watched(answer: Callable[[Any], None]) -> None:
        disk = Disk(home)
        watch(disk)
        countdown = Countdown(point, lambda: disk.cut(mode, point or 0))
        work(countdown)
        answer(countdown.count)

    status, count = in_child(watched)
    assert status == (0 if point is None else KILLED), count
    return count


def sync(folder: Path) -> Callable[[Countdown], None]:
    def work(countdown: Countdown) -> None:
        countdown.install()
        with Library.open(folder) as library:
            library.sync()

    return work


@pytest.mark.parametrize("mode", MODES)
def test_a_power_cut_at_any_write_of_a_sync_is_repaired(scene: Scene, home: Path, mode: str) -> None:
    scene.restore(home)
    writes = cut_at(None, mode, home, sync(scene.folder))
    assert writes > 200
    step = max(1, 3 * writes // POINTS) if POINTS else 1
    for point in range(1 + MODES.index(mode) * step // len(MODES), writes + 1, step):
        scene.restore(home)
        cut_at(point, mode, home, sync(scene.folder))
        assert repaired(scene.folder) == (scene.expected, []), f"cut at write {point} of {writes}"


@pytest.mark.parametrize("mode", MODES)
def test_a_power_cut_during_the_first_sync_of_all_is_repaired(scene: Scene, home: Path, mode: str) -> None:
    for point in range(5, scene.writes, max(1, scene.writes // 4)):
        shutil.rmtree(home / "cache", ignore_errors=True)
        cut_at(point, mode, home, sync(scene.folder))
        assert repaired(scene.folder) == (scene.expected, []), f"cut at write {point}"


def test_a_seal_that_was_broken_does_not_come_back_beside_what_was_written_since(
    scene: Scene, home: Path
) -> None:
    mode = "contents alone"

    def sync_twice(countdown: Countdown) -> None:
        with Library.open(scene.folder) as library:
            library.sync()
            # Sealed, and in time the disk has that. SQLite sees to names on it only when a file is new.
            with (cache_of(home) / "cache.seal").open() as seal:
                os.fsync(seal.fileno())
            sync_names(cache_of(home))
            (scene.folder / "late.txt").write_text("Late ferry\n\nThe last ferry came home at noon.\n")
            countdown.install()
            library.sync()

    scene.restore(home)
    writes = cut_at(None, mode, home, sync_twice)
    (expected, _) = repaired(scene.folder)
    for point in range(writes - 9, writes + 1):  # where the cache is brought into one file and sealed
        scene.restore(home)
        (scene.folder / "late.txt").unlink()
        cut_at(point, mode, home, sync_twice)
        assert repaired(scene.folder) == (expected, []), f"cut at write {point} of {writes}"


@pytest.mark.parametrize("mode", MODES)
def test_a_note_told_to_be_kept_outlives_a_power_cut(
    scene: Scene, home: Path, tmp_path: Path, mode: str
) -> None:
    settled = tmp_path / "settled"
    shutil.copytree(home, settled)

    def note(countdown: Countdown) -> None:
        with Library.open(scene.folder) as library:
            article = library.article("boats.md").id
            library.marks.add_note(article, Span(0, 7), "kept")
            countdown.install()
            library.marks.add_note(article, Span(0, 7), "late")

    writes = cut_at(None, mode, home, note)
    assert writes > 2
    for point in range(1, writes + 1):
        shutil.rmtree(home)
        shutil.copytree(settled, home)
        cut_at(point, mode, home, note)
        with Library.open(scene.folder) as library:
            found = sorted(each.text for each in library.marks.notes())
            assert found in (["kept", "which noon?"], ["kept", "late", "which noon?"]), f"write {point}"
            assert library.notices == ()


@pytest.mark.parametrize("mode", MODES)
def test_the_very_first_note_outlives_a_power_cut(folder: Folder, home: Path, mode: str) -> None:
    def note(countdown: Countdown) -> None:
        with Library.open(folder.path) as library:
            library.sync()
            library.marks.add_note(library.info("ferry.md").id, Span(0, 7), "kept")
            countdown.install()
            library.marks.add_note(library.info("ferry.md").id, Span(0, 7), "late")

    home.mkdir()
    cut_at(1, mode, home, note)
    with Library.open(folder.path) as library:
        library.sync()
        assert [each.text for each in library.marks.notes()] == ["kept"]


def test_the_backup_of_the_day_outlives_a_power_cut(home: Path) -> None:
    def make(answer: Callable[[Any], None]) -> None:
        home.mkdir()
        disk = Disk(home)
        watch(disk)
        data = UserData.open(home / "marks")
        disk.cut("nothing unsynced", 0)
        answer(str(newest(data.database.path)))

    status, found = in_child(make)
    assert status == 0, found
    assert found.startswith(str(home / "marks" / "backups" / "marks-")), found


@pytest.mark.parametrize("mode", MODES)
def test_a_name_told_to_be_corrected_stays_so_after_a_power_cut(
    folder: Folder, home: Path, mode: str
) -> None:
    def correct(countdown: Countdown) -> None:
        with Library.open(folder.path) as library:
            library.sync()
            library.corrections.rename(library.entities()[0].id, "Somebody")
            countdown.install()
            library.corrections.rename(library.entities()[0].id, "Nobody")

    home.mkdir()
    for point in (1, 2, 3):
        shutil.rmtree(home)
        home.mkdir()
        cut_at(point, mode, home, correct)
        with Library.open(folder.path) as library:
            library.sync()
            assert "Somebody" in {each.name for each in library.entities()}, f"write {point}"
