"""What a click on the text does: n steps on from the name there, Enter opens the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.model import Entity, Span
from briefreader.ui.controllers.trail import NameTrail

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Pointing:
    """Acts on a place in the article that is open."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk, self._opening = desk, opening

    def press(self, place: int) -> None:
        """Go to the address at a place, or follow the name that stands there."""
        article, library = self._opening.article, self._desk.library
        if link := self._at(place, "link"):
            self._desk.article.go_to_span(link)
        elif article and (name := self._at(place, "mention")):
            self._desk.jobs.ask(
                "name under the mouse",
                lambda _cancelled: _entity(library, article.key, place),
                lambda entity: self._follow(entity, name),
            )

    def _at(self, place: int, layer: str) -> Span | None:
        spans = self._desk.article.highlights[layer]
        return next((span for span in spans if span.start <= place < span.end), None)

    def _follow(self, entity: Entity | None, name: Span) -> None:
        if entity:
            self._opening.lit.follow(NameTrail(entity), near=name.start)
        else:
            self._desk.say("It is not certain who is meant here")


def _entity(library: Library, key: int, place: int) -> Entity | None:
    """Return the entity that is mentioned at a place; None where its name is ambiguous."""
    found = next((each for each in library.mentions_in(key) if each.start <= place < each.end), None)
    return library.entity(found.entity) if found and found.entity else None
