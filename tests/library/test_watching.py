"""New and changed files are noticed while nobody asks for them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import watchfiles

from briefreader import Library
from briefreader.errors import OutOfReach
from briefreader.library.sync import child
from briefreader.library.sync.mounts import is_remote
from briefreader.library.sync.watch import ChangeFilter, Watch, watch
from tests.library.folder import Folder

PATIENCE_S = 60


class Watcher:
    """Follows a watch in a thread and counts what it is told."""

    def __init__(self, watch: Watch) -> None:
        self.begun, self.changed, self._stop = threading.Event(), threading.Event(), threading.Event()
        self.problem = ""
        self._watch = watch
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()

    def _follow(self) -> None:
        try:
            self._watch.follow(self.changed.set, cancelled=self._stop.is_set, begun=self.begun.set)
        except OutOfReach as error:
            self.problem = str(error)
            self.begun.set()

    def __enter__(self) -> Watcher:
        assert self.begun.wait(PATIENCE_S)
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._watch.stop()
        self._thread.join()


def _new_file(folder: Folder) -> None:
    folder.write("bridge.md", "Bridge closed", "The bridge at Varnholm is closed until the spring.")


def _removed_file(folder: Folder) -> None:
    (folder.path / "ferry.md").unlink()


def _moved_folder(folder: Folder) -> None:
    (folder.path / "sub").rename(folder.path / "archive")


@pytest.mark.parametrize("change", [_new_file, _removed_file, _moved_folder])
def test_a_change_in_the_folder_is_noticed(
    library: Library, folder: Folder, change: Callable[[Folder], None]
) -> None:
    (folder.path / "sub").mkdir(exist_ok=True)
    with Watcher(library.watch_in_background()) as watcher:
        change(folder)
        assert watcher.changed.wait(PATIENCE_S)


def test_a_change_is_noticed_by_looking_where_the_system_tells_of_none(
    library: Library, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_POLL_DELAY_MS", "50")
    with Watcher(library.watch_in_background(poll=True)) as watcher:
        assert watcher.changed.wait(PATIENCE_S)
        watcher.changed.clear()
        _new_file(folder)
        assert watcher.changed.wait(PATIENCE_S)


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("ferry.md", True),
        ("sub/ferry.txt.gz", True),
        ("briefreader.yaml", True),
        ("folder", True),
        (".ferry.md.swp", False),
        (".git/index.txt", False),
        ("picture.xcf", False),
        ("../elsewhere/ferry.md", False),
    ],
)
def test_hidden_files_and_files_that_are_no_articles_wake_nobody(
    folder: Folder, name: str, matters: bool
) -> None:
    path = os.path.normpath(folder.path / name)
    assert ChangeFilter([folder.path])(watchfiles.Change.added, path) is matters


def test_a_single_file_is_watched_through_being_replaced(tmp_path: Path, home: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text('{"id": 1, "text": "The first of the records."}\n')
    with Library.open(dump) as library, Watcher(library.watch_in_background()) as watcher:
        for nth in range(2):
            partial = tmp_path / "partial"
            partial.write_text(f'{{"id": {nth}, "text": "A record that came later."}}\n')
            partial.replace(dump)
            assert watcher.changed.wait(PATIENCE_S)
            watcher.changed.clear()


def test_where_too_many_folders_are_watched_the_files_are_looked_at_instead(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways: list[bool | None] = []

    def refuse(*_places: Path, force_polling: bool | None, **_options: object) -> Iterator[object]:
        ways.append(force_polling)
        raise OSError(28, "OS file watch limit reached")

    monkeypatch.setattr(watchfiles, "watch", refuse)
    with pytest.raises(OutOfReach, match="new files are not noticed: OS file watch limit reached"):
        watch([folder.path], lambda: None, lambda: False)
    assert ways == [None, True]


def test_a_watcher_that_dies_is_told_in_a_sentence(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "python", lambda _module: [sys.executable, "-c", ""])
    with pytest.raises(OutOfReach, match="not noticed any more"):
        library.watch_in_background().follow(lambda: None, cancelled=lambda: False, begun=lambda: None)


@pytest.mark.parametrize(
    ("path", "remote"),
    [("/srv/news/today", True), ("/srv/newspapers", False), ("/home/r/my sea/x", True), ("/etc", False)],
)
def test_what_lies_on_another_machine_is_known(tmp_path: Path, path: str, remote: bool) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "40 22 0:40 / /srv/news rw,relatime shared:2 - nfs4 keeper:/news rw\n"
        "41 22 0:41 / /home/r/my\\040sea rw,relatime - fuse.sshfs r@keeper: rw\n"
    )
    assert is_remote(Path(path), table) is remote


def test_without_a_table_of_mounts_everything_is_near(tmp_path: Path) -> None:
    assert not is_remote(tmp_path, tmp_path / "none")
