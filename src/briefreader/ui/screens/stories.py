"""The collection by story: who reported first, who repeated whom word for word, what is nearly the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from briefreader.ui.commands import action
from briefreader.ui.contents.story_rows import (
    COPIES_APART,
    Repeats,
    Report,
    Telling,
    choices,
    repeats,
    tellings,
)
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.comparing import Echo

TOLD_AT_ONCE = 12
"""Stories of which it is told at once who repeats whom; of others when one rests on them."""


class StoriesScreen(BrowseScreen[Passage], inherit_bindings=False):
    """Lists stories and, under each, its articles in order of time; dismissed with the article chosen."""

    TITLE_SHOWN = "Stories"
    NOTHING = "No two articles tell of one affair, as far as can be seen"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._told: list[Telling] = []
        self._repeats: dict[int, Mapping[str, Echo]] = {}
        self._opened: set[str] = set()

    def on_mount(self) -> None:
        """Read the stories beside the screen."""
        super().on_mount()
        self.rows.empty_text = "Reading the stories …"
        self.jobs.ask("stories", lambda cancelled: tellings(self._library, cancelled), self._take)

    def _take(self, told: list[Telling]) -> None:
        self._told = told
        self._show()
        self._ask_who_repeats("repeats at once", range(min(TOLD_AT_ONCE, len(told))))

    def _show(self) -> None:
        self.fill(choices(self._told, self._repeats, self._opened))
        stories = sum(telling.title != COPIES_APART for telling in self._told)
        self.rows.border_title = Content(f"{self.TITLE_SHOWN} {stories:,}")

    def _ask_who_repeats(self, kind: str, numbers: Iterable[int]) -> None:
        self.jobs.ask(
            kind,
            lambda cancelled: repeats(self._library, self._told, numbers, cancelled),
            self._tell_who_repeats,
        )

    def _tell_who_repeats(self, found: Repeats) -> None:
        cursor = self.rows.cursor
        self._repeats.update(found)
        self._show()
        self.rows.go_to(cursor)

    @on(VirtualList.RowRested)
    def _rested(self) -> None:
        report = self.report
        if report and report.story >= TOLD_AT_ONCE and report.story not in self._repeats:
            self._ask_who_repeats("repeats", [report.story])

    @property
    def report(self) -> Report | None:
        """The article under the cursor."""
        choice = self.rows.choice
        return choice.value if choice and isinstance(choice.value, Report) else None

    @property
    def _copied(self) -> Report | None:
        """The report under the cursor, if it has copies or is one."""
        return self.report if self.report and (self.report.variants or self.report.of) else None

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self.report)
    def open_article(self) -> None:
        """Read the article."""
        if report := self.report:
            self.dismiss(Passage(report.article.id))

    @action("stories.variants", when=lambda self: self._copied)
    def show_variants(self) -> None:
        """List the texts that are nearly the same below the first of them, or fold them again."""
        if report := self._copied:
            first = report.of or report.article.id
            self._opened ^= {first}
            cursor = self.rows.cursor if not report.of else self._row_of(first)
            self._show()
            self.rows.go_to(cursor)

    def _row_of(self, article: str) -> int:
        shown = choices(self._told, self._repeats, self._opened)
        return next(row for row, choice in enumerate(shown) if choice.value.article.id == article)

    @action("stories.compare", when=lambda self: self.report and self.report.beside)
    def compare(self) -> None:
        """Set the article beside its copy, the one it repeats, or the first of its story."""
        report = self.report
        if report and len(report.variants) == 1:
            self._compare(report.article.id, report.variants[0].id)
        elif report and report.variants:
            self._choose(report)
        elif report and report.beside:
            self._compare(report.beside, report.article.id)

    def _choose(self, report: Report) -> None:
        """Ask which of several copies to set beside the article."""
        from briefreader.ui.screens.chooser import Chooser

        copies = [
            Choice(each.id, each.title, lead=(each.published or "no date")[:10], note=each.source or "")
            for each in report.variants
        ]
        self.app.push_screen(
            Chooser("Compare with", copies),
            lambda chosen: self._compare(report.article.id, chosen) if chosen else None,
        )

    def _compare(self, one: str, other: str) -> None:
        from briefreader.ui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self._library, (one, other)), self._leave)

    def _leave(self, passage: Passage | None) -> None:
        if passage:
            self.dismiss(passage)
