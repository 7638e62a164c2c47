"""A cache whose tables are not those of this program is built anew, whoever forgot to say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.store.cache import Cache
from briefreader.store.cache import cache as opening
from briefreader.store.cache.schema import TABLES, VERSION
from briefreader.store.sqlite import Database


def made(directory: Path, tables: str, version: str) -> None:
    """Leave a cache in a directory as another version of the program would."""
    directory.mkdir(mode=0o700)
    database = Database(directory / opening.NAME, synchronous="NORMAL")
    with database.transaction() as connection:
        for statement in tables.split(";\n"):
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", (version,))
    database.close()


def columns(cache: Cache, table: str) -> list[object]:
    return [row[1] for row in cache.database.rows(f"PRAGMA table_info({table})")]


@pytest.mark.parametrize("version", ["3", VERSION.split(":")[0], f"{VERSION}0"])
def test_a_cache_that_lacks_a_column_is_built_anew(tmp_path: Path, version: str) -> None:
    old = TABLES.replace("mentions TEXT NOT NULL, checksum INTEGER NOT NULL", "mentions TEXT NOT NULL")
    assert old != TABLES
    made(tmp_path / "cache", old, version)
    told: list[str] = []
    cache = Cache.open(tmp_path / "cache", told.append)
    assert "checksum" in columns(cache, "article_mentions")
    assert told == ["The cache was made by another version: it is being built again"]
    cache.close()


def test_the_version_changes_with_any_letter_of_the_tables() -> None:
    namespace: dict[str, str] = {}
    source = Path(opening.__file__).with_name("schema.py").read_text(encoding="utf-8")
    changed = source.replace("path TEXT NOT NULL UNIQUE", "path BLOB NOT NULL UNIQUE")
    exec(compile(changed, "schema.py", "exec"), namespace)
    assert namespace["VERSION"] != VERSION


def test_a_cache_of_this_version_is_kept(tmp_path: Path) -> None:
    made(tmp_path / "cache", TABLES, VERSION)
    told: list[str] = []
    Cache.open(tmp_path / "cache", told.append).close()
    assert told == []
