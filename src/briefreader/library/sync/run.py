"""One sync from end to end, under the writer's lock."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.errors import OutOfReach
from briefreader.library.sync import expiring, lag
from briefreader.library.sync.finding import Found
from briefreader.library.sync.job import Job, Stopped
from briefreader.library.sync.pool import Pool, processors
from briefreader.model import Progress, SyncReport
from briefreader.store.sqlite import Damaged

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf

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
    started, told = time.monotonic(), len(shelf.notices)
    with shelf.lock:
        try:
            if not shelf.cache.check(thoroughly=False):
                raise Damaged
            job = _do(shelf, progress, cancelled, rebuild=rebuild)
        except sqlite3.OperationalError as error:
            raise OutOfReach(f"the cache in {shelf.directory} cannot be written: {error}") from error
        except sqlite3.DatabaseError:
            shelf.rebuild_cache()
            job = _do(shelf, progress, cancelled, rebuild=rebuild)
        report = _report(job, time.monotonic() - started)
        shelf.cache.seal()
        return replace(report, notices=tuple(shelf.notices[told:]))


def _do(
    shelf: Shelf,
    progress: Callable[[Progress], None] | None,
    cancelled: Callable[[], bool] | None,
    *,
    rebuild: bool,
) -> Job:
    job = Job(shelf, progress, cancelled)
    with suppress(Stopped):
        _stages(job, rebuild=rebuild)
    return job


def _stages(job: Job, *, rebuild: bool) -> None:
    """Do what is to be done; a stage is loaded when it has work, and an unchanged folder only looked at."""
    found = Found(job)
    expiring.expire(job, found.options, always=rebuild)
    found.walk()
    job.tell("read", 0, found.count)
    if found.is_news():
        _take_in(job, found)
    if lag.to_settle(job):
        _settle(job)
    if lag.to_index(job):
        _index(job)
    if lag.to_recognise(job):
        _recognise(job)
    if lag.to_relate(job):
        _relate(job)


def _take_in(job: Job, found: Found) -> None:
    from briefreader.library.sync import intake

    with Pool(_workers(found.bytes)) as pool:
        intake.take_in(job, found, pool)


def _settle(job: Job) -> None:
    from briefreader.library.sync import recurring, settling

    recurring.fold_what_recurs(job)
    settling.settle(job)


def _index(job: Job) -> None:
    from briefreader.library.sync import indexing

    indexing.index(job)


def _recognise(job: Job) -> None:
    from briefreader.library.sync import naming

    with Pool(_workers(job.shelf.cache.articles.to_recognise())) as pool:
        naming.recognise(job, pool)


def _relate(job: Job) -> None:
    from briefreader.library.sync import relating

    with Pool(_workers(job.shelf.cache.articles.to_relate())) as pool:
        relating.relate(job, pool)


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
    # What is the same as last time is not written: the cache keeps its seal.
    last = cache.sync_report()
    if last is None or replace(last, seconds=seconds) != report:
        with cache.database.transaction() as connection:
            cache.keep_report(connection, report)
            cache.bump(connection)
    return report
