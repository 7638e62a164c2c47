"""A list of any length on Textual's Line API: a cursor, jumps, and only the lines that changed repainted."""

from __future__ import annotations

from textwrap import wrap
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from briefreader.text.sanitize import sanitize_line
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.layered_styles import LayeredStyles
from briefreader.ui.widgets.row_plan import Group, RowPlan
from briefreader.ui.widgets.strips import strip_of

REST_S = 0.15
"""How long the cursor stays on a row before the list says so, in seconds."""


class VirtualList(ScrollView, can_focus=True):
    """Rows that are painted when they come into sight and not before.

    A subclass sets its rows with :meth:`set_rows` and paints them in :meth:`paint`. Moving the cursor past
    the edge turns the page instead of shifting every line: over a slow line that is one repaint for a
    screenful of rows.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--cursor-bar",
        "list--heading",
        "list--dim",
        "list--empty",
    }
    DEFAULT_CSS = """
    VirtualList {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 0;
        background: $surface; color: $foreground;
        & > .list--cursor { text-style: bold; background: $panel; }
        & > .list--cursor-bar { color: $foreground-muted; }
        & > .list--heading { color: $secondary; text-style: bold; }
        & > .list--dim, & > .list--empty { color: $foreground-muted; }
        &:focus > .list--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }
        &:focus > .list--cursor-bar { color: $accent; text-style: bold; }
    }
    """
    empty_text: reactive[str] = reactive("", init=False, repaint=False)
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    class RowRested(Message):
        """The cursor has come to rest on a row."""

        def __init__(self, list: VirtualList, row: int) -> None:
            super().__init__()
            self.list, self.row = list, row

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor rests last matters."""
            return isinstance(message, VirtualList.RowRested) and message.list is self.list

        @property
        def control(self) -> VirtualList:
            """The list that the cursor is in."""
            return self.list

    class RowPicked(Message):
        """A row was chosen."""

        def __init__(self, list: VirtualList, row: int) -> None:
            super().__init__()
            self.list, self.row = list, row

        @property
        def control(self) -> VirtualList:
            """The list that the row is in."""
            return self.list

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        rest: float = REST_S,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.plan = RowPlan()
        self.styles_of = LayeredStyles(self)
        self._rest = rest
        self._resting: Timer | None = None

    def set_rows(
        self, count: int, *, height: int = 1, groups: tuple[Group, ...] = (), cursor: int = 0
    ) -> None:
        """Say how many rows there are, how high each is and under which headings; paint them anew."""
        self.plan = RowPlan(count, height, groups)
        self.virtual_size = Size(self.size.width, self.plan.lines)
        self.set_reactive(VirtualList.cursor, self.validate_cursor(cursor))
        self._reveal()
        self.refresh()
        self._expect_rest()

    def paint(self, row: int, part: int, width: int) -> list[Segment]:
        """Return line ``part`` of a row as segments of at most ``width`` cells together."""
        raise NotImplementedError

    def changing_regions(self) -> list[tuple[int, int]]:
        """Return what looks different on a row when the cursor comes to it: ``(line of the row, cells)``."""
        return [(part, self.size.width) for part in range(self.plan.height)]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.plan.count

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows, up if negative; it stays within the list."""
        self.cursor += rows

    def page(self, pages: int) -> None:
        """Move the cursor by so many screenfuls."""
        self.cursor += pages * max(self.size.height // self.plan.height - 1, 1)

    def half_page(self, halves: int) -> None:
        """Move the cursor by so many half screenfuls."""
        self.cursor += halves * max(self.size.height // self.plan.height // 2, 1)

    def go_top(self) -> None:
        """Move the cursor to the first row."""
        self.cursor = 0

    def go_bottom(self) -> None:
        """Move the cursor to the last row."""
        self.cursor = self.count - 1

    def go_to(self, row: int) -> None:
        """Move the cursor to a row, counted from 0."""
        self.cursor = row

    def go_percent(self, percent: float) -> None:
        """Move the cursor to a part of the way through the list."""
        self.cursor = round((self.count - 1) * percent / 100)

    def next_group(self, groups: int) -> None:
        """Move the cursor to the first row of the next group, or of an earlier one if negative."""
        starts = [group.start for group in self.plan.groups]
        onward = [s for s in starts if s > self.cursor][: max(groups, 0)]
        back = [s for s in reversed(starts) if s < self.cursor][: max(-groups, 0)]
        if chosen := onward or back:
            self.cursor = chosen[-1]

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.count:
            self.post_message(self.RowPicked(self, self.cursor))

    def repaint_row(self, row: int) -> None:
        """Paint a row anew, because what it shows has changed."""
        if 0 <= row < self.count:
            self.refresh_lines(self.plan.top(row), self.plan.height)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint what the cursor left and where it came to."""
        if not self._reveal():
            self._refresh_cursor(before)
            self._refresh_cursor(now)
        self._expect_rest()

    def watch_empty_text(self) -> None:
        """Show what an empty list says."""
        if not self.count:
            self.refresh()

    def _refresh_cursor(self, row: int) -> None:
        if row < self.count:
            top = self.plan.top(row) - self.scroll_offset.y
            self.refresh(*(Region(0, top + part, cells, 1) for part, cells in self.changing_regions()))

    def _reveal(self) -> bool:
        """Turn the page if the cursor is out of sight; tell whether that was so."""
        height = self.size.height
        if not height or not self.count or self.is_in_sight(self.cursor):
            return False
        first = self.scroll_offset.y
        top, bottom = self._extent(self.cursor)
        lead = min(2 * self.plan.height, max(height - self.plan.height, 0))
        target = top - lead if bottom > first + height else bottom + lead - height
        self.scroll_to(y=self._whole_rows(target), animate=False, force=True)
        return True

    def is_in_sight(self, row: int) -> bool:
        """Tell whether a row is shown whole, its heading with it where it is the first below."""
        first, (top, bottom) = self.scroll_offset.y, self._extent(row)
        return first <= top and bottom <= first + self.size.height

    def _extent(self, row: int) -> tuple[int, int]:
        return self.plan.top_with_heading(row), self.plan.top(row) + self.plan.height

    def _whole_rows(self, line: int) -> int:
        """Return the line near ``line`` where a row or its heading begins."""
        place = self.plan.at(max(line, 0))
        return max(line, 0) - (place.part if place else 0)

    @property
    def at_rest(self) -> bool:
        """Whether the row that the cursor is on has been told."""
        return self._resting is None

    def rest(self) -> None:
        """Tell no more that the cursor has come to rest, until it moves again."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def _expect_rest(self) -> None:
        self.rest()
        if self.count and self.is_mounted:
            self._resting = self.set_timer(self._rest, self._rested)

    def _rested(self) -> None:
        self._resting = None
        if self.count:
            self.post_message(self.RowRested(self, self.cursor))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight in the new size."""
        self.virtual_size = Size(event.size.width, self.plan.lines)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row under the mouse; a second click chooses it."""
        place = self.plan.at(event.get_content_offset_capture(self).y + self.scroll_offset.y)
        if place is None or place.row is None:
            return
        again = place.row == self.cursor and event.chain > 1
        self.cursor = place.row
        if again:
            self.choose()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the window."""
        width = self.size.width
        if not self.count:
            told = wrap(self.empty_text, max(width - 2, 1))
            words = f" {told[y]}" if y < len(told) else ""
            segments = [Segment(glyphs.pad(words, width), self.style_of("list--empty"))]
        else:
            segments = self._paint_line(y + self.scroll_offset.y, width)
        return strip_of(segments, width, self.style_of())

    def _paint_line(self, line: int, width: int) -> list[Segment]:
        place = self.plan.at(line)
        if place is None:
            return []
        if place.row is not None:
            return self.paint(place.row, place.part, width)
        return self.heading(self.plan.groups[place.group or 0], width)

    def heading(self, group: Group, width: int) -> list[Segment]:
        """Return the line of a heading: its label, and how many rows stand under it."""
        count = f" {group.count:,}"
        return [
            Segment(
                glyphs.pad(f" {sanitize_line(group.label)}", max(width - len(count) - 1, 0)),
                self.style_of("list--heading"),
            ),
            Segment(count, self.style_of("list--dim")),
        ]

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self.styles_of.clear()

    def style_of(self, *components: str) -> Style:
        """Return the style of the list with component styles laid over it, in their order."""
        return self.styles_of(*components)
