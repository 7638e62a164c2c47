"""The stage that reads what is new or changed, and drops what is gone, batch by batch."""

from __future__ import annotations

import time

from briefreader.library.sync.finding import Found
from briefreader.library.sync.job import Job
from briefreader.library.sync.lag import UNSETTLED
from briefreader.library.sync.pool import Pool
from briefreader.library.sync.taking import Intake
from briefreader.library.sync.work import Part

_BATCH_ARTICLES = 500
_BATCH_SECONDS = 1.0
_FEW = 20
"""Up to so many files, long ones are told of by the articles read from them."""


def take_in(job: Job, found: Found, pool: Pool) -> None:
    """Read the files that were found new or changed, and drop those that are gone."""
    cache = job.shelf.cache
    with cache.database.transaction() as connection:
        cache.set_meta(connection, UNSETTLED, "1")
    intake = Intake(job, found)
    done, articles, long = 0, 0, False
    batch = _Batch(job, intake)
    for part in pool.map(found.tasks()):
        batch.add(part)
        done, articles = done + part.last, articles + len(part.articles)
        long = long or (found.count <= _FEW and not part.last)
        # Of one file of a hundred thousand articles, "no file of one" would be told to the end.
        if long and done < found.count:
            job.tell("read", articles)
        else:
            job.tell("read", done, found.count)
    batch.write()
    gone = found.gone()
    with cache.database.transaction() as connection:
        for number in gone:
            intake.remove(connection, number)
        cache.bump(connection)


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
