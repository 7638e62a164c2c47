"""One writes, others read on; who is second is told who is first; nobody waits for the dead."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefreader import Library
from briefreader.errors import Occupied, OutOfReach
from briefreader.model import Progress, Span
from tests.library.conftest import cache_of
from tests.library.crashes import KILLED, state, state_after_repair, sync_killed_at
from tests.library.folder import Folder


def run(folder: Folder, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the folder in a process of its own, in the same home."""
    command = [sys.executable, "-m", "briefreader", *arguments, "-c", str(folder.path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def grow(folder: Folder) -> None:
    folder.write("gale.md", "Gale keeps ferries in", "A gale kept the ferries of Varnholm in the harbour.")
    folder.write("ferry.md", "Ferries wait", "Ferries of Varnholm wait for calmer weather.")


def test_several_readers_find_whole_articles_at_every_step_of_a_sync(
    library: Library, folder: Folder
) -> None:
    grow(folder)
    readers = [Library.open(folder.path) for _ in range(3)]
    stages = set()

    def look(progress: Progress) -> None:
        stages.add(progress.stage)
        for reader in readers:
            reader.refresh()
            assert reader.search("ferries").total in (1, 2)
            for info in reader.listing():
                article = reader.article(info.key)
                assert article.text.rstrip().endswith((".", "said."))
                assert all(mention.text in article.text for mention in reader.mentions_in(info.key))

    library.sync(progress=look)
    assert stages == {"list", "read", "index", "entities", "stories"}
    for reader in readers:
        reader.refresh()
        assert state(reader) == state(library)
        reader.close()


def test_whoever_reads_may_mark_while_another_process_indexes(library: Library, folder: Folder) -> None:
    grow(folder)
    with Library.open(folder.path) as reader:
        made = []

        def note(progress: Progress) -> None:
            article = reader.info("council.md").id
            made.append(reader.marks.add_note(article, Span(0, 3), f"during {progress.stage}").text)

        library.sync(progress=note)
    assert sorted(each.text for each in library.marks.notes()) == sorted(made)


def test_a_second_sync_is_refused_with_host_and_process_and_its_reader_reads_on(
    library: Library, folder: Folder
) -> None:
    grow(folder)
    told: list[str] = []

    def second(progress: Progress) -> None:
        if progress.stage == "index" and not told:
            with Library.open(folder.path) as other, pytest.raises(OutOfReach) as refused:
                other.sync()
            told.append(str(refused.value))
            answer = run(folder, "search", "strike")
            assert answer.returncode == 0
            assert "Harbour strike ends" in answer.stdout
            told.append(answer.stderr)

    library.sync(progress=second)
    holder = (
        f"process {os.getpid()} on {socket.gethostname()} is bringing this collection up to date: read on"
    )
    assert all(holder in sentence for sentence in told)
    assert len(told) == 2


@pytest.mark.parametrize(
    "left",
    [f"{os.uname().nodename} {os.getpid()}\n", f"{os.uname().nodename} 1\n", "elsewhere.example 4711\n", "?"],
    ids=["this process", "another process", "another machine", "nobody"],
)
def test_what_the_dead_left_in_the_lock_keeps_nobody_out(
    library: Library, folder: Folder, home: Path, left: str
) -> None:
    (cache_of(home) / "lock").write_text(left)
    grow(folder)
    assert library.sync().added == 1


def test_the_lock_of_an_indexer_that_was_killed_is_free_at_once(library: Library, folder: Folder) -> None:
    library.close()
    grow(folder)
    assert sync_killed_at(150, folder.path) == KILLED
    assert len(state_after_repair(folder.path)["articles"]) == 4


def test_without_reliable_locks_one_reads_on_with_a_word(
    library: Library, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()

    def without_locks(number: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", without_locks)
    with Library.open(folder.path) as reader:
        assert reader.notices[0].endswith("its file system has no locks that hold between machines")
        assert reader.search("ferries").total == 1
        with pytest.raises(OutOfReach, match="what is there can be read; set XDG_CACHE_HOME to a local disk"):
            reader.sync()
        with pytest.raises(OutOfReach, match="no locks that hold"):
            reader.marks.set_starred([reader.info("ferry.md").id], True)


def in_threads(*works: Callable[[], Any]) -> list[BaseException]:
    """Do all at once; return what they raised."""
    raised: list[BaseException] = []
    together = threading.Barrier(len(works))

    def do(work: Callable[[], Any]) -> None:
        together.wait()
        try:
            work()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=do, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_many_who_open_a_new_collection_at_once_all_come_to_the_same(folder: Folder) -> None:
    found: list[Any] = []

    def open_and_sync() -> None:
        with Library.open(folder.path) as library:
            library.sync()

    def open_and_look() -> None:
        with Library.open(folder.path) as library:
            found.append(len(library.listing()))

    raised = in_threads(*[open_and_sync] * 3, *[open_and_look] * 3)
    assert {type(error) for error in raised} <= {Occupied}, raised
    assert all("is bringing" in str(error) for error in raised), raised
    assert len(raised) <= 2
    assert set(found) <= {0, 3}
    with Library.open(folder.path) as library:
        library.sync()
        assert len(state(library)["articles"]) == 3
