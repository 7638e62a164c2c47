"""Escape: one step back at a time, whatever was done last on the way in."""

from __future__ import annotations

from typing import Protocol

from briefreader.ui.commands import action


class Undoable(Protocol):
    """Something that Escape can take back."""

    def step_back(self) -> bool:
        """Take one step back; tell whether there was one."""


class SteppingBack:
    """Asks each owner in turn to take a step back, until one does."""

    def __init__(self, *owners: Undoable) -> None:
        self._owners = owners

    @action("app.back")
    def back(self) -> None:
        """Take one step back."""
        any(owner.step_back() for owner in self._owners)
