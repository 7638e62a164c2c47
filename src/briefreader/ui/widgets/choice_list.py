"""A list of choices under headings, as help, palette and menus show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Generic, TypeVar

from rich.segment import Segment
from rich.style import Style

from briefreader.text.sanitize import sanitize_line
from briefreader.text.width import cell_width, fit, pad
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.row_plan import Group
from briefreader.ui.widgets.virtual_list import VirtualList

LEAST_TITLE = 20
NO_COUNTS: Mapping[str, int] = MappingProxyType({})
Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value_co]):
    """One line: ``lead`` stands left in a column, ``note`` faint after it; ``group`` is its heading."""

    value: Value_co
    title: str
    lead: str = ""
    note: str = ""
    group: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether every word (in lower case) stands somewhere in the line."""
        line = f"{self.lead} {self.title} {self.note} {self.group} {self.value}".casefold()
        return all(word in line for word in words)

    def fitness(self, typed: str) -> int:
        """Say how well what is typed fits, the least best: its key itself, how its title begins, anything."""
        if typed in self.lead.split():
            return 0
        return 1 if self.title.casefold().startswith(typed.casefold()) else 2


class ChoiceList(VirtualList):
    """Choices in order, those of one group together."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices: Sequence[Choice[object]] = ()
        self._lead = 0
        self._title = 0

    def show(self, choices: Sequence[Choice[object]], counts: Mapping[str, int] = NO_COUNTS) -> None:
        """Show other choices, the first one marked.

        A heading says how many rows stand under it, or what ``counts`` has for it.
        """
        self._choices = choices
        self._lead = max((cell_width(choice.lead) for choice in choices), default=0)
        self._title = min(max((cell_width(choice.title) for choice in choices), default=0), 60)
        self.set_rows(len(choices), groups=_groups(choices, counts))

    @property
    def choice(self) -> Choice[object] | None:
        """The choice under the cursor."""
        return self._choices[self.cursor] if self.cursor < len(self._choices) else None

    @property
    def cuts_off(self) -> bool:
        """Whether any line is too short for its title or note."""
        return any(any(self._cut(choice)) for choice in self._choices)

    @property
    def cut_off(self) -> str:
        """Title and note of the choice under the cursor, each where its line is too short for it."""
        return glyphs.current().dot.join(filter(None, self._cut(self.choice))) if self.choice else ""

    def _cut(self, choice: Choice[object]) -> tuple[str, str]:
        """Return title and note, each empty where the line has room for it."""
        lead = self._lead + 3 if self._lead else 1
        room = self.size.width - lead - 1
        title, note = sanitize_line(choice.title), sanitize_line(choice.note)
        of_title = self._title_width(room) if note else room
        of_note = room - of_title - 2
        return title if cell_width(title) > of_title else "", note if cell_width(note) > of_note else ""

    @property
    def note_room(self) -> int:
        """How many cells the notes of the choices shown have."""
        lead = self._lead + 3 if self._lead else 1
        room = self.size.width - lead - 1
        return max(room - self._title_width(room) - 2, 0)

    def _title_width(self, room: int) -> int:
        """Return how many cells titles take: all they want, but for what notes need to say anything."""
        return min(self._title, max(room * 3 // 5, LEAST_TITLE))

    def paint(self, row: int, _part: int, width: int) -> list[Segment]:
        """Paint lead, title and note in columns."""
        choice = self._choices[row]
        here = row == self.cursor
        bar = Segment(glyphs.current().cursor if here else " ", self._style(here, "list--cursor-bar"))
        lead = " " + pad(sanitize_line(choice.lead), self._lead) + "  " if self._lead else " "
        title = sanitize_line(choice.title)
        room = width - cell_width(lead) - 1
        title = fit(title, room) if not choice.note else pad(title, self._title_width(room))
        note = fit("  " + sanitize_line(choice.note), max(room - cell_width(title), 0)) if choice.note else ""
        rest = " " * max(room - cell_width(title) - cell_width(note), 0)
        return [
            bar,
            Segment(lead, self._style(here, "choice--lead")),
            Segment(title, self._style(here)),
            Segment(note + rest, self._style(here, "list--dim")),
        ]

    COMPONENT_CLASSES = {"choice--lead"}  # noqa: RUF012 (Textual declares it so)
    DEFAULT_CSS = "ChoiceList > .choice--lead { color: $accent; }"

    def _style(self, here: bool, component: str = "") -> Style:
        if here:
            return self.style_of("list--cursor")
        return self.style_of(component) if component else self.style_of()


def _groups(choices: Sequence[Choice[object]], counts: Mapping[str, int]) -> tuple[Group, ...]:
    groups: list[Group] = []
    for row, choice in enumerate(choices):
        if not choice.group:
            continue
        if groups and groups[-1].label == choice.group:
            groups[-1] = Group(choice.group, groups[-1].start, groups[-1].count + 1)
        else:
            groups.append(Group(choice.group, row, 1))
    if not groups or groups[0].start:
        return ()
    return tuple(replace(group, count=counts.get(group.label, group.count)) for group in groups)
