"""What the last import took in, and what it skipped and why."""

from __future__ import annotations

from briefreader.model import SyncReport
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets.choice_list import Choice

ARTICLES = "Articles"


class ReportScreen(BrowseScreen[None], inherit_bindings=False):
    """Counts first, then every file that could not be read."""

    TITLE_SHOWN = "Import report"
    NOTHING = "Nothing has been imported yet"

    def __init__(self, report: SyncReport | None) -> None:
        super().__init__()
        self._report = report

    def on_mount(self) -> None:
        """Show the report."""
        super().on_mount()
        if self._report:
            self.rows.show(report_rows(self._report), {ARTICLES: self._report.articles})
        else:
            self.rows.empty_text = self.nothing


def report_rows(report: SyncReport) -> list[Choice[None]]:
    """Lay out a report: counts by kind, then what was skipped."""
    counts = {
        "new": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "removed": report.removed,
        "unchanged": report.unchanged,
    }
    rows = [Choice(None, word, lead=f"{count:>9,}", group=ARTICLES) for word, count in counts.items()]
    return rows + [Choice(None, each.path, note=each.reason, group="Skipped") for each in report.skipped]
