"""The collection by story: who reported first, who repeated whom word for word, what is nearly the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from briefreader.model import ArticleInfo, Duplicates, Story
from briefreader.ui.commands import action
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.compare import Echo
    from briefreader.library import Library

TOLD_AT_MOST = 40
"""Articles of one story beyond which nobody asks who repeats whom: it would take too long."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article within a story, and the one worth setting beside it."""

    article: ArticleInfo
    beside: str | None


class StoriesScreen(BrowseScreen[Passage], inherit_bindings=False):
    """Lists stories and, under each, its articles in order of time; dismissed with the article chosen."""

    TITLE_SHOWN = "Stories"
    NOTHING = "No two articles tell of one affair, as far as can be seen"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def on_mount(self) -> None:
        """Read the stories beside the screen."""
        super().on_mount()
        self.jobs.ask("stories", lambda cancelled: reports(self._library, cancelled), self.fill)

    @property
    def _report(self) -> Report | None:
        choice = self.rows.choice
        return choice.value if choice and isinstance(choice.value, Report) else None

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self._report)
    def open_article(self) -> None:
        """Read the article."""
        if report := self._report:
            self.dismiss(Passage(report.article.id))

    @action("stories.compare", when=lambda self: self._report and self._report.beside)
    def compare(self) -> None:
        """Set the article beside the one it repeats, or beside the first of its story."""
        from briefreader.ui.screens.compare import CompareScreen

        report = self._report
        if report and report.beside:
            refs = (report.beside, report.article.id)
            self.app.push_screen(CompareScreen(self._library, refs), self._leave)

    def _leave(self, passage: Passage | None) -> None:
        if passage:
            self.dismiss(passage)


def reports(library: Library, cancelled: Callable[[], bool]) -> list[Choice[Report]]:
    """Return the articles of all stories, story by story; runs in a thread."""
    found = library.stories()
    rows: list[Choice[Report]] = []
    for story in found.stories:
        if cancelled():
            return []
        echoes = library.echoes(story.articles) if len(story.articles) <= TOLD_AT_MOST else ()
        rows += _reports(library, story, {echo.article: echo for echo in echoes}, found.duplicates)
    return rows


def _reports(
    library: Library, story: Story, echoes: dict[str, Echo], duplicates: tuple[Duplicates, ...]
) -> list[Choice[Report]]:
    infos = {name: library.info(name) for name in story.articles}
    rows = []
    for place, (name, info) in enumerate(infos.items()):
        echo = echoes.get(name)
        repeats = echo.repeats if echo else None
        remark = "first" if place == 0 else ""
        if echo and repeats:
            remark = f"{echo.words} words as in {infos[repeats].source or infos[repeats].title}"
        variants = next((len(group.articles) - 1 for group in duplicates if name in group.articles), 0)
        if variants:
            remark += (
                f"{', ' if remark else ''}nearly the same as {variants} other{'s' if variants > 1 else ''}"
            )
        beside = repeats or (story.articles[0] if place else (story.articles[1:2] or (None,))[0])
        note = "  ".join(part for part in (info.source or "", remark) if part)
        lead = (info.published or "no date")[:10]
        rows.append(Choice(Report(info, beside), info.title, lead=lead, note=note, group=story.title))
    return rows
