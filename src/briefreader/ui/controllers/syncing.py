"""Bringing the collection up to date behind the screen: progress, and the list that fills meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.errors import Occupied
from briefreader.model import Progress, SyncReport

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.jobs import Cancelled

LOOK_AGAIN_S = 1.0
"""So often the list looks for what the background has read, in seconds."""
_REST_S, _LONGEST_REST_S, _TURN_S = 2.0, 10.0, 0.1


class Syncing:
    """Runs one sync in the background; ``changed`` is called when there is something new to show."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        self._desk, self._changed = desk, changed
        self.report: SyncReport | None = None
        self.mending = False
        self._runs = self._again = False

    @property
    def at_work(self) -> bool:
        """Whether articles are being taken in."""
        return self._runs

    def expect(self) -> None:
        """Say that the files are about to be read."""
        self._show(Progress("list", 0, 0))

    def start(self) -> None:
        """Begin; a sync that still runs is superseded."""
        self.expect()
        self._ask(self._work_patiently)

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
        """Where another takes in the same files, say who, show what it reads, and then take in the rest."""
        say = self._desk.jobs.streaming("sync", self._desk.say)
        told, rest = "", _REST_S
        while True:
            try:
                return self._work(cancelled)
            except Occupied as occupied:
                if str(occupied) != told:
                    told = str(occupied)
                    say(told)
                if not self._look_on(rest, cancelled):
                    raise
                rest = min(1.5 * rest, _LONGEST_REST_S)

    def _look_on(self, seconds: float, cancelled: Cancelled) -> bool:
        """Show for so long what another reads; tell whether to go on."""
        refresh = self._desk.jobs.streaming("sync", lambda _new: self._changed())
        for turn in range(round(seconds / _TURN_S)):
            if cancelled():
                return False
            if turn % round(LOOK_AGAIN_S / _TURN_S) == 0 and self._desk.library.refresh():
                refresh(True)
            time.sleep(_TURN_S)
        return True

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
        if self._desk.library.refresh() and not _is_worth_telling(report):
            refresh(True)
        return report

    def _show(self, step: Progress) -> None:
        self._desk.status.progress = step

    def _finish(self, report: SyncReport) -> None:
        told = _told(report, self.report)
        self.report = report
        self._desk.status.progress = None
        if _is_worth_telling(report):
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


def _is_worth_telling(report: SyncReport) -> bool:
    return report.is_news or bool(report.notices)


def _told(report: SyncReport, last: SyncReport | None) -> str:
    counts = {"new": report.added, "changed": report.changed, "moved": report.moved, "gone": report.removed}
    parts = [f"{count:,} {word}" for word, count in counts.items() if count]
    if report.skipped and (last is None or last.skipped != report.skipped):
        parts.append(f"{len(report.skipped):,} skipped")
    return ", ".join(parts)
