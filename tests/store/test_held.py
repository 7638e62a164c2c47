"""A database is summed up while it is open, and other processes go on taking it for open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from briefreader.store.cache import Cache
from briefreader.store.held import blocks

_WRITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("INSERT OR REPLACE INTO meta VALUES ('from', ?)", sys.argv[2:])
connection.commit()
connection.close()
"""


def test_what_another_process_writes_is_seen_after_the_file_was_looked_through(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    cache = Cache.open(tmp_path, print)
    cache.seal()
    assert cache.check()
    for writer in ("one", "another"):
        subprocess.run([sys.executable, "-c", _WRITE, cache.database.path, writer], check=True)
        assert cache.meta("from") == writer
    cache.close()


def test_a_file_that_took_the_place_of_another_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one")
    assert b"".join(blocks(path)) == b"one"
    other = tmp_path / "other"
    other.write_bytes(b"another")
    other.replace(path)
    assert b"".join(blocks(path)) == b"another"
