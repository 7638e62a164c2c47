"""Bringing a collection up to date, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.library.faces.face import Cancelled, Face, OnProgress
from briefreader.model import SyncReport

if TYPE_CHECKING:
    from briefreader.library.sync.watch import Watch


class Syncing(Face):
    """Brings the cache up to date with the files."""

    def sync(
        self,
        *,
        progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
        rebuild: bool = False,
    ) -> SyncReport:
        """Bring cache, index, entities and stories up to date with the files, in this process.

        ``progress`` is called from this thread. Work done before a cancellation stays done.

        Raises:
            OutOfReach: another process is writing; the sentence names its host and pid.
        """
        from briefreader.library.sync import run

        return run.sync(self._shelf, progress=progress, cancelled=cancelled, rebuild=rebuild)

    def sync_in_background(
        self,
        *,
        progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
        rebuild: bool = False,
    ) -> SyncReport:
        """Do as :meth:`sync` does, in a process of its own: only the calling thread waits."""
        from briefreader.library.sync import background

        return background.sync(self._shelf, progress=progress, cancelled=cancelled, rebuild=rebuild)

    def watch(self, changed: Callable[[], None], *, cancelled: Cancelled) -> None:
        """Call ``changed`` each time files under the roots may have changed, until ``cancelled`` says so.

        Raises:
            OutOfReach: the files cannot be watched.
        """
        from briefreader.library.sync import watch

        watch.watch(self._shelf.collection.roots, changed, cancelled, begun=changed)

    def watch_in_background(self, *, poll: bool | None = None) -> Watch:
        """Begin to watch in a process of its own.

        ``poll`` looks at every file now and then; None does so only where the system tells of no changes.
        """
        from briefreader.library.sync.watch import Watch

        return Watch(self._shelf.collection.roots, poll=poll)

    def refresh(self) -> bool:
        """Pick up what another process or thread wrote; tell whether anything is new since the last call."""
        return self._shelf.refresh()

    def report(self) -> SyncReport | None:
        """Return what the last sync came to, None before the first."""
        return self._shelf.cache.sync_report()

    def check(self) -> list[str]:
        """Read the whole cache and say, in a sentence each, what is damaged in it."""
        return [] if self._shelf.cache.check() else ["the cache is damaged: run briefreader index --rebuild"]

    def repair(self, *, progress: OnProgress | None = None) -> SyncReport:
        """Throw the cache away and build it anew: the way on from a :class:`sqlite3.DatabaseError`.

        What the reader made stays.

        Raises:
            OutOfReach: another process is writing.
        """
        self._shelf.rebuild_cache()
        return self.sync(progress=progress)

    def pending(self) -> dict[str, int]:
        """Count the articles that are not yet searchable (``index``) or not yet recognised (``entities``)."""
        return self._shelf.cache.articles.pending()
