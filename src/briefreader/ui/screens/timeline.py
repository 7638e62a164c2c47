"""The timeline: how many articles a day, week or month, in all, by source and by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from briefreader.text.width import cell_width
from briefreader.ui.commands import action
from briefreader.ui.contents.timeline import STEPS, Axis, Step, axis, blocks
from briefreader.ui.contents.timeline_rows import Row, Subject, rows_of
from briefreader.ui.controllers.prompting import filter_question
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.strips import plain
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library, Listing

_LABEL = 26
_NUMBERS = "{:>6} {:>5}"
"""How many articles a row has, and how many its highest step has."""
_BESIDE = _LABEL + 22
"""Cells that label, numbers and frame take from a line."""
_WAYS: tuple[Step | None, ...] = (None, *STEPS)


class TimelineScreen(BrowseScreen[Subject], inherit_bindings=False):
    """Draws what is listed over time; dismissed with the name or source chosen, to narrow the list by."""

    TITLE_SHOWN = "Timeline"
    NOTHING = "No article listed has a date"

    def __init__(self, library: Library, listing: Listing) -> None:
        super().__init__()
        self._library, self._listing = library, listing
        self._rows: list[Row] = []
        self._step: Step | None = None
        self._words = ""

    def on_mount(self) -> None:
        """Count beside the screen."""
        super().on_mount()
        self._count()

    def _count(self) -> None:
        words = self._words
        self.say("Counting …")
        self.jobs.ask(
            "timeline", lambda cancelled: rows_of(self._library, self._listing, words, cancelled), self._take
        )

    def _take(self, rows: list[Row]) -> None:
        self._rows = rows
        self.rows.empty_text = self.nothing
        self.say("")
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        days = self._rows[0].days if self._rows else None
        if not days:
            return
        room = max(self.size.width - _BESIDE, 10)
        scale = axis(days, room, self._step)
        lines, at = [self._line(row, scale, room) for row in self._rows], self.rows.cursor
        label = max(cell_width(line.lead) for line in lines) + 3
        heads = _NUMBERS.format("all", "most")
        first = lines[0].group
        named = f"{first:{label}}{heads}  {scale.ruler(room)}"
        self.fill([replace(line, group=named) if line.group == first else line for line in lines])
        self.rows.go_to(at)
        cells = scale.cells(room)
        length = "one cell" if cells == 1 else f"{cells} cells"
        span = f"{scale.label(0)} to {scale.label(-1)}, {length} a {scale.step}"
        parts = ("Timeline", span, *((f'"{self._words}"',) if self._words else ()))
        self.rows.border_title = plain(glyphs.current().dot.join(parts))

    def _line(self, row: Row, scale: Axis, room: int) -> Choice[Subject | None]:
        counts = scale.count(row.days)
        drawn = blocks(counts, cells=scale.cells(room), ascii_only=self.reader.ascii_only)
        most = "" if row.undated else f"{max(counts):,}"
        numbers = _NUMBERS.format(f"{row.days.total() + row.undated:,}", most)
        return Choice(row.subject, numbers, lead=glyphs.fit(row.label, _LABEL), note=drawn, group=row.group)

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self.rows.choice and self.rows.choice.value)
    def open_row(self) -> None:
        """List the articles that mention the name, or come from the source."""
        choice = self.rows.choice
        if choice and isinstance(choice.value, Subject):
            self.dismiss(choice.value)

    @action("timeline.step", when=lambda self: self._rows)
    def next_step(self) -> None:
        """Count by day, by week, by month, or as fits."""
        self._step = _WAYS[(_WAYS.index(self._step) + 1) % len(_WAYS)]
        self._draw()
        self.say(f"Counted by {self._step}" if self._step else "Counted by what fits")

    @action("timeline.filter")
    def filter(self) -> None:
        """Choose rows by words as one types, rare names among them."""
        self.prompting.ask(filter_question(self._words, self._choose, "part of a name or source"))

    def _choose(self, words: str) -> None:
        if words.strip() != self._words:
            self._words = words.strip()
            self._count()

    def step_back(self) -> bool:
        """Undo the choice of rows; tell whether there was any."""
        had = bool(self._words)
        if had:
            self._choose("")
        return had
