"""Going to the other screens: timeline, who with whom, import report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.model import Entity, Facet, SyncReport
from briefreader.ui.commands import action
from briefreader.ui.controllers.search_narrowing import term

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.main import MainScreen


class Going:
    """Opens a screen over the main one and acts on what was chosen there."""

    def __init__(self, screen: MainScreen, desk: Desk, listing: Listing) -> None:
        self._screen, self._desk, self._listing = screen, desk, listing

    @action("go.report")
    def report(self) -> None:
        """Go to the last import report."""
        self._desk.jobs.ask(
            "report",
            lambda _cancelled: self._desk.library.report(),
            self._show_report,
        )

    def _show_report(self, report: SyncReport | None) -> None:
        from briefreader.ui.screens.report import ReportScreen

        self._screen.app.push_screen(ReportScreen(report))

    @action("go.timeline", when=lambda self: self._listing.found)
    def timeline(self) -> None:
        """Go to the timeline of what is listed."""
        from briefreader.ui.screens.timeline import TimelineScreen

        if self._listing.found:
            self._screen.app.push_screen(
                TimelineScreen(self._desk.library, self._listing.found.listing), self._narrow
            )

    @action("go.together", when=lambda self: self._listing.found)
    def together(self) -> None:
        """Go to who is mentioned with whom."""
        from briefreader.ui.screens.together import TogetherScreen

        if self._listing.found:
            self._screen.app.push_screen(
                TogetherScreen(self._desk.library, self._listing.found.listing), self._narrow_to_both
            )

    def _narrow(self, subject: Entity | Facet | None) -> None:
        scope = self._listing.scope
        if isinstance(subject, Facet):
            self._listing.go(replace(scope, query=f"{scope.query} {term(subject)}".strip(), typing=False))
        elif subject:
            self._listing.narrow(subject)

    def _narrow_to_both(self, pair: tuple[Entity, Entity] | None) -> None:
        if pair:
            self._listing.go(replace(self._listing.scope, only=pair))
