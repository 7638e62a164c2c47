"""Escape: one step back at a time, whatever was done last on the way in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.ui.controllers.panes import Panes


class Undoable(Protocol):
    """Something that Escape can take back."""

    def step_back(self) -> bool:
        """Take one step back; tell whether there was one."""


class SteppingBack:
    """Asks each owner in turn to take a step back, until one does.

    ``panes`` is the one among them that only leads from pane to pane; ``leave`` leaves the reader.
    """

    def __init__(self, *owners: Undoable, panes: Panes, leave: Callable[[], None]) -> None:
        self._owners, self._panes, self._leave = owners, panes, leave

    @action("app.back")
    def back(self) -> None:
        """Take one step back."""
        any(owner.step_back() for owner in self._owners)

    @action("app.close")
    def close(self) -> None:
        """Leave a lone pane for the list, then what the list was narrowed to, and at last the reader."""
        if self._panes.alone:
            self._panes.step_back()
        elif not any(owner.step_back() for owner in self._owners if owner is not self._panes):
            self._leave()
