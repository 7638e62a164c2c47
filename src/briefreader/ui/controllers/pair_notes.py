"""Notes on what two articles say of one thing: on both passages of a link, or on what gives a fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.model import Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Question

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.screens.compare import CompareScreen

Places = Sequence[tuple[str, Span]]  # ids of articles


class PairNotes:
    """Writes one note into each article."""

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
        links = linking.links
        if links and self._screen.facts.has_focus:  # whole sentences: the span of a role is the name alone
            return [links.sentence(side, stop.place_in(side)) for side in (0, 1)] if stop else ()
        if links and linking.current:
            return [links.span(linking.current, side) for side in (0, 1)]
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
                lambda: self._library.marks.add_notes(places, text),
                lambda _notes: self._screen.say(noted),
            )

    @action("note.quote", when=lambda self: self._screen.linking.found)
    def quote(self) -> None:
        """Collect what a note would stand on, or else the sentence that begins what is in sight."""
        places = self.places or self._in_sight()
        if not places:
            self._screen.say("No sentence is in sight to collect")
            return
        collected = "both passages as quotes" if len(places) > 1 else "the sentence as a quote"
        self._screen.jobs.change(
            lambda: self._library.marks.add_notes(places, ""),
            lambda _notes: self._screen.say(f"Collected {collected}"),
        )

    def _in_sight(self) -> Places:
        found, side = self._screen.linking.found, self._screen.linking.side
        place = self._screen.linking.pane.place
        units = found.units[side] if found else ()
        sentences = [Span(unit.start, unit.end) for unit in units if unit.end > place]
        return [(found.articles[side].id, sentences[0])] if found and sentences else ()
