"""The names in the sidebar: under a heading for each type, with counts here and in the collection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from briefreader.model import ENTITY_TYPES, Entity, EntityType
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.row_plan import Group
from briefreader.ui.widgets.virtual_list import VirtualList

HEADINGS: dict[EntityType, str] = {
    "person": "People",
    "organization": "Organisations",
    "location": "Places",
    "misc": "Other",
}
_COUNT_WIDTH = 5


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A name in the list with the number of its first column, ``chosen`` if the list is narrowed by it."""

    entity: Entity
    here: int = 0
    chosen: bool = False


class EntitySidebar(VirtualList):
    """Names under the heading of their type. What is typed to filter them is given from outside."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--flag"}
    DEFAULT_CSS = """
    EntitySidebar > .list--flag { color: $accent; text-style: bold; }
    """
    counted: reactive[str] = reactive("here", init=False)
    """What the first column counts, five cells at most; the second one counts mentions in all articles."""
    filter: reactive[str] = reactive("", init=False, repaint=False)
    when: reactive[str] = reactive("", init=False, repaint=False)
    """When the name under the cursor was in the news, for the lower edge of the frame."""

    @dataclass
    class EntityHighlighted(Message):
        """The cursor rests on a name."""

        sidebar: EntitySidebar
        entity: Entity

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor rests last matters."""
            return isinstance(message, EntitySidebar.EntityHighlighted)

        @property
        def control(self) -> EntitySidebar:
            """The sidebar."""
            return self.sidebar

    @dataclass
    class EntityChosen(Message):
        """A name was chosen."""

        sidebar: EntitySidebar
        entity: Entity

        @property
        def control(self) -> EntitySidebar:
            """The sidebar."""
            return self.sidebar

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.rows: Sequence[EntityRow] = ()
        self._moved = False

    def show(self, rows: Iterable[EntityRow]) -> None:
        """Show these names, each type in the order given.

        A cursor that was moved to a name stays on it if that is there; else it is on the first.
        """
        stay = self.entity if self._moved else None
        self.rows = sorted(rows, key=lambda row: ENTITY_TYPES.index(row.entity.type))
        cursor = next((n for n, row in enumerate(self.rows) if stay and row.entity.id == stay.id), None)
        self._moved = cursor is not None
        self.set_rows(len(self.rows), groups=tuple(_groups(self.rows)), cursor=cursor or 0)

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint the cursor where it is now, and note that it was moved there."""
        super().watch_cursor(before, now)
        self._moved = True

    @property
    def entity(self) -> Entity | None:
        """The name under the cursor."""
        return self.rows[self.cursor].entity if self.cursor < len(self.rows) else None

    def go_to_entity(self, entity_id: str, *, unseen: bool = True) -> bool:
        """Move the cursor to a name, without ``unseen`` only to one in sight; tell whether it is listed."""
        row = next((number for number, row in enumerate(self.rows) if row.entity.id == entity_id), None)
        if row is not None and (unseen or self.is_in_sight(row)):
            self.go_to(row)
            self._moved = True
        return row is not None

    def paint(self, row: int, part: int, width: int) -> list[Segment]:  # noqa: ARG002
        """Return a name with its two counts: here, and in the whole collection."""
        shown, sign, at_cursor = self.rows[row], glyphs.current(), row == self.cursor
        counts = f"{_count(shown.here)}{_count(shown.entity.mentions)}"
        flag = sign.selected if shown.chosen else " "
        name = glyphs.pad(sanitize_line(shown.entity.name), max(width - 3 - len(counts), 0))
        if at_cursor:
            return [Segment(f"{sign.cursor}{flag}{name}{counts} ", self.style_of("list--cursor"))]
        return [
            Segment(f" {flag}", self.style_of("list--flag")),
            Segment(name, self.style_of("list--flag") if shown.chosen else self.style_of()),
            Segment(counts, self.style_of("list--dim")),
        ]

    def heading(self, group: Group, width: int) -> list[Segment]:
        """Return a heading; the topmost one names the two columns as well."""
        if group.start:
            return super().heading(group, width)
        columns = f"{self.counted:>{_COUNT_WIDTH}}{'all':>{_COUNT_WIDTH}}"
        return [
            *super().heading(group, max(width - len(columns), 0)),
            Segment(columns, self.style_of("list--dim")),
        ]

    def watch_filter(self, _before: str, typed: str) -> None:
        """Say what an empty list means."""
        self.empty_text = f"No name has “{sanitize_line(typed)}” in it" if typed else ""

    def watch_when(self, _before: str, when: str) -> None:
        """Write it into the frame."""
        self.border_subtitle = Content(when)

    @on(VirtualList.RowRested)
    def _tell_highlighted(self, event: VirtualList.RowRested) -> None:
        event.stop()
        if event.row < len(self.rows):
            self.post_message(self.EntityHighlighted(self, self.rows[event.row].entity))

    @on(VirtualList.RowPicked)
    def _tell_chosen(self, event: VirtualList.RowPicked) -> None:
        event.stop()
        if event.row < len(self.rows):
            self.post_message(self.EntityChosen(self, self.rows[event.row].entity))


def _count(number: int) -> str:
    """Return a number in four cells at most, behind a blank that parts it from the one before."""
    text = f"{number}" if number < 1_000 else _short(number / 1_000, "k")
    text = text if number < 999_500 else _short(number / 1_000_000, "M")
    return f"{text if number else '':>{_COUNT_WIDTH}}"


def _short(number: float, unit: str) -> str:
    return f"{number:.1f}{unit}" if number < 9.95 else f"{number:.0f}{unit}"


def _groups(rows: Sequence[EntityRow]) -> Iterable[Group]:
    types = [row.entity.type for row in rows]
    for kind in ENTITY_TYPES:
        if number := types.count(kind):
            yield Group(HEADINGS[kind], types.index(kind), number)
