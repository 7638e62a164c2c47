"""Bringing the collection up to date behind the screen: progress, and the list that fills meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from briefreader.errors import OutOfReach
from briefreader.model import Progress, SyncReport

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.jobs import Cancelled

LOOK_AGAIN_S = 1.0
"""So often the list looks for what the background has read, in seconds."""
_REST_S = 2.0
_WAITS = 30


class Syncing:
    """Runs one sync in the background; ``changed`` is called when there is something new to show."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        self._desk, self._changed = desk, changed
        self.report: SyncReport | None = None
        self.mending = False
        self._runs = self._again = False

    def expect(self) -> None:
        """Say that the files are about to be read."""
        self._show(Progress("list", 0, 0))

    def start(self) -> None:
        """Begin; a sync that still runs is superseded."""
        self.expect()
        self._ask(self._work)

    def catch_up(self) -> None:
        """Take in what has changed since, at once or after the sync that still runs."""
        if self._runs or self.mending:
            self._again = True
        else:
            self._ask(self._work_patiently)

    def _ask(self, work: Callable[[Cancelled], SyncReport]) -> None:
        self._runs = True
        self._desk.jobs.ask("sync", work, self._finish, failed=lambda error: self._fail(str(error)))

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

    def _work_patiently(self, cancelled: Cancelled) -> SyncReport:
        """Wait for another reader that takes in the same files; what it leaves is then taken in here."""
        for _ in range(_WAITS):
            with suppress(OutOfReach):
                return self._work(cancelled)
            if not _rest(cancelled):
                break
        return self._work(cancelled)

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
        if self._desk.library.refresh() and not _is_news(report):
            refresh(True)
        return report

    def _show(self, step: Progress) -> None:
        self._desk.status.progress = step

    def _finish(self, report: SyncReport) -> None:
        told = _told(report, self.report)
        self.report = report
        self._desk.status.progress = None
        if _is_news(report):
            self._changed()
        if report.notices:
            self._desk.say(report.notices[0])
        elif told and not self._desk.status.message:
            self._desk.say(told)
        self._go_on()

    def _fail(self, sentence: str) -> None:
        self.mending = False
        self._desk.status.progress = None
        self._desk.say(sentence)
        self._go_on()

    def _go_on(self) -> None:
        self._runs = False
        if self._again:
            self._again = False
            self.catch_up()


def reading(step: Progress | None) -> str:
    """Return what an empty list says while a collection is read for the first time."""
    if step is None:
        return ""
    if step.stage == "read" and step.total:
        return f"Reading … {step.done:,} of {step.total:,} files"
    if step.stage == "read" and step.done:
        return f"Reading … {step.done:,} articles"
    return "Reading …"


def _is_news(report: SyncReport) -> bool:
    return bool(report.added or report.changed or report.moved or report.removed or report.notices)


def _told(report: SyncReport, last: SyncReport | None) -> str:
    counts = {"new": report.added, "changed": report.changed, "moved": report.moved, "gone": report.removed}
    parts = [f"{count:,} {word}" for word, count in counts.items() if count]
    if report.skipped and (last is None or last.skipped != report.skipped):
        parts.append(f"{len(report.skipped):,} skipped")
    return ", ".join(parts)


def _rest(cancelled: Cancelled) -> bool:
    """Wait a little; tell whether to go on."""
    for _ in range(20):
        if cancelled():
            return False
        time.sleep(_REST_S / 20)
    return True
