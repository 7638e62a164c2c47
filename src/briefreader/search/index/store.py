"""The index's directory: made, opened with care, written by one, read by many."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from whoosh.index import LockError

from briefreader.errors import OutOfReach
from briefreader.search.documents import IndexDocument
from briefreader.search.errors import IndexLocked, IndexUnusable
from briefreader.search.index.entries import entry
from briefreader.search.index.policy import to_merge
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.index.storage import Storage
from briefreader.search.index.sums import DamageError
from briefreader.search.index.whoosh_parts import ArrayWriter, parts_of, schema

SEGMENT_WORDS = 4_000_000  # words gathered in memory before they are written: some 150 MB
_HOLDER = "writer.pid"


class Store:
    """A Whoosh index in a directory of its own."""

    def __init__(self, directory: Path) -> None:
        """Open the index in ``directory``, making directory and index where there is none.

        Raises:
            IndexUnusable: there is one, and it cannot be trusted or read.
        """
        self._directory = directory
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _insist_on_privacy(directory)
        storage = Storage(str(directory))
        with _distrust(directory):
            fresh = not any(directory.glob("_MAIN_*.toc"))
            self._index = storage.create_index(schema()) if fresh else storage.open_index(schema=schema())
        self._last: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """Return the index as it stands; segments that were read before are not read again.

        Raises:
            IndexUnusable: it is damaged.
        """
        last = self._last
        with _distrust(self._directory):
            if last is not None and last.generation == self._index.latest_generation():
                return last
            known = {segment.name: segment for segment in last.segments} if last else {}
            self._last = Snapshot.of(*parts_of(self._index, known), known)
            return self._last

    def update(
        self, add: Iterable[IndexDocument], remove: Iterable[int], done: Callable[[int], None]
    ) -> None:
        """Add documents (they replace those with their keys), remove others, and commit.

        Raises:
            IndexLocked: another process is writing.
            IndexUnusable: what is there proves to be damaged.
            OutOfReach: the files cannot be written; the index stays as it was at the last commit.
        """
        gone, count, pending, more = set(remove), 0, iter(add), True
        while more:
            with self.writer() as writer:
                taken: set[int] = set()
                more = False
                for document in pending:
                    if document.key in taken or writer.words >= SEGMENT_WORDS:
                        pending, more = chain((document,), pending), True
                        break
                    writer.add_document(**entry(document, writer.vocabularies))
                    taken.add(document.key)
                    count += 1
                    done(count)
                self._commit(writer, gone | taken)
                gone.clear()

    @contextmanager
    def writer(self) -> Iterator[ArrayWriter]:
        """Hold the index for writing; what is not committed at the end is given up.

        Raises:
            IndexLocked: another process is writing.
        """
        with _telling(self._directory):
            try:
                writer = ArrayWriter(self._index)
            except LockError:
                raise self._locked() from None
            try:
                (self._directory / _HOLDER).write_text(str(os.getpid()))
                yield writer
            finally:
                writer.let_go()

    def _commit(self, writer: ArrayWriter, gone: set[int]) -> None:
        replaced = self.snapshot().numbers_of(gone).tolist()
        for number in replaced:
            writer.delete_document(number)
        try:
            if replaced or writer.doc_count():
                writer.commit(mergetype=_merge)
        except DamageError as error:
            raise _unusable(self._directory, error) from error

    def _locked(self) -> IndexLocked:
        try:
            holder = int((self._directory / _HOLDER).read_text())
        except (OSError, ValueError):
            holder = None
        who = f"process {holder}" if holder else "another process"
        return IndexLocked(
            f"{who} is writing the search index in {self._directory}; wait until it is done.", holder
        )


def _merge(writer: Any, segments: Sequence[Any]) -> list[Any]:
    """Merge by policy; what it leaves alone is returned, as Whoosh wants it."""
    sizes = [segment.doc_count_all() - segment.deleted_count() for segment in segments]
    chosen = set(to_merge(sizes, writer.doc_count()))
    for place in sorted(chosen):
        writer.add_segment(segments[place])
    return [segment for place, segment in enumerate(segments) if place not in chosen]


def _insist_on_privacy(directory: Path) -> None:
    """Refuse a directory that another user could write to: opening an index runs what it says (a pickle)."""
    status = directory.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & 0o077:
        raise IndexUnusable(
            f"The index directory {directory} is not private to you; remove it, and it is built anew."
        )


@contextmanager
def _telling(directory: Path) -> Iterator[None]:
    """Turn what the file system refuses into one sentence."""
    try:
        yield
    except OSError as error:
        why = error.strerror or "the file system refuses"
        message = f"The search index in {directory} cannot be written ({why}); make room and try again."
        raise OutOfReach(message) from error


@contextmanager
def _distrust(directory: Path) -> Iterator[None]:
    """Turn whatever a damaged index raises into one error: Whoosh does not say what it may be."""
    try:
        yield
    except (IndexUnusable, MemoryError):
        raise
    except Exception as error:
        raise _unusable(directory, error) from error


def _unusable(directory: Path, error: Exception) -> IndexUnusable:
    return IndexUnusable(f"The search index in {directory} cannot be read ({error}); it must be built anew.")
