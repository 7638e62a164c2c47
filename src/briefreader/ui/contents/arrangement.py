"""Which panes are to be seen, and how wide, for a width of the terminal and the reader's wishes."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

Pane = Literal["list", "article", "sidebar"]
PANES: tuple[Pane, ...] = ("list", "article", "sidebar")

TWO_PANES_FROM = 80
THREE_PANES_FROM = 120
STEP = 2
_LEAST: dict[Pane, int] = {"list": 24, "article": 40, "sidebar": 20}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the reader wants of the panes; widths in cells, 0 for the usual one."""

    list_width: int = 0
    sidebar_width: int = 0
    list_shown: bool = True
    sidebar_shown: bool = True
    zoomed: bool = False

    def to_data(self) -> dict[str, Any]:
        """Return the wishes worth remembering, as plain data."""
        return {name: value for name, value in asdict(self).items() if name != "zoomed"}

    @classmethod
    def from_data(cls, data: object) -> Wishes:
        """Take remembered wishes back; what is not understood is passed over."""
        if not isinstance(data, dict):
            return cls()
        known = {field.name: type(field.default) for field in fields(cls)}
        kept: dict[str, Any] = {name: value for name, value in data.items() if type(value) is known.get(name)}
        return cls(**kept)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The width of each pane in sight, in cells; the article takes what the others leave.

    ``drawer``: there is room for two panes only, and the names lie over the text while they are in use.
    """

    widths: dict[Pane, int]
    drawer: bool = False

    def shows(self, pane: Pane) -> bool:
        """Tell whether a pane is in sight."""
        return pane in self.widths


def arrange(columns: int, wishes: Wishes, current: Pane) -> Arrangement:
    """Return what to show on so many columns while ``current`` is the pane in use."""
    if wishes.zoomed or columns < TWO_PANES_FROM:
        return Arrangement({current: columns})
    list_width = _list_width(columns, wishes) if wishes.list_shown or current == "list" else 0
    if columns < THREE_PANES_FROM:
        return _with_drawer(columns, list_width, wishes, current)
    sidebar = _sidebar_width(columns, wishes) if wishes.sidebar_shown or current == "sidebar" else 0
    list_width = min(list_width, columns - sidebar - _LEAST["article"])
    return Arrangement(_without_empty(list_width, columns - list_width - sidebar, sidebar))


def _with_drawer(columns: int, list_width: int, wishes: Wishes, current: Pane) -> Arrangement:
    widths = _without_empty(list_width, columns - list_width, 0)
    if current != "sidebar":
        return Arrangement(widths)
    return Arrangement(
        {**widths, "sidebar": min(_sidebar_width(columns, wishes) + 6, columns // 2)}, drawer=True
    )


def _without_empty(list_width: int, article: int, sidebar: int) -> dict[Pane, int]:
    widths: dict[Pane, int] = {"list": list_width, "article": article, "sidebar": sidebar}
    return {pane: width for pane, width in widths.items() if width}


def _list_width(columns: int, wishes: Wishes) -> int:
    usual = columns * 3 // 10 if columns >= THREE_PANES_FROM else columns * 2 // 5
    return _within("list", wishes.list_width or min(usual, 64), columns)


def _sidebar_width(columns: int, wishes: Wishes) -> int:
    return _within("sidebar", wishes.sidebar_width or (30 if columns < 180 else 36), columns)


def _within(pane: Pane, width: int, columns: int) -> int:
    return max(
        _LEAST[pane], min(width, (columns - _LEAST["article"]) // 2 if pane == "sidebar" else columns - 48)
    )


def widened(columns: int, wishes: Wishes, pane: Pane, by: int) -> Wishes:
    """Return the wishes with a pane wider by so many steps; the article widens by narrowing the list."""
    if pane == "sidebar":
        return replace(
            wishes, sidebar_width=_within(pane, _sidebar_width(columns, wishes) + by * STEP, columns)
        )
    grow = by if pane == "list" else -by
    return replace(wishes, list_width=_within("list", _list_width(columns, wishes) + grow * STEP, columns))
