"""The bottom line: where one is, what is narrowed, what runs behind, and which keys do something now."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefreader.keymap import COMMANDS
from briefreader.model import Progress
from briefreader.text.sanitize import sanitize_line
from briefreader.text.width import cell_width
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.layered_styles import LayeredStyles
from briefreader.ui.widgets.strips import strip_of

_BAR = 8
_GAP = 2
_STAGES = {
    "list": "looking for files",
    "read": "reading files",
    "index": "indexing",
    "entities": "names",
    "stories": "stories",
}
_KEPT = frozenset(command.title for command in COMMANDS.values() if command.kept)
_Part = tuple[str, str]


class StatusBar(Widget):
    """One line, of which only the cells that changed are painted again."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--where",
        "status--filtered",
        "status--message",
        "status--key",
        "status--dim",
    }
    DEFAULT_CSS = """
    StatusBar {
        height: 1; background: $panel; color: $foreground;
        & > .status--where { text-style: bold; }
        & > .status--filtered { color: $accent; }
        & > .status--message { text-style: bold; }
        & > .status--key { color: $accent; text-style: bold; }
        & > .status--dim { color: $foreground-muted; }
    }
    """
    where: reactive[str] = reactive("", init=False, repaint=False)
    filtered: reactive[str] = reactive("", init=False, repaint=False)
    message: reactive[str] = reactive("", init=False, repaint=False)
    pending: reactive[str] = reactive("", init=False, repaint=False)
    progress: reactive[Progress | None] = reactive(None, init=False, repaint=False)
    hints: reactive[tuple[tuple[str, str], ...]] = reactive((), init=False, repaint=False)

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.styles_of = LayeredStyles(self)
        self._cells: list[_Part] = []

    def watch_where(self) -> None:
        """Show where one is."""
        self._renew()

    def watch_filtered(self) -> None:
        """Show what the list is narrowed by."""
        self._renew()

    def watch_message(self) -> None:
        """Show what is to be said."""
        self._renew()

    def watch_pending(self) -> None:
        """Show the keys typed so far."""
        self._renew()

    def watch_progress(self) -> None:
        """Show how far the work has come."""
        self._renew()

    def watch_hints(self) -> None:
        """Show what can be done."""
        self._renew()

    def on_resize(self) -> None:
        """Fill the new width."""
        self._cells = self._lay()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self.styles_of.clear()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """Paint the line."""
        segments: list[Segment] = []
        for char, style in self._cells:
            if segments and segments[-1].style is self.styles_of(style):
                segments[-1] = Segment(segments[-1].text + char, self.styles_of(style))
            else:
                segments.append(Segment(char, self.styles_of(style)))
        return strip_of(segments, self.size.width, self.styles_of())

    def _renew(self) -> None:
        before, self._cells = self._cells, self._lay()
        changed = [n for n, (a, b) in enumerate(zip_longest(before, self._cells)) if a != b]
        if changed:
            first = cell_width("".join(char for char, _ in self._cells[: changed[0]]))
            last = cell_width("".join(char for char, _ in self._cells[: changed[-1] + 1]))
            self.refresh(Region(first, 0, max(last, first + 1) - first, 1))

    def _lay(self) -> list[_Part]:
        """Return the line, a character at a time with the component class it is painted in."""
        width, left, kept = self.size.width, self._left(), self._kept()
        room = width - 1 - sum(_cells(hint) for hint in kept)
        if self.message and _taken(left) > room and _taken(left[-1:]) < width:
            room, kept = width - 1, []  # the next key takes the message away and brings all back
            while len(left) > 1 and _taken(left) > room:
                del left[-2]
        left = _fitted(left, room)
        taken = cell_width("".join(text for text, _ in left))
        right = self._right(width - taken - _GAP, kept)
        blank = max(width - taken - cell_width("".join(text for text, _ in right)), 0)
        return [
            (char, style) for text, style in (*left, (" " * blank, "status--dim"), *right) for char in text
        ]

    def _left(self) -> list[_Part]:
        shown = [
            (self.pending, "status--key"),
            (self.where, "status--where"),
            (self.filtered, "status--filtered"),
            (self._worked(), "status--dim"),
            (self.message, "status--message"),
        ]
        return [(f" {sanitize_line(text)} ", style) for text, style in shown if text]

    def _worked(self) -> str:
        progress = self.progress
        if progress is None:
            return ""
        stage = _STAGES[progress.stage]
        if not progress.total:
            return f"{stage} {progress.done:,}" if progress.done else stage
        sign, share = glyphs.current(), min(progress.done / progress.total, 1.0)
        full = round(share * _BAR)
        return f"{sign.full * full}{sign.empty * (_BAR - full)} {stage} {share:.0%}"

    def _right(self, room: int, kept: list[_Part]) -> list[_Part]:
        """Return as many hints as there is room for, the first ones, and those kept in any case."""
        parts: list[_Part] = []
        room -= sum(_cells(hint) for hint in kept)
        for hint in self.hints:
            if hint not in kept:
                room -= _cells(hint)
            if room >= 0 or hint in kept:
                key, title = hint
                parts += [(sanitize_line(key), "status--key"), (f" {sanitize_line(title)}  ", "status--dim")]
        return parts

    def _kept(self) -> list[_Part]:
        """Return the hints that are never dropped, unless they alone would fill half the line."""
        kept = [hint for hint in self.hints if hint[1] in _KEPT]
        return kept if sum(_cells(hint) for hint in kept) <= self.size.width // 2 else []


def _cells(hint: _Part) -> int:
    return cell_width(hint[0]) + cell_width(hint[1]) + 3


def _taken(parts: list[_Part]) -> int:
    return sum(cell_width(text) for text, _ in parts)


def _fitted(parts: list[_Part], width: int) -> list[_Part]:
    fitted: list[_Part] = []
    for text, style in parts:
        fitted.append((glyphs.fit(text, width), style))
        width -= cell_width(fitted[-1][0])
    return [part for part in fitted if part[0]]
