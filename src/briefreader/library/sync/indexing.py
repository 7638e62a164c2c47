"""The stage that brings the search index in line with the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from briefreader.library.documents import body_of, stamp_of
from briefreader.library.sync.job import Job
from briefreader.library.sync.lag import INDEXING
from briefreader.search import Engine, IndexDocument

_BATCH = 5_000


def index(job: Job) -> None:
    """Index every article that is new or changed, and drop those that are gone.

    What the index holds is asked of the index itself: whatever a crash left undone, or done and not noted,
    is found here.
    """
    articles = job.shelf.cache.articles
    _find_lag(job, job.shelf.ask(lambda engine: engine.documents()))
    _say_writing(job, "1")
    total, done = articles.pending()["index"], 0
    job.tell("index", 0, total)
    gone = articles.departed("indexed")
    last = 0
    while (keys := articles.undone("indexed", last, _BATCH)) or gone:
        job.shelf.ask(partial(_update, job, keys, gone, done, total))
        _note(job, keys)
        done, gone = done + len(keys), []
        last = keys[-1] if keys else last
        job.tell("index", done, total)
    _say_writing(job, "0")


def _say_writing(job: Job, value: str) -> None:
    with job.shelf.cache.database.transaction() as connection:
        job.shelf.cache.set_meta(connection, INDEXING, value)


def _find_lag(job: Job, held: Mapping[int, int]) -> None:
    cache = job.shelf.cache
    stray = set(held)
    lost = []
    for key, text_hash in cache.articles.indexed():
        stray.discard(key)
        if held.get(key) != stamp_of(text_hash):
            lost.append(key)
    stray.difference_update(cache.articles.undone("indexed", 0, -1))
    if lost or stray:
        with cache.database.transaction() as connection:
            cache.articles.undo(connection, "indexed", lost)
            connection.executemany(
                "INSERT OR IGNORE INTO departed VALUES ('indexed', ?)", [(key,) for key in stray]
            )


def _update(job: Job, keys: list[int], gone: list[int], done: int, total: int, engine: Engine) -> None:
    engine.update(_documents(job, keys, done, total), gone)


def _documents(job: Job, keys: list[int], done: int, total: int) -> Iterator[IndexDocument]:
    for nth, key in enumerate(keys):
        article = job.shelf.cache.articles.article(key)
        if article is not None:
            yield IndexDocument(
                key=key,
                title=article.title,
                body=body_of(article),
                source=article.source,
                author=article.author,
                url=article.url,
                language=article.language,
                published=article.published,
                stamp=stamp_of(article.text_hash),
            )
        job.tell("index", done + nth, total)


def _note(job: Job, keys: list[int]) -> None:
    cache = job.shelf.cache
    with cache.database.transaction() as connection:
        cache.articles.done(connection, "indexed", keys)
        cache.articles.forget(connection, "indexed")
        cache.bump(connection)
