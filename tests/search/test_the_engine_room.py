"""Adding, changing, removing; several processes; what a damaged or foreign index does."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.errors import OutOfReach
from briefreader.search import IndexLocked, IndexUnusable, open_engine
from briefreader.search.index.policy import to_merge
from briefreader.search.index.store import Store
from tests.search.library import Shelf, article, keys, shelved


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "index", Shelf())
    assert engine.search("ferry", facets=True).total == 0
    assert keys(engine, "-ferry") == []
    assert dict(engine.documents()) == {}


def test_a_changed_article_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    engine, shelf = shelved(tmp_path, article(1, "old ferry"), article(2, "quay"))
    shelf.documents[1] = article(1, "new bridge")
    engine.update([shelf.documents[1]])
    assert keys(engine, "ferry") == []
    assert keys(engine, "bridge") == [1]
    assert set(engine.documents()) == {1, 2}


def test_a_removed_article_is_gone(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path, article(1, "ferry"), article(2, "ferry"))
    engine.update([], [1, 77])
    assert keys(engine, "ferry") == [2]
    assert keys(engine, "-quay") == [2]


def test_the_index_knows_the_stamp_of_every_article(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "index", Shelf())
    engine.update([article(5, "ferry", stamp=12345678901234567), article(6, "quay")])  # type: ignore[arg-type]
    assert dict(engine.documents()) == {5: 12345678901234567, 6: 0}


def test_many_small_updates_answer_like_one_large_one(tmp_path: Path) -> None:
    bodies = [f"ferry number {number} at quay {number % 7}" for number in range(90)]
    once, _ = shelved(tmp_path / "once", *(article(key, body) for key, body in enumerate(bodies)))
    often, shelf = shelved(tmp_path / "often")
    for key, body in enumerate(bodies):
        shelf.documents[key] = article(key, body)
        often.update([shelf.documents[key]], [key - 30] if key % 11 == 0 else [])
    gone = {key - 30 for key in range(0, 90, 11)}
    once.update([], gone)
    for query in ('"quay 3"', "ferry", "numb*", '"quay ferry"~4', "-ferry"):
        assert set(keys(often, query)) == set(keys(once, query))
        assert often.matches(query, 80) == once.matches(query, 80)


def test_small_segments_are_merged_and_large_ones_left_alone() -> None:
    assert to_merge([], 1) == []
    assert to_merge([20_000, 1, 1], 1) == []
    assert to_merge([20_000, 1, 1, 1], 1) == [1, 2, 3]
    assert to_merge([20_000] * 2, 20_000) == []
    assert to_merge([20_000] * 3, 20_000) == [0, 1, 2]


def test_one_update_after_another_keeps_the_number_of_files_small(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path)
    for key in range(70):
        engine.update([article(key, "ferry")])
    names = {path.name.split(".")[0] for path in (tmp_path / "index").glob("MAIN_*")}
    assert len([name for name in names if name != "MAIN_WRITELOCK"]) <= 16


def test_another_engine_sees_what_was_committed_once_it_looks(tmp_path: Path) -> None:
    writer, shelf = shelved(tmp_path, article(1, "ferry"))
    reader = open_engine(tmp_path / "index", shelf)
    shelf.documents[2] = article(2, "ferry")
    writer.update([shelf.documents[2]])
    assert keys(reader, "ferry") == [1]
    assert reader.refresh()
    assert set(keys(reader, "ferry")) == {1, 2}
    assert not reader.refresh()


def test_a_reader_keeps_answering_while_the_segments_it_reads_are_merged_away(tmp_path: Path) -> None:
    writer, shelf = shelved(tmp_path, article(0, "ferry"))
    reader = open_engine(tmp_path / "index", shelf)
    for key in range(1, 40):
        shelf.documents[key] = article(key, "ferry")
        writer.update([shelf.documents[key]])
    assert keys(reader, "ferry") == [0]
    assert reader.matches("ferry", 0) != ()


def test_other_processes_read_while_one_writes(tmp_path: Path) -> None:
    """The other process commits between this one's searches; every answer is one of a whole commit."""
    engine, shelf = shelved(tmp_path, *(article(key, "ferry") for key in range(3)))
    shelf.documents |= {key: article(key, "ferry") for key in range(60)}
    script = (
        "import sys; from pathlib import Path; from tests.search.library import Shelf, article\n"
        "from briefreader.search import open_engine\n"
        "engine = open_engine(Path(sys.argv[1]), Shelf())\n"
        "for key in range(3, 60, 3):\n"
        "    engine.update([article(key + n, 'ferry') for n in range(3)])\n"
        "    print('.', flush=True)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "index")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as other:
        assert other.stdout is not None
        seen = []
        for _ in other.stdout:
            engine.refresh()
            seen.append(len(keys(engine, "ferry")))
    assert other.returncode == 0
    assert seen == sorted(seen)
    assert all(count % 3 == 0 for count in seen)
    assert seen[-1] == 60


def test_a_second_writer_is_told_who_holds_the_index(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path)
    store = Store(tmp_path / "index")
    with store.writer(), pytest.raises(IndexLocked, match=f"process {os.getpid()}") as caught:
        engine.update([article(1, "ferry")])
    assert caught.value.holder == os.getpid()
    engine.update([article(1, "ferry")])
    assert engine.search("ferry").keys.tolist() == [1]


def test_an_interrupted_update_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path, article(1, "ferry"))

    def broken() -> object:
        yield article(2, "ferry")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.update(broken(), [1])  # type: ignore[arg-type]
    assert keys(engine, "ferry") == [1]
    engine.update([], [1])
    assert keys(engine, "ferry") == []


