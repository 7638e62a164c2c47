"""Undo and redo of what the reader did; what an earlier session did is named before it is undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from briefreader.text.days import day_in_words
from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.library.marks import MarksBook
    from briefreader.model import Step
    from briefreader.ui.screens.commanding import CommandScreen


class _Asked(NamedTuple):
    """The step that undo is about, and whether it was taken back or only named."""

    step: Step
    undone: bool


class Undoing:
    """Takes back step by step, whatever kind each is; ``changed`` is called after each."""

    def __init__(self, screen: CommandScreen[Any], marks: MarksBook, changed: Callable[[], None]) -> None:
        self._screen, self._marks, self._changed = screen, marks, changed
        self._named: int | None = None

    @action("app.undo")
    def undo(self) -> None:
        """Take back the last step; one of an earlier session is named first."""
        self._screen.jobs.change(lambda: _undo(self._marks, self._named), self._tell_undone)

    def _tell_undone(self, asked: _Asked | None) -> None:
        self._named = None
        if asked is None:
            self._screen.say("Nothing to undo")
        elif asked.undone:
            self._changed()
            self._screen.say(
                f"Undone: {asked.step.what}{'' if asked.step.here else f' ({_day(asked.step)})'}"
            )
        else:
            self._named = asked.step.id
            again = self._screen.key("app.undo")
            self._screen.say(f"{again} again undoes what you did {_day(asked.step)}: {asked.step.what}")

    @action("app.redo")
    def redo(self) -> None:
        """Do again what was taken back."""
        self._screen.jobs.change(self._marks.redo, self._tell_redone)

    def _tell_redone(self, what: str | None) -> None:
        if what:
            self._changed()
        self._screen.say(f"Done again: {what}" if what else "Nothing to redo")


def _undo(marks: MarksBook, named: int | None) -> _Asked | None:
    step = marks.last_step()
    if step is None:
        return None
    undone = step.here or step.id == named
    if undone:
        marks.undo()
    return _Asked(step, undone)


def _day(step: Step) -> str:
    if not step.taken:
        return "in an earlier session"
    day = datetime.fromisoformat(step.taken).astimezone().date()
    return f"earlier, on {day_in_words(day.isoformat())}"
