"""The stage that finds names in articles and keeps track of whom they mean across the collection."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefreader import entities
from briefreader.entities import Name, NameUse, Resolver
from briefreader.entities.additions import with_added
from briefreader.entities.corrections import Add
from briefreader.errors import BadData
from briefreader.library import recasting
from briefreader.library.sync.job import Job
from briefreader.library.sync.lag import COUNTING
from briefreader.library.sync.pool import Pool
from briefreader.library.sync.work import Named, NameTask
from briefreader.model import Article, Fold
from briefreader.store.cache.mentions import NameKey, Use

_TASK_CHARACTERS = 200_000
_BATCH = 200
_PAGE = 200


def recognise(job: Job, pool: Pool) -> None:
    """Find the names in every article that is new or changed, and forget those of articles that are gone."""
    cache = job.shelf.cache
    _expire(job)
    corrected = recasting.stale(job.shelf)
    if corrected:
        recasting.expire(job.shelf)
    total = cache.articles.pending()["entities"]
    gone = cache.articles.departed("recognised")
    if not total and not gone and not corrected and cache.meta(COUNTING) != "1":
        return
    census = Census(job)
    if corrected:
        census.recast(None)
    census.leave(gone)
    batch: list[Named] = []
    job.tell("entities", 0, total)
    for done, named in enumerate(pool.map(_tasks(job)), 1):
        batch.append(named)
        if len(batch) >= _BATCH:
            census.enter(batch)
            batch = []
        job.tell("entities", done, total)
    census.enter(batch)
    census.count()
    recasting.note(job.shelf)


class Census:
    """Keeps names, entities and their counts in line with the articles' mentions, batch by batch.

    Counting waits until as much again has come as there was at the last count: a large collection is
    counted a dozen times while it grows, not at every batch.
    """

    def __init__(self, job: Job) -> None:
        self._cache = job.shelf.cache
        names = {Name(*name): articles for name, articles in self._cache.entities.names()}
        corrections = job.shelf.corrections.all()
        self._resolver = Resolver(names, self._cache.entities.acronyms(), corrections)
        self._added: defaultdict[str, list[Add]] = defaultdict(list)
        for each in corrections:
            if isinstance(each, Add):
                self._added[each.article].append(each)
        self._touched: set[str] | None = set() if self._cache.meta(COUNTING) != "1" else None
        self._waiting = 0
        self._counted = self._cache.articles.count() - self._cache.articles.pending()["entities"]

    def leave(self, keys: list[int]) -> None:
        """Forget articles that are gone."""
        for start in range(0, len(keys), _BATCH):
            with self._cache.database.transaction() as connection:
                names: set[Name] = set()
                for key in keys[start : start + _BATCH]:
                    names |= self._forget(connection, key)
                self._settle(connection, names)
        with self._cache.database.transaction() as connection:
            self._cache.articles.forget(connection, "recognised")

    def enter(self, batch: list[Named]) -> None:
        """Take in articles, new or changed.

        Raises:
            BadData: the recogniser failed on every one of them, so the fault is its own.
        """
        if batch and all(named.failure for named in batch):
            raise BadData(f"names cannot be recognised: {batch[0].failure}; install briefreader again")
        with self._cache.database.transaction() as connection:
            names: set[Name] = set()
            for named in map(self._completed, batch):
                names |= self._forget(connection, named.key)
                self._resolver.add(named.uses)
                names |= {use.name for use in named.uses}
                self._cache.mentions.put(
                    connection, named.key, named.mentions, named.names, [_use(use) for use in named.uses]
                )
            self._settle(connection, names)
            self._cache.articles.done(connection, "recognised", [named.key for named in batch])
            self._cache.bump(connection)
        self._waiting += len(batch)
        if self._waiting > max(_BATCH, self._counted):
            self.count()

    def recast(self, concerned: Iterable[str] | None) -> None:
        """Settle and count anew what the entities ``concerned`` (ids; None: all) can mean."""
        self._resolver.touch(concerned)
        with self._cache.database.transaction() as connection:
            self._settle(connection, set())
        self.count()

    def count(self) -> None:
        """Bring the counts of the entities touched since the last count up to date."""
        with self._cache.database.transaction() as connection:
            self._settle(connection, set(), final=True)
            self._cache.entities.recount(connection, self._touched)
            self._cache.set_meta(connection, COUNTING, "0")
            self._cache.bump(connection)
        self._counted += self._waiting
        self._touched, self._waiting = set(), 0

    def _completed(self, named: Named) -> Named:
        """Return the names in an article with those that the reader has added."""
        info = self._cache.articles.infos([named.key]).get(named.key) if self._added else None
        added = self._added.get(info.id) if info else None
        article = self._cache.articles.article(named.key) if added else None
        if not added or article is None:
            return named
        mentions, names = with_added(named.mentions, named.names, added, article.text)
        return replace(
            named, mentions=tuple(mentions), names=tuple(names), uses=tuple(entities.uses_of(mentions, names))
        )

    def _forget(self, connection: sqlite3.Connection, key: int) -> set[Name]:
        uses = [NameUse(Name(*use.name), *use[1:]) for use in self._cache.mentions.uses(key)]
        if uses:
            self._resolver.remove(uses)
            self._cache.mentions.drop(connection, key)
        return {use.name for use in uses}

    def _settle(self, connection: sqlite3.Connection, names: set[Name], *, final: bool = False) -> None:
        touched = set(self._cache.entities.of_names(map(_key, names)).values())
        meant = {
            _key(name): each and (each.id, each.name, each.type)
            for name, each in self._resolver.settle(final=final).items()
        }
        articles = self._resolver.articles()
        counts = {_key(name): articles.get(name, 0) for name in names}
        touched |= self._cache.entities.settle(connection, meant, counts)
        self._cache.set_meta(connection, COUNTING, "1")
        if self._touched is not None:
            self._touched |= touched


def _expire(job: Job) -> None:
    """Have every article recognised again when the recogniser is another than the one that did it."""
    cache = job.shelf.cache
    version = entities.version()
    if cache.meta("recogniser") != version:
        with cache.database.transaction() as connection:
            cache.articles.undo(connection, "recognised")
            cache.set_meta(connection, "recogniser", version)


def _tasks(job: Job) -> Iterator[NameTask]:
    bundle: list[tuple[int, str, tuple[Fold, ...]]] = []
    size = 0
    for article in _articles(job):
        bundle.append((article.key, article.text, article.folds))
        size += len(article.text)
        if size >= _TASK_CHARACTERS:
            yield NameTask(tuple(bundle))
            bundle, size = [], 0
    if bundle:
        yield NameTask(tuple(bundle))


def _articles(job: Job) -> Iterator[Article]:
    last = 0
    articles = job.shelf.cache.articles
    while keys := articles.undone("recognised", last, _PAGE):
        for key in keys:
            if (article := articles.article(key)) is not None:
                yield article
        last = keys[-1]


def _use(use: NameUse) -> Use:
    return Use(_key(use.name), use.surface, use.times, use.first)


def _key(name: Name) -> NameKey:
    return name.type, name.text
