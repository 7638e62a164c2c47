"""One sync from end to end, under the writer's lock."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from briefreader import ingest
from briefreader.library.sync.finding import Found
from briefreader.library.sync.indexing import index
from briefreader.library.sync.job import Job, Stopped
from briefreader.library.sync.naming import recognise
from briefreader.library.sync.pool import Pool, processors
from briefreader.library.sync.recurring import fold_what_recurs
from briefreader.library.sync.relating import relate
from briefreader.library.sync.settling import settle
from briefreader.library.sync.taking import Intake
from briefreader.library.sync.work import Part
from briefreader.model import Progress, SyncReport

if TYPE_CHECKING:
    from briefreader.library.opening import Shelf

_BATCH_ARTICLES = 500
_BATCH_SECONDS = 1.0
# Under this much work, starting processes takes longer than doing it here.
_WORTH_A_POOL = 3_000_000


def sync(
    shelf: Shelf,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    rebuild: bool = False,
) -> SyncReport:
    """Bring everything up to date; see :meth:`briefreader.library.Library.sync`."""
    started = time.monotonic()
    job = Job(shelf, progress, cancelled)
    with shelf.lock:
        with suppress(Stopped):
            _stages(job, rebuild=rebuild)
        return _report(job, time.monotonic() - started)


def _stages(job: Job, *, rebuild: bool) -> None:
    found = Found(job)
    _expire(job, found.options, always=rebuild)
    found.walk()
    with Pool(_workers(found.bytes)) as pool:
        _read(job, found, pool)
    fold_what_recurs(job)
    settle(job)
    index(job)
    with Pool(_workers(job.shelf.cache.articles.to_recognise())) as pool:
        recognise(job, pool)
        relate(job, pool)


def _expire(job: Job, options: ingest.ReadOptions, *, always: bool) -> None:
    """Have every file read again where another version of the import read it, or with other options."""
    cache = job.shelf.cache
    version = f"{ingest.VERSION}:{options.key}"
    with cache.database.transaction() as connection:
        if always or cache.meta("ingest") not in (None, version):
            cache.files.expire(connection)
        if always:
            for stage in ("indexed", "recognised", "related"):
                cache.articles.undo(connection, stage)
        cache.set_meta(connection, "ingest", version)


def _read(job: Job, found: Found, pool: Pool) -> None:
    database = job.shelf.cache.database
    intake = Intake(job, found)
    with database.transaction() as connection:
        job.shelf.cache.files.unskip(connection, None)
        job.shelf.cache.files.skip(connection, None, found.skipped)
    done, batch = 0, _Batch(job, intake)
    job.tell("read", 0, found.count)
    for part in pool.map(found.tasks()):
        batch.add(part)
        done += part.last
        job.tell("read", done, found.count)
    batch.write()
    gone = found.gone()
    with database.transaction() as connection:
        for number in gone:
            intake.remove(connection, number)
        job.shelf.cache.bump(connection)


class _Batch:
    """Parts of files to be written in one transaction, often enough for the list to be seen growing."""

    def __init__(self, job: Job, intake: Intake) -> None:
        self._cache = job.shelf.cache
        self._intake = intake
        self._parts: list[Part] = []
        self._articles = 0
        self._since = time.monotonic()

    def add(self, part: Part) -> None:
        self._parts.append(part)
        self._articles += len(part.articles)
        if self._articles >= _BATCH_ARTICLES or time.monotonic() - self._since >= _BATCH_SECONDS:
            self.write()

    def write(self) -> None:
        with self._cache.database.transaction() as connection:
            for part in self._parts:
                self._intake.take(connection, part)
            self._cache.bump(connection)
        self._parts, self._articles, self._since = [], 0, time.monotonic()


def _workers(work: int) -> int:
    return 0 if work < _WORTH_A_POOL else processors()


def _report(job: Job, seconds: float) -> SyncReport:
    cache, counts = job.shelf.cache, job.counts
    report = SyncReport(
        added=counts.added,
        changed=counts.changed,
        moved=counts.moved,
        removed=counts.removed,
        unchanged=max(0, cache.articles.count() - counts.added - counts.changed - counts.moved),
        skipped=cache.files.skipped(),
        seconds=seconds,
    )
    with cache.database.transaction() as connection:
        cache.keep_report(connection, report)
        cache.bump(connection)
    return report