def test_an_index_that_others_could_have_written_is_not_opened(tmp_path: Path) -> None:
    shelved(tmp_path, article(1, "ferry"))
    (tmp_path / "index").chmod(0o755)
    with pytest.raises(IndexUnusable, match="not private"):
        open_engine(tmp_path / "index", Shelf())


def test_a_link_in_place_of_the_index_is_not_followed(tmp_path: Path) -> None:
    shelved(tmp_path, article(1, "ferry"))
    (tmp_path / "link").symlink_to(tmp_path / "index")
    with pytest.raises(IndexUnusable):
        open_engine(tmp_path / "link", Shelf())


@pytest.mark.parametrize("ending", [".toc", ".words", ".docs", ".counts", ".places"])
def test_a_file_cut_short_is_noticed_at_opening(tmp_path: Path, ending: str) -> None:
    shelved(tmp_path, article(1, "ferry quay pilot"))
    (path,) = (tmp_path / "index").glob(f"*{ending}")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(IndexUnusable, match="built anew"):
        open_engine(tmp_path / "index", Shelf())


@pytest.mark.parametrize("ending", [".toc", ".words", ".docs", ".places", ".sums", ".key.col"])
def test_noise_in_place_of_a_file_is_one_clear_error_and_never_a_wrong_answer(
    tmp_path: Path, ending: str
) -> None:
    _, shelf = shelved(tmp_path, article(1, "ferry quay pilot"), article(2, "ferry"))
    (path,) = (tmp_path / "index").glob(f"*{ending}")
    path.write_bytes(bytes(255 - byte for byte in path.read_bytes()))
    with pytest.raises(IndexUnusable, match="built anew"):
        open_engine(tmp_path / "index", shelf).search('"ferry quay"')


def test_a_missing_file_is_noticed_at_opening(tmp_path: Path) -> None:
    shelved(tmp_path, article(1, "ferry"))
    (path,) = (tmp_path / "index").glob("*.docs")
    path.unlink()
    with pytest.raises(IndexUnusable):
        open_engine(tmp_path / "index", Shelf())


def test_importing_the_room_loads_neither_whoosh_nor_numpy() -> None:
    check = "import sys, briefreader.search; print({'whoosh', 'numpy', 'textual'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_of_one_key_twice_in_an_update_the_later_counts(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path)
    engine.update([article(1, "ferry"), article(2, "quay"), article(1, "bridge")])
    assert keys(engine, "ferry") == []
    assert keys(engine, "bridge") == [1]


def test_an_update_of_nothing_leaves_nothing_behind(tmp_path: Path) -> None:
    engine, shelf = shelved(tmp_path, article(1, "ferry"))
    reader = open_engine(tmp_path / "index", shelf)
    engine.update([], [77])
    assert not reader.refresh()


def test_a_full_disk_is_told_in_a_sentence_and_frees_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, _ = shelved(tmp_path, article(1, "ferry"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("briefreader.search.index.whoosh_parts.write", full)
        with pytest.raises(OutOfReach, match="No space left"):
            engine.update([article(2, "ferry")])
    assert keys(engine, "ferry") == [1]
    engine.update([article(2, "ferry")])
    assert engine.search("ferry").keys.tolist() == [1, 2]


def test_a_writer_killed_half_way_leaves_the_last_commit_and_no_lock(tmp_path: Path) -> None:
    _, shelf = shelved(tmp_path, article(1, "ferry"))
    script = (
        "import os, signal, sys; from pathlib import Path; from tests.search.library import Shelf, article\n"
        "from briefreader.search import open_engine\n"
        "def until_killed():\n"
        "    yield article(2, 'ferry')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "open_engine(Path(sys.argv[1]), Shelf()).update(until_killed())\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "index")]
    killed = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)
    assert killed.returncode < 0
    again = open_engine(tmp_path / "index", shelf)
    assert keys(again, "ferry") == [1]
    again.update([article(3, "ferry")])
    assert set(again.search("ferry").keys) == {1, 3}
