"""Moving in whatever pane has the focus: a row or line, a page, to the top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from briefreader.ui.commands import action


class Movable(Protocol):
    """What can be moved in: a list by rows, a text by lines."""

    def move(self, rows: int) -> None:
        """Move by rows or lines."""

    def page(self, pages: int) -> None:
        """Move by pages."""

    def half_page(self, halves: int) -> None:
        """Move by half pages."""

    def go_top(self) -> None:
        """Go to the first row or line."""

    def go_bottom(self) -> None:
        """Go to the last."""

    def go_to(self, row: int) -> None:
        """Go to a row or line, counted from 0."""

    def go_percent(self, percent: float) -> None:
        """Go a part of the way."""


class Moving:
    """Moves in what ``target`` names now."""

    def __init__(self, target: Callable[[], Movable]) -> None:
        self._target = target

    @action("move.down")
    def down(self, count: int | None) -> None:
        """Down by rows."""
        self._target().move(count or 1)

    @action("move.up")
    def up(self, count: int | None) -> None:
        """Up by rows."""
        self._target().move(-(count or 1))

    @action("move.page-down")
    def page_down(self, count: int | None) -> None:
        """Down by pages."""
        self._target().page(count or 1)

    @action("move.page-up")
    def page_up(self, count: int | None) -> None:
        """Up by pages."""
        self._target().page(-(count or 1))

    @action("move.half-down")
    def half_down(self, count: int | None) -> None:
        """Down by half pages."""
        self._target().half_page(count or 1)

    @action("move.half-up")
    def half_up(self, count: int | None) -> None:
        """Up by half pages."""
        self._target().half_page(-(count or 1))

    @action("move.top")
    def top(self, count: int | None) -> None:
        """To the top, or to a row by its number."""
        target = self._target()
        if count is None:
            target.go_top()
        else:
            target.go_to(count - 1)

    @action("move.bottom")
    def bottom(self, count: int | None) -> None:
        """To the bottom, or to a row by its number."""
        target = self._target()
        if count is None:
            target.go_bottom()
        else:
            target.go_to(count - 1)

    @action("move.percent")
    def percent(self, count: int | None) -> None:
        """To a place so many percent down."""
        self._target().go_percent(min(count or 0, 100))
