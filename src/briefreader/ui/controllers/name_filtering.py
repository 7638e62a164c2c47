"""Filtering the names by typing part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.filtering import nothing_left
from briefreader.ui.controllers.prompting import Prompting, Question

if TYPE_CHECKING:
    from briefreader.model import Entity
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.desk import Desk


class NameFiltering:
    """Filters at each key; Enter keeps the filter where it leaves any name, Escape the one before.

    Arrows move among the names meanwhile.
    """

    def __init__(self, desk: Desk, prompting: Prompting, naming: Naming) -> None:
        self._desk, self._prompting, self._naming = desk, prompting, naming

    @action("sidebar.filter")
    def open(self) -> None:
        """Ask for words."""
        before, there = self._naming.filter, self._desk.sidebar.entity
        self._prompting.ask(
            Question(
                "names",
                verb="Keep",
                value=before,
                placeholder="part of a name",
                changed=self._narrow,
                ready=self._leaves_any,
                accepted=self._keep,
                cancelled=lambda: self._restore(before, there),
            )
        )

    def _narrow(self, words: str) -> None:
        self._prompting.remark("")
        if words.lstrip() != self._naming.filter:  # else the arrows have left the top since
            self._naming.narrow_to(words)

    def _leaves_any(self, words: str) -> bool:
        """Tell whether any name has the words, and say so where none has."""
        self._narrow(words)
        if self._desk.sidebar.count or not words.strip():
            return True
        self._prompting.remark(nothing_left(self._desk))
        return False

    def _restore(self, words: str, there: Entity | None) -> None:
        self._naming.narrow_to(words)
        if there:
            self._desk.sidebar.go_to_entity(there.id)

    def _keep(self, words: str) -> None:
        if words.strip():
            self._desk.say(f"Only names with {words.strip()}: {self._desk.key('app.back')} shows all again")
