"""Bringing names and counts in line with the reader's corrections, for what these concern and no more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefreader import entities

if TYPE_CHECKING:
    from briefreader.entities.corrections import Correction
    from briefreader.library.shelf import Shelf

_DIGEST = "corrections"
_ADDED = "corrected articles"


def recast(shelf: Shelf, changed: Sequence[Correction]) -> None:
    """Apply the corrections as they stand, where ``changed`` ones (made or undone) make a difference."""
    from briefreader.entities.corrections import concerned
    from briefreader.library.sync.job import Job
    from briefreader.library.sync.naming import Census
    from briefreader.library.sync.work import find_names

    census = Census(Job(shelf, None, None))
    keys = [
        key for article in _articles(changed) if (key := shelf.cache.articles.key_of_id(article)) is not None
    ]
    found = (shelf.cache.articles.article(key) for key in keys)
    census.enter([find_names(each.key, each.text, each.folds) for each in found if each is not None])
    census.recast({entity for each in changed for entity in concerned(each)})
    note(shelf)


def problems(shelf: Shelf) -> tuple[str, ...]:
    """Return what is wrong in the file of corrections, a sentence each; cheap where there is no file."""
    if not (shelf.data_directory / entities.CORRECTIONS).exists():
        return ()
    return tuple(str(problem) for problem in shelf.corrections.problems())


def stale(shelf: Shelf) -> bool:
    """Tell whether the file of corrections is another than the one that was applied last."""
    return shelf.cache.meta(_DIGEST) != _digest(shelf)


def note(shelf: Shelf) -> None:
    """Write that the corrections as they stand are applied."""
    with shelf.cache.database.transaction() as connection:
        shelf.cache.set_meta(connection, _DIGEST, _digest(shelf))
        shelf.cache.set_meta(connection, _ADDED, "\n".join(sorted(_articles(shelf.corrections.all()))))


def expire(shelf: Shelf) -> None:
    """Have the articles with added mentions, now or before, recognised again."""
    articles = _articles(shelf.corrections.all()) | set((shelf.cache.meta(_ADDED) or "").split())
    keys = [key for article in articles if (key := shelf.cache.articles.key_of_id(article)) is not None]
    with shelf.cache.database.transaction() as connection:
        shelf.cache.articles.undo(connection, "recognised", keys)


def _articles(corrections: Iterable[Correction]) -> set[str]:
    from briefreader.entities.corrections import Add

    return {each.article for each in corrections if isinstance(each, Add)}


def _digest(shelf: Shelf) -> str:
    path = shelf.corrections.path
    return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.exists() else ""
