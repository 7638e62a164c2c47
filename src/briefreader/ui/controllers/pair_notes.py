"""Notes on what two articles say of one thing: on both passages of a link, or on both values of a fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.model import Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Question
from briefreader.ui.passage import Passage

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.screens.compare import CompareScreen

Places = Sequence[tuple[str, Span]]  # ids of articles


class PairNotes:
    """Writes one note into each article, and leads to the notebook."""

    def __init__(self, screen: CompareScreen, library: Library) -> None:
        self._screen, self._library = screen, library

    @property
    def places(self) -> Places:
        """Where a note would go now."""
        found = self._screen.linking.found
        if found is None:
            return ()
        given = zip(found.articles, self._spans(), strict=False)
        return [(article.id, span) for article, span in given if span]

    def _spans(self) -> Sequence[Span | None]:
        linking, stop = self._screen.linking, self._screen.facts.stop
        if self._screen.facts.has_focus:
            return [stop.place_in(side) for side in (0, 1)] if stop else ()
        if linking.links and linking.current:
            return [linking.links.span(linking.current, side) for side in (0, 1)]
        return linking.at_fact

    @action("compare.note", when=lambda self: self.places)
    def note(self) -> None:
        """Ask for a note on the pair."""
        places = self.places  # what they are depends on the focus, which the question takes
        question = "note on both" if len(places) > 1 else "note"
        self._screen.prompting.ask(
            Question(question, accepted=lambda text: self._write(places, text.strip()), verb="Save")
        )

    def _write(self, places: Places, text: str) -> None:
        if text:
            noted = "Noted on both passages" if len(places) > 1 else "Noted on the passage"
            self._screen.jobs.change(
                lambda: [self._library.marks.add_note(*place, text) for place in places],
                lambda _notes: self._screen.say(noted),
            )

    @action("go.notebook")
    def notebook(self) -> None:
        """Go to all notes; one chosen there is read in the reading pane."""
        from briefreader.ui.screens.notebook import NotebookScreen

        self._screen.app.push_screen(NotebookScreen(self._library), self._leave)

    def _leave(self, passage: Passage | None) -> None:
        if passage:
            self._screen.dismiss(passage)
