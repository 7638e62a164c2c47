"""Exporting the articles selected, or the one in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.exports import PLACEHOLDER, export

if TYPE_CHECKING:
    from briefreader.ui.controllers.marking import Marking
    from briefreader.ui.desk import Desk


class Exporting:
    """Asks for a file and writes it in a thread."""

    def __init__(self, desk: Desk, marking: Marking, prompting: Prompting) -> None:
        self._desk, self._marking, self._prompting = desk, marking, prompting

    @action("export.articles", when=lambda self: self._marking.meant)
    def articles(self) -> None:
        """Ask where to write the articles."""
        ids = self._marking.meant
        what = "1 article" if len(ids) == 1 else f"{len(ids):,} articles"
        self._prompting.ask(
            Question(
                label=f"export {what} to",
                verb="Write",
                placeholder=PLACEHOLDER,
                accepted=lambda typed: self._write(ids, typed),
            )
        )

    def _write(self, ids: list[str], typed: str) -> None:
        library = self._desk.library
        if typed.strip():
            self._desk.jobs.ask(
                "export",
                lambda _cancelled: export(library, [library.info(each) for each in ids], typed),
                lambda path: self._desk.say(f"Written: {path}"),
            )
