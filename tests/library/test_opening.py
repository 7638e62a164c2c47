"""Which collection is opened, and what becomes of a cache that cannot be trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from briefreader import Library
from briefreader.errors import OutOfReach
from tests.library.folder import Folder


def cache_of(home: Path) -> Path:
    (found,) = home.glob("cache/briefreader/collections/*")
    return found


def test_without_a_path_the_sample_opens(home: Path) -> None:
    with Library.open() as library:
        assert library.collection.name == "corpus"


def test_without_a_path_the_collection_opened_last_opens(folder: Folder) -> None:
    Library.open(folder.path).close()
    with Library.open() as library:
        assert library.collection.roots == (folder.path.resolve(),)


def test_a_variable_names_the_collection(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Folder(tmp_path / "more")
    monkeypatch.setenv("BRIEFREADER_COLLECTION", f"{folder.path}:{other.path}")
    with Library.open() as library:
        assert library.collection.name == "articles + more"


def test_a_collection_opened_last_that_is_gone_is_told(folder: Folder, tmp_path: Path) -> None:
    Library.open(folder.path).close()
    folder.path.rename(tmp_path / "renamed")
    with pytest.raises(OutOfReach, match="opened last is gone"):
        Library.open()


def test_cache_and_marks_are_for_this_user_alone(library: Library, home: Path) -> None:
    directories = [path for path in home.rglob("briefreader/**/*") if path.is_dir()]
    assert directories
    assert {path.stat().st_mode & 0o777 for path in directories} == {0o700}


def test_a_cache_others_could_write_to_is_thrown_away(folder: Folder, home: Path) -> None:
    with Library.open(folder.path) as library:
        library.sync()
    planted = cache_of(home) / "index" / "planted"
    planted.write_text("x")
    cache_of(home).chmod(0o777)
    with Library.open(folder.path) as library:
        assert any("other users" in notice for notice in library.notices)
        assert not planted.exists()
        assert library.sync().added == 3


def test_a_cache_that_is_a_link_is_refused(folder: Folder, home: Path, tmp_path: Path) -> None:
    with Library.open(folder.path):
        pass
    cache = cache_of(home)
    cache.rename(tmp_path / "elsewhere")
    cache.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutOfReach, match="not a directory of yours"):
        Library.open(folder.path)


def garbage(path: Path) -> None:
    path.write_bytes(b"no database" * 100)


def older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'schema'")


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (stranger)")


@pytest.mark.parametrize("harm", [garbage, older, foreign])
def test_a_cache_that_is_damaged_foreign_or_old_is_built_again_with_a_word(
    folder: Folder, home: Path, harm: Callable[[Path], None]
) -> None:
    with Library.open(folder.path) as library:
        library.sync()
    for beside in ("cache.sqlite-wal", "cache.sqlite-shm"):
        (cache_of(home) / beside).unlink(missing_ok=True)
    harm(cache_of(home) / "cache.sqlite")
    with Library.open(folder.path) as library:
        assert any("built again" in notice for notice in library.notices)
        library.sync()
        assert library.search("ferries").total == 1


def test_an_index_that_lost_articles_is_completed(library: Library, folder: Folder, home: Path) -> None:
    library.close()
    index = cache_of(home) / "index"
    for path in sorted(index.rglob("*"), reverse=True):
        path.unlink()
    with Library.open(folder.path) as again:
        again.sync()
        assert again.search("ferries").total == 1


def test_opening_does_not_look_at_the_files(folder: Folder) -> None:
    with Library.open(folder.path) as library:
        library.sync()
    (folder.path / "ferry.md").unlink()
    with Library.open(folder.path) as library:
        assert len(library.listing()) == 3


def test_an_index_found_damaged_by_several_at_once_is_built_again_once(library: Library, home: Path) -> None:
    library.close()
    for path in (cache_of(home) / "index").glob("*.docs"):
        path.write_bytes(bytes(255 - byte for byte in path.read_bytes()))
    with Library.open(library.collection.roots[0]) as again, ThreadPoolExecutor(4) as threads:
        begin = Barrier(4)

        def total(query: str) -> int:
            begin.wait()
            return again.search(query).total

        assert list(threads.map(total, ("ferries", "strike", "varnholm", "oduya"))) == [1, 2, 2, 2]
        assert len([notice for notice in again.notices if "index was damaged" in notice]) == 1


def test_an_index_found_damaged_by_a_search_is_built_again_before_the_answer(
    library: Library, home: Path
) -> None:
    library.close()
    root = library.collection.roots[0]
    for path in (cache_of(home) / "index").iterdir():
        path.write_bytes(b"\x80\x04garbage")
    with Library.open(root) as again:
        assert again.search("ferries").total == 1
        assert any("index was damaged" in notice for notice in again.notices)
