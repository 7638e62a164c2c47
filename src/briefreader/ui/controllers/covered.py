"""What becomes of a table of claims: a further account, a note on a claim, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.model import Suggestion
from briefreader.ui.commands import action
from briefreader.ui.contents.suggestions import MOST, suggested
from briefreader.ui.controllers.exporting import OF_COMPARISONS
from briefreader.ui.controllers.prompting import Question
from briefreader.ui.screens.chooser import Chooser

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.screens.compare_coverage import CoverageScreen


class Covered:
    """Asks the library beside the screen of claims, and shows what it answers."""

    def __init__(self, screen: CoverageScreen, library: Library) -> None:
        self._screen, self._library = screen, library

    @action("claims.add", when=lambda self: self._screen.found)
    def add(self) -> None:
        """Offer a further account."""
        first = self._screen.refs[0]
        self._screen.jobs.ask_ahead(
            self._screen.ahead,
            "suggestions",
            lambda _cancelled: self._library.similar(first, limit=MOST),
            self._choose,
        )

    def _choose(self, found: list[Suggestion]) -> None:
        shown = {article.id for article in self._screen.found.articles} if self._screen.found else set()
        self._screen.app.push_screen(Chooser("A further account", suggested(found, shown)), self._take)

    def _take(self, key: int | None) -> None:
        if key is not None:
            self._screen.start((*self._screen.refs, key))

    @action("claims.note", when=lambda self: self._screen.claim)
    def note(self) -> None:
        """Ask for a note on a claim, wherever it was found."""
        self._screen.prompting.ask(
            Question("note on the claim in each account", accepted=self._write_notes, verb="Save")
        )

    def _write_notes(self, text: str) -> None:
        claim = self._screen.claim
        if claim and text.strip():
            places = [(str(each.article), each.span) for each in claim.passages if each.span]
            self._screen.jobs.change(
                lambda: self._library.marks.add_notes(places, text.strip()),
                lambda notes: self._screen.say(f"Noted in {len(notes)} accounts"),
            )

    @action("claims.export", when=lambda self: self._screen.found)
    def export(self) -> None:
        """Ask for a file."""
        if found := self._screen.found:
            self._screen.exports.ask("the comparison", lambda: found, OF_COMPARISONS)
