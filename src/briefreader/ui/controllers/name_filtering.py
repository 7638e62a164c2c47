"""Filtering the names by typing part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question

if TYPE_CHECKING:
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.desk import Desk


class NameFiltering:
    """Filters at each key; Enter keeps the filter, Escape the one before; arrows move among the names."""

    def __init__(self, desk: Desk, prompting: Prompting, naming: Naming) -> None:
        self._desk, self._prompting, self._naming = desk, prompting, naming

    @action("sidebar.filter")
    def open(self) -> None:
        """Ask for words."""
        before, narrow = self._naming.filter, self._naming.narrow_to
        self._prompting.ask(
            Question(
                "names",
                verb="Keep",
                value=before,
                placeholder="part of a name",
                changed=narrow,
                accepted=self._keep,
                cancelled=lambda: narrow(before),
            )
        )

    def _keep(self, words: str) -> None:
        self._naming.narrow_to(words)
        if words.strip():
            self._desk.say(f"Only names with {words.strip()}: {self._desk.key('app.back')} shows all again")
