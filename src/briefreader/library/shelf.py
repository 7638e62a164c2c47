"""The shelf: one collection's cache, index and reader's data, each loaded when it is asked for."""

from __future__ import annotations

import shutil
import stat
import threading
from array import array
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefreader import places
from briefreader.store.cache import Cache
from briefreader.store.cache.cache import NAME, discard
from briefreader.store.lock import WriterLock
from briefreader.store.userdata import UserData

if TYPE_CHECKING:
    from briefreader.library.collection import Collection
    from briefreader.library.corrections import CorrectionsBook
    from briefreader.library.marks import MarksBook
    from briefreader.library.roll import Roll
    from briefreader.library.searches import SearchesBook
    from briefreader.search import Engine

_Answer = TypeVar("_Answer")


class Shelf:
    """What the library's rooms work on: one collection's cache, index and reader's data."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.notices: list[str] = []
        self.directory = _private(places.cache_root() / "collections", collection.key, self.notices)
        self.data_directory = _data_directory(collection)
        self.cache = Cache.open(self.directory, self.notices.append)
        self.userdata = UserData.open(self.data_directory, self.notices.append)
        self._generation = self.cache.generation()
        if why := self.userdata.database.refusal:
            self.notices.append(f"No mark or note can be kept in {self.data_directory}: {why}")
        self.lock = WriterLock(self.directory / "lock")
        self._engine: Engine | None = None
        self._loading = threading.RLock()
        self._mending = False

    @cached_property
    def marks(self) -> MarksBook:
        """The book of marks."""
        from briefreader.library.marks import MarksBook

        return MarksBook(self)

    @cached_property
    def searches(self) -> SearchesBook:
        """The book of searches."""
        from briefreader.library.searches import SearchesBook

        return SearchesBook(self)

    @cached_property
    def corrections(self) -> CorrectionsBook:
        """The book of corrections."""
        from briefreader.library.corrections import CorrectionsBook

        return CorrectionsBook(self)

    @cached_property
    def roll(self) -> Roll:
        """The roll of names."""
        from briefreader.library.roll import Roll

        return Roll(self)

    @property
    def engine(self) -> Engine:
        """The search engine, loaded at its first use."""
        with self._loading:
            if self._engine is None:
                self._engine = self._open_engine()
            return self._engine

    def ask(self, question: Callable[[Engine], _Answer]) -> _Answer:
        """Ask the search engine; where its index turns out to be damaged, build it anew and ask again.

        Raises:
            OutOfReach: the index is damaged and another process is writing it.
            IndexUnusable: it cannot be read although it was built just now.
        """
        from briefreader.search import IndexUnusable

        engine = None
        try:
            engine = self.engine
            return question(engine)
        except IndexUnusable:
            with self._loading:
                if self._mending:
                    raise
                if self._engine is engine:  # else another thread has built it anew meanwhile
                    self._mend()
            return question(self.engine)

    def _mend(self) -> None:
        self._engine, self._mending = None, True
        try:
            self._build_index()
        finally:
            self._mending = False

    def _open_engine(self) -> Engine:
        from briefreader.library.knowledge import ShelfKnowledge
        from briefreader.search import open_engine

        return open_engine(self.directory / "index", ShelfKnowledge(self))

    def _build_index(self) -> None:
        from briefreader.library.sync.indexing import index
        from briefreader.library.sync.job import Job

        self.notices.append("The search index was damaged: it is being built again")
        with self.lock:
            shutil.rmtree(self.directory / "index", ignore_errors=True)
            with self.cache.database.transaction() as connection:
                self.cache.articles.undo(connection, "indexed")
            index(Job(self, None, None))

    def all_keys(self) -> array[int]:
        """Return the keys of all articles, in order of date."""
        return self.cache.orders.keys("date", descending=True)

    def rebuild_cache(self) -> None:
        """Throw a damaged cache away and start an empty one; marks are kept elsewhere."""
        with self.lock:
            self.notices.append("The cache was damaged: it is being built again")
            self.cache.close()
            discard(self.directory / NAME)
            self.cache = Cache.open(self.directory, self.notices.append)

    def refresh(self) -> bool:
        """Pick up what was written since the last call; tell whether there was anything."""
        if self.cache.is_replaced():
            # Other threads may be reading the old one: it goes when the last of them lets go.
            self.cache = Cache.open(self.directory, self.notices.append)
        generation = self.cache.generation()
        if self._engine is not None:
            self.ask(lambda engine: engine.refresh())
        changed, self._generation = generation != self._generation, generation
        return changed

    def close(self) -> None:
        """Close files."""
        self.cache.close()
        self.userdata.close()


def _private(root: Path, key: str, notices: list[str]) -> Path:
    """Return the collection's cache directory; what others could write to is emptied, and all beneath it."""
    for directory in (root.parent, root, root / key):
        if _was_exposed(directory):
            notices.append("The cache could be changed by other users: it is being built again")
            shutil.rmtree(directory, ignore_errors=True)
        places.private_directory(directory)
    return directory


def _was_exposed(directory: Path) -> bool:
    try:
        found = directory.lstat()
    except OSError:
        return False
    return places.is_own_directory(found) and bool(stat.S_IMODE(found.st_mode) & 0o077)


def _data_directory(collection: Collection) -> Path:
    root = places.private_directory(places.data_root())
    return places.private_directory(root / "collections") / collection.key
