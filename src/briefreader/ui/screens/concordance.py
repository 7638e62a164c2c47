"""The concordance: every mention of a name, or match of a query, in the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from briefreader.model import ONE_OF, Occurrence, Span
from briefreader.ui.commands import action
from briefreader.ui.contents.kwic import Sort, arranged
from briefreader.ui.controllers.exporting import OF_LINES, Exports
from briefreader.ui.controllers.moving import Moving
from briefreader.ui.controllers.prompting import filter_question
from briefreader.ui.passage import Passage
from briefreader.ui.screens.footed import FootedScreen
from briefreader.ui.widgets.kwic_list import KwicList
from briefreader.ui.widgets.strips import plain
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Concordance, Library

LIMIT = 20_000
"""At most so many lines are listed."""
_SORTED: dict[Sort, str] = {
    "article": "as listed",
    "left": "by the words before",
    "right": "by the words after",
    "date": "by date, newest first",
    "oldest": "by date, oldest first",
    "source": "by source",
}


class ConcordanceScreen(FootedScreen[Passage], inherit_bindings=False):
    """Lists occurrences; dismissed with the passage of the one chosen."""

    PLACE = "concordance"

    def __init__(self, library: Library, name: str, label: str | None = None) -> None:
        """Ask for ``name``, an entity's id or a query; ``label`` is what to call it."""
        super().__init__(lambda: self.set_focus(self.rows))
        self._library, self._sought, self._label = library, name, label or name
        self._found: Concordance | None = None
        self._words = ""
        self._sort: Sort = "article"
        self.rows = KwicList(id="rows")
        for owner in (Moving(lambda: self.rows), self.prompting, self):
            self.actions.add(owner)

    def compose(self) -> ComposeResult:
        """The lines in a frame above prompt line and status bar."""
        self.rows.border_title = plain(self._label)
        yield self.rows
        yield self.prompt
        yield self.status

    def on_mount(self) -> None:
        """Look the occurrences up beside the screen."""
        self.rows.empty_text = "Looking …"
        self.set_focus(self.rows)
        self.jobs.ask(
            "concordance", lambda _cancelled: self._library.mentions(self._sought, limit=LIMIT), self._arrive
        )

    def _arrive(self, found: Concordance) -> None:
        self._found = found
        name = found.entity
        self._label = f"{self._label}, {ONE_OF[name.type]}" if name else f"words {self._label}"
        self._show()

    @property
    def lines(self) -> list[Occurrence]:
        """The lines as they are filtered and sorted now."""
        return arranged(self._found.occurrences, self._words, self._sort) if self._found else []

    def _show(self) -> None:
        lines, words = self.lines, self._words.strip()
        self.rows.empty_text = f"No line has “{words}” in it" if words else "Nothing here mentions it"
        self.rows.show(lines)
        total = self._found.total if self._found else 0
        of_all = f"{len(lines):,} of {total:,}" if len(lines) != total else f"{total:,}"
        self.rows.border_title = plain(f"{self._label} · {of_all} · {_SORTED[self._sort]}")
        self.status.hints = self.hints()

    @on(VirtualList.RowPicked)
    @action("concordance.open", when=lambda self: self.rows.occurrence)
    def open_line(self) -> None:
        """Go to the passage."""
        if line := self.rows.occurrence:
            self.dismiss(Passage(line.article.id, Span(line.start, line.end)))

    @action("concordance.left")
    def sort_left(self) -> None:
        """Sort by what stands before."""
        self._sort_by("left")

    @action("concordance.right")
    def sort_right(self) -> None:
        """Sort by what stands after."""
        self._sort_by("right")

    @action("concordance.date")
    def sort_date(self) -> None:
        """Sort by date, and the other way round the second time."""
        self._sort_by("oldest" if self._sort == "date" else "date")

    @action("concordance.source")
    def sort_source(self) -> None:
        """Sort by source."""
        self._sort_by("source")

    def _sort_by(self, sort: Sort) -> None:
        self._sort = sort
        self._show()

    @action("concordance.filter")
    def filter(self) -> None:
        """Narrow by words as one types."""
        self.prompting.ask(filter_question(self._words, self._narrow))

    def _narrow(self, words: str) -> None:
        self._words = words
        self._show()

    @action("concordance.export", when=lambda self: self.lines)
    def export(self) -> None:
        """Ask for a file and write the lines shown."""
        from briefreader.library import Concordance

        lines = tuple(self.lines)
        shown = Concordance(None, lines, len(lines))
        exports = Exports(self._library, self.prompting, self.jobs, self.say)
        exports.ask("the lines", lambda: shown, OF_LINES, done=f"{_lines(len(lines))} written to ")

    def step_back(self) -> bool:
        """Undo the filter; tell whether there was any."""
        had = bool(self._words)
        if had:
            self._narrow("")
        return had


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"
