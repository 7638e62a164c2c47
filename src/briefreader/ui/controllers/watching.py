"""Noticing new and changed files while the reader is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.errors import BriefreaderError

if TYPE_CHECKING:
    from briefreader.library.sync.watch import Watch
    from briefreader.ui.controllers.syncing import Syncing
    from briefreader.ui.desk import Desk
    from briefreader.ui.jobs import Cancelled


class Watching:
    """Has the files brought up to date when it begins, and again whenever they change."""

    def __init__(self, desk: Desk, syncing: Syncing) -> None:
        self._desk, self._syncing = desk, syncing
        self._watch: Watch | None = None
        self._begun = False

    def start(self) -> None:
        """Begin. The first sync waits until changes are noticed, so that none falls in between."""
        self._syncing.expect()
        self._desk.jobs.ask("watch", self._work, lambda _ended: None, failed=self._fail)

    def stop(self) -> None:
        """End at once: the reader is being left."""
        if self._watch:
            self._watch.stop()

    def _work(self, cancelled: Cancelled) -> None:
        begin = self._desk.jobs.streaming("watch", lambda _begun: self._begin())
        catch_up = self._desk.jobs.streaming("watch", lambda _changed: self._syncing.catch_up())
        poll = True if self._desk.settings.list.watch == "poll" else None
        self._watch = self._desk.library.watch_in_background(poll=poll)
        self._watch.follow(lambda: catch_up(True), cancelled=cancelled, begun=lambda: begin(True))

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._syncing.start()

    def _fail(self, error: BriefreaderError) -> None:
        self._desk.say(str(error))
        self._begin()
