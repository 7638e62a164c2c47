"""Folding the lines that recur in an outlet's articles, once enough of them have been read.

Only outlets with new or changed articles are looked at, and of each only a sample of its articles.
"""

from __future__ import annotations

import random
from collections import defaultdict

from briefreader.ingest.folding.recurring import fold_recurring, line_keys, outlet, recurring
from briefreader.library.amending import change_given
from briefreader.library.sync.batches import batched
from briefreader.library.sync.job import Job

_LEAST = 3
_SAMPLE = 200
_BATCH = 200


def fold_what_recurs(job: Job) -> None:
    """Fold recurring lines in new and changed articles, and in the sample that they were found in."""
    articles = job.shelf.cache.articles
    outlets: defaultdict[str, list[int]] = defaultdict(list)
    fresh: set[int] = set()
    for key, is_fresh, source, url in articles.outlets():
        name = outlet(source, url)
        if name is not None:
            outlets[name].append(key)
            if is_fresh:
                fresh.add(key)
    for keys in outlets.values():
        if len(keys) >= _LEAST and not fresh.isdisjoint(keys):
            _fold_in_outlet(job, keys, fresh)


def _fold_in_outlet(job: Job, keys: list[int], fresh: set[int]) -> None:
    # A fixed seed: the same collection folds the same lines on every machine.
    sample = keys if len(keys) <= _SAMPLE else random.Random(0).sample(keys, _SAMPLE)  # noqa: S311
    found = recurring([_lines(job, key) for key in sample])
    if not found:
        return
    for batch in batched(sorted({*sample, *fresh.intersection(keys)}), _BATCH):
        job.stop_if_cancelled()
        with job.shelf.cache.database.transaction() as connection:
            for key in batch:
                change_given(job.shelf, connection, key, lambda article: fold_recurring(article, found))


def _lines(job: Job, key: int) -> frozenset[int]:
    article = job.shelf.cache.articles.article(key)
    return line_keys(article) if article is not None else frozenset()
