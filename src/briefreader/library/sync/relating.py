"""The stage that groups articles by story and finds near-duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader import compare
from briefreader.compare import StoryBook, StoryRow
from briefreader.library import naming
from briefreader.library.sync.batches import batched
from briefreader.library.sync.job import Job
from briefreader.library.sync.pool import Pool
from briefreader.library.sync.work import Digested, Digestible, DigestTask

if TYPE_CHECKING:
    from briefreader.model import ArticleInfo
    from briefreader.store.cache.stories import DigestRow

_PAGE = 100
_BATCH = 500


def relate(job: Job, pool: Pool) -> None:
    """Digest every article that is new or changed, and group the collection again if there was any."""
    cache = job.shelf.cache
    _expire(job)
    total, gone = cache.articles.pending()["stories"], cache.articles.departed("related")
    if not total and not gone and not cache.stories.is_waiting():
        return
    with cache.database.transaction() as connection:
        cache.stories.drop(connection, gone)
    _digest(job, pool, total)
    _group(job)


def _expire(job: Job) -> None:
    cache = job.shelf.cache
    version = str(compare.DIGEST_VERSION)
    if cache.meta("digests") != version:
        with cache.database.transaction() as connection:
            cache.stories.drop(connection)
            cache.articles.undo(connection, "related")
            cache.set_meta(connection, "digests", version)


def _digest(job: Job, pool: Pool, total: int) -> None:
    batch: list[Digested] = []
    job.tell("stories", 0, total)
    for done, digested in enumerate(pool.map(_tasks(job)), 1):
        batch.append(digested)
        if len(batch) >= _BATCH:
            _write(job, batch)
            batch = []
        job.tell("stories", done, total)
    _write(job, batch)


def _tasks(job: Job) -> Iterator[DigestTask]:
    cache, last = job.shelf.cache, 0
    while keys := cache.articles.undone("related", last, _PAGE):
        found = [article for key in keys if (article := cache.articles.article(key)) is not None]
        mentions = [cache.mentions.of(article.key, article.text) or [] for article in found]
        names = naming.named(job.shelf, [mention for each in mentions for mention in each])
        yield DigestTask(tuple(Digestible(*each, names) for each in zip(found, mentions, strict=True)))
        last = keys[-1]


def _write(job: Job, batch: list[Digested]) -> None:
    """Write digests. That an article is in no group yet shows in its row."""
    cache = job.shelf.cache
    with cache.database.transaction() as connection:
        for digested in batch:
            if digested.digest:
                cache.stories.put(connection, digested.key, digested.digest)
        cache.articles.done(connection, "related", [digested.key for digested in batch])


def _rows(job: Job) -> Iterator[tuple[ArticleInfo, DigestRow]]:
    cache = job.shelf.cache
    for page in batched(cache.stories.digests(), _BATCH):
        infos = cache.articles.infos([row.key for row in page])
        yield from ((infos[row.key], row) for row in page if row.key in infos)


def _group(job: Job) -> None:
    cache = job.shelf.cache
    book, keys = StoryBook(), {}
    answers: list[tuple[int, str]] = []
    for info, row in _rows(job):
        job.stop_if_cancelled()
        story = book.add(StoryRow(info, row.digest, row.story))
        keys[info.id] = info.key
        if story != row.story:
            answers.append((info.key, story))
    found = book.stories()
    with cache.database.transaction() as connection:
        for key, story in answers:
            cache.stories.group(connection, key, story)
        cache.stories.replace(connection, found, keys)
        cache.articles.forget(connection, "related")
        cache.bump(connection)
