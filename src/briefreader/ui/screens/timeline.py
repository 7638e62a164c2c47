"""The timeline: how many articles a day, week or month, in all, by source and by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from briefreader.model import Entity
from briefreader.ui.commands import action
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.timeline import Axis, axis, blocks, day_of
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library, Listing

SOURCES = 12
NAMES = 20
_LABEL = 26


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timeline: the days of its articles, and the entity where it is one."""

    label: str
    group: str
    days: list[date] = field(default_factory=list)
    entity: Entity | None = None


class TimelineScreen(BrowseScreen[Entity], inherit_bindings=False):
    """Draws what is listed over time; dismissed with the entity chosen, to narrow the list by."""

    TITLE_SHOWN = "Timeline"
    NOTHING = "No article listed has a date"

    def __init__(self, library: Library, listing: Listing) -> None:
        super().__init__()
        self._library, self._listing = library, listing
        self._rows: list[Row] = []

    def on_mount(self) -> None:
        """Count beside the screen."""
        super().on_mount()
        self.say("Counting …")
        self.jobs.ask(
            "timeline", lambda cancelled: rows_of(self._library, self._listing, cancelled), self._take
        )

    def _take(self, rows: list[Row]) -> None:
        self._rows = rows
        self.say("")
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        width = max(self.size.width - _LABEL - 16, 10)
        days = self._rows[0].days if self._rows else []
        if not days:
            return
        scale = axis(days, width)
        self.fill([self._line(row, scale) for row in self._rows])
        span = f"{scale.label(0)} – {scale.label(-1)}, one cell a {scale.step}"
        self.rows.border_title = Content(f"Timeline · {span}")

    def _line(self, row: Row, scale: Axis) -> Choice[Entity | None]:
        drawn = blocks(scale.count(row.days), ascii_only=self.reader.ascii_only)
        return Choice(
            row.entity, f"{len(row.days):>6,}", lead=row.label[:_LABEL], note=drawn, group=row.group
        )

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self.rows.choice and self.rows.choice.value)
    def open_row(self) -> None:
        """List the articles that mention the name."""
        choice = self.rows.choice
        if choice and isinstance(choice.value, Entity):
            self.dismiss(choice.value)


def rows_of(library: Library, listing: Listing, cancelled: Callable[[], bool]) -> list[Row]:
    """Return all articles, the most frequent sources and the most mentioned names; runs in a thread."""
    whole = Row("All that is listed", "Articles")
    by_key: dict[int, date] = {}
    sources: dict[str, Row] = {}
    for article in listing:
        if cancelled():
            return []
        if day := day_of(article.published):
            by_key[article.key] = day
            whole.days.append(day)
            name = article.source or "(no source)"
            sources.setdefault(name, Row(name, "Sources")).days.append(day)
    often = Counter({name: len(row.days) for name, row in sources.items()}).most_common(SOURCES)
    rows = [whole, *(sources[name] for name, _count in often)]
    return rows + _names(library, listing, by_key, cancelled)


def _names(
    library: Library, listing: Listing, by_key: dict[int, date], cancelled: Callable[[], bool]
) -> list[Row]:
    rows = []
    for entity in library.entities(keys=listing.keys, limit=NAMES):
        if cancelled():
            break
        keys = library.listing(sort="relevance", keys=listing.keys, entities=[entity.id]).keys
        rows.append(Row(entity.name, "Names", [by_key[key] for key in keys if key in by_key], entity))
    return rows
