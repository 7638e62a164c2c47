"""Which files are to be read again though they are the same: another version or other formats read them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from briefreader import ingest
from briefreader.library.sync.job import Job
from briefreader.store.cache import Cache


def expire(job: Job, options: ingest.ReadOptions, *, always: bool) -> None:
    """Have every file read again where another version of the import read it, or with other options.

    Where only a plug-in or an extra came, went or has another version, the files of its kind are.
    """
    cache = job.shelf.cache
    version, readers = f"{ingest.VERSION}:{options.key}", json.dumps(ingest.editions(), sort_keys=True)
    if not always and (cache.meta("ingest"), cache.meta("readers")) == (version, readers):
        return
    with cache.database.transaction() as connection:
        if always or cache.meta("ingest") not in (None, version):
            cache.files.expire(connection)
        else:
            cache.files.expire(connection, _read_otherwise(cache))
        if always:
            _undo(cache, connection)
        cache.set_meta(connection, "ingest", version)
        cache.set_meta(connection, "readers", readers)


def _read_otherwise(cache: Cache) -> list[int]:
    """Return the numbers of the files that others read now than when they were last read."""
    before, now = json.loads(cache.meta("readers") or "{}"), ingest.editions()
    other = {suffix for suffix, edition in now.items() if before.get(suffix) != edition}
    return [
        number for number, _, location in cache.files.all() if ingest.suffix_of(Path(location).name) in other
    ]


def _undo(cache: Cache, connection: sqlite3.Connection) -> None:
    for stage in ("indexed", "recognised", "related"):
        cache.articles.undo(connection, stage)
