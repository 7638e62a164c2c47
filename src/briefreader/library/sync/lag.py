"""Whether a stage has anything to do: told from the cache alone, without loading what would do it."""

from __future__ import annotations

from briefreader import compare, entities
from briefreader.library import recasting
from briefreader.library.sync.job import Job

UNSETTLED = "marks are to be settled"
INDEXING = "index is being written"
COUNTING = "entities are being counted"


def to_settle(job: Job) -> bool:
    """Tell whether articles came, changed or went since marks were last given to them."""
    return job.shelf.cache.meta(UNSETTLED) != "0"


def to_index(job: Job) -> bool:
    """Tell whether the index lags, or may: it was being written when a sync ended, or it is not there."""
    cache, index = job.shelf.cache, job.shelf.directory / "index"
    return (
        bool(cache.articles.undone("indexed", 0, 1) or cache.articles.departed("indexed"))
        or cache.meta(INDEXING) != "0"
        or not index.is_dir()
        or not any(index.iterdir())
    )


def to_recognise(job: Job) -> bool:
    """Tell whether names are to be found, forgotten, counted or corrected."""
    cache = job.shelf.cache
    return (
        bool(cache.articles.undone("recognised", 0, 1) or cache.articles.departed("recognised"))
        or cache.meta(COUNTING) != "0"
        or cache.meta("recogniser") != entities.version()
        or recasting.stale(job.shelf)
    )


def to_relate(job: Job) -> bool:
    """Tell whether the collection is to be grouped by story again."""
    cache = job.shelf.cache
    return (
        bool(cache.articles.undone("related", 0, 1) or cache.articles.departed("related"))
        or cache.meta("digests") != str(compare.DIGEST_VERSION)
        or cache.stories.is_waiting()
    )
