"""Bringing the collection up to date behind the screen: progress, and the list that fills meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Progress, SyncReport

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.jobs import Cancelled

LOOK_AGAIN_S = 1.0
"""So often the list looks for what the background has read, in seconds."""


class Syncing:
    """Runs one sync in the background; ``changed`` is called when there is something new to show."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        self._desk, self._changed = desk, changed
        self.report: SyncReport | None = None
        self.mending = False

    def start(self) -> None:
        """Begin; a sync that still runs is superseded."""
        self._show(Progress("list", 0, 0))
        self._desk.jobs.ask("sync", self._work, self._finish, failed=lambda error: self._fail(str(error)))

    def mend(self) -> None:
        """Build the cache anew, as it is damaged; asked again meanwhile, go on with that."""
        if self.mending:
            return
        self.mending = True
        self._desk.say("The cache is damaged and is being built again; your marks and notes are safe")
        self._desk.jobs.ask("sync", self._repair, self._mended, failed=lambda error: self._fail(str(error)))

    def _repair(self, _cancelled: Cancelled) -> SyncReport:
        return self._desk.library.repair(progress=self._desk.jobs.streaming("sync", self._show))

    def _mended(self, report: SyncReport) -> None:
        self.mending = False
        self._finish(report)
        self._changed()

    def _work(self, cancelled: Cancelled) -> SyncReport:
        show = self._desk.jobs.streaming("sync", self._show)
        refresh = self._desk.jobs.streaming("sync", lambda _new: self._changed())
        looked = time.monotonic()

        def progress(step: Progress) -> None:
            nonlocal looked
            show(step)
            if time.monotonic() - looked >= LOOK_AGAIN_S:
                looked = time.monotonic()
                if self._desk.library.refresh():
                    refresh(True)

        report = self._desk.library.sync_in_background(progress=progress, cancelled=cancelled)
        self._desk.library.refresh()
        return report

    def _show(self, step: Progress) -> None:
        self._desk.status.progress = step

    def _finish(self, report: SyncReport) -> None:
        self.report = report
        self._desk.status.progress = None
        if report.added or report.changed or report.moved or report.removed or report.notices:
            self._changed()
        if report.notices:
            self._desk.say(report.notices[0])
        elif (said := _told(report)) and not self._desk.status.message:
            self._desk.say(said)

    def _fail(self, sentence: str) -> None:
        self.mending = False
        self._desk.status.progress = None
        self._desk.say(sentence)


def reading(step: Progress | None) -> str:
    """Return what an empty list says while a collection is read for the first time."""
    if step is None:
        return ""
    if step.stage == "read" and step.total:
        return f"Reading … {step.done:,} of {step.total:,} files"
    return "Reading …"


def _told(report: SyncReport) -> str:
    counts = {"new": report.added, "changed": report.changed, "moved": report.moved, "gone": report.removed}
    parts = [f"{count:,} {word}" for word, count in counts.items() if count]
    if report.skipped:
        parts.append(f"{len(report.skipped):,} skipped")
    return ", ".join(parts)
