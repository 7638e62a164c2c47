"""Going on in the next article, where a step or a count leads beyond the spans of the one that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefreader.errors import NothingFound
from briefreader.model import Span
from briefreader.ui.contents.neighbours import none_beyond

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.controllers.trail import Trail
    from briefreader.ui.desk import Desk

FRUITLESS = 200
"""After so many articles in a row without a span there is none within reach."""


class Reached(NamedTuple):
    """The article that a count led to, its span if it has any, and how many steps were left over."""

    article: int | None
    span: Span | None
    left: int


class Crossing:
    """Leads along a trail through the articles next to the one that is open, in the order of the list."""

    def __init__(self, desk: Desk, opening: Opening, listing: Listing) -> None:
        self._desk, self._opening, self._listing = desk, opening, listing

    def go(self, trail: Trail, by: int, *, at_edge: Span | None, bare: bool = False) -> None:
        """Go so many spans on from the end of this article, or back from its beginning if negative.

        Where there are not so many, go to the outermost, at least to ``at_edge``, and say so. With ``bare``
        an article without spans is a step as well: it was found by something else than its text.
        """
        found = self._listing.found
        if found is None:
            return
        here = self._opening.article.key if self._opening.article else 0
        library, listed = self._desk.library, found.listing.keys
        self._desk.jobs.ask_ahead(
            self._desk.ahead,
            "crossing",
            lambda cancelled: _reached(
                library, trail, _beyond(trail.keys(library, listed), listed, here, by), by, bare, cancelled
            ),
            lambda reached: self._arrive(reached, trail, here, by, at_edge),
        )

    def _arrive(self, reached: Reached, trail: Trail, left: int, by: int, at_edge: Span | None) -> None:
        if (self._opening.article.key if self._opening.article else 0) != left:
            return  # another article was opened meanwhile
        if reached.left:
            self._desk.say(none_beyond(by, trail.label))
        if reached.article is not None:
            self._listing.select(reached.article)
            self._opening.open(reached.article, at=reached.span or "start")
        elif at_edge:
            self._desk.article.go_to_span(at_edge)


def _beyond(keys: Sequence[int], listed: Sequence[int], here: int, by: int) -> Iterable[int]:
    """Return the articles of ``keys`` beyond ``here``, the nearest in the order of ``listed`` first."""
    on_trail = set(keys)
    order = [key for key in listed if key in on_trail or key == here]
    place = order.index(here) if here in order else len(order) if by < 0 else -1
    return order[place + 1 :] if by > 0 else reversed(order[:place])


def _reached(
    library: Library,
    trail: Trail,
    beyond: Iterable[int],
    by: int,
    bare: bool,
    cancelled: Callable[[], bool],
) -> Reached:
    steps, fruitless, outermost = abs(by), 0, Reached(None, None, abs(by))
    for key in beyond:
        stops = _stops(library, trail, key) or ([None] if bare else [])
        if steps <= len(stops):
            return Reached(key, stops[steps - 1 if by > 0 else -steps], 0)
        fruitless = 0 if stops else fruitless + 1
        if cancelled() or fruitless >= FRUITLESS:
            break
        if stops:
            steps -= len(stops)
            outermost = Reached(key, stops[-1 if by > 0 else 0], steps)
    return outermost


def _stops(library: Library, trail: Trail, key: int) -> Sequence[Span | None]:
    try:
        return trail.spans(library, library.article(key))
    except NothingFound:  # it was removed since it was listed
        return ()
