"""The seal on a cache: what was changed by nobody who may is noticed, and who writes is not suspected."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.store.cache import Cache

DAY_S = 86_400


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def cache(tmp_path: Path, notices: list[str]) -> Iterator[Cache]:
    """A cache with something in it, at rest and sealed."""
    opened = Cache.open(tmp_path, notices.append)
    keep(opened, "count", "12")
    opened.seal()
    yield opened
    opened.close()


def keep(cache: Cache, name: str, value: str) -> None:
    with cache.database.transaction() as connection:
        cache.set_meta(connection, name, value)


def change(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))


def test_a_number_that_changed_on_the_disk_is_noticed_though_the_database_is_sound(
    cache: Cache, tmp_path: Path, notices: list[str]
) -> None:
    cache.close()
    change(tmp_path / "cache.sqlite", b"count12", b"count13")
    with sqlite3.connect(tmp_path / "cache.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    again = Cache.open(tmp_path, notices.append)
    assert notices == ["The cache is damaged: it is being built again"]
    assert again.meta("count") is None
    again.close()


def test_a_write_breaks_the_seal_and_the_next_seal_holds(cache: Cache, tmp_path: Path) -> None:
    assert cache.check(thoroughly=False)
    keep(cache, "count", "14")
    assert not (tmp_path / "cache.seal").exists()
    assert cache.check()
    cache.seal()
    assert (tmp_path / "cache.seal").exists()
    assert cache.check()


def test_a_cache_that_somebody_reads_meanwhile_goes_without_a_seal(cache: Cache, tmp_path: Path) -> None:
    cache.database.connection.execute("PRAGMA busy_timeout = 0")
    with sqlite3.connect(tmp_path / "cache.sqlite", isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM meta").fetchall()
        keep(cache, "count", "14")
        cache.seal()
        assert not (tmp_path / "cache.seal").exists()
        reader.execute("COMMIT")
    reader.close()
    cache.seal()
    assert cache.check()


def test_a_seal_that_is_itself_damaged_accuses_nobody(
    cache: Cache, tmp_path: Path, notices: list[str]
) -> None:
    cache.close()
    seal = tmp_path / "cache.seal"
    for place in range(seal.stat().st_size):
        data = bytearray(seal.read_bytes())
        data[place] ^= 1
        seal.write_bytes(data)
        again = Cache.open(tmp_path, notices.append)
        assert again.meta("count") == "12"
        assert again.check(thoroughly=False)
        again.close()
        data[place] ^= 1
        seal.write_bytes(data)
    assert notices == []


def test_a_large_cache_is_looked_through_once_a_day_and_when_the_clock_was_put_back(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.store.seal._QUICK", 0)
    monkeypatch.setattr("briefreader.store.cache.cache.SMALL", 0)
    change(tmp_path / "cache.sqlite", b"count12", b"count13")
    seal = tmp_path / "cache.seal"
    made = seal.stat().st_mtime
    assert cache.check(thoroughly=False)
    for when in (made - DAY_S - 60, made + DAY_S):
        os.utime(seal, (when, when))
        assert not cache.check(thoroughly=False)
    assert not cache.check()
