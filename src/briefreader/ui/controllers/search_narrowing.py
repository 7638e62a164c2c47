"""How the hits spread over sources, months and names, and narrowing the query by one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from briefreader.ui.commands import action
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from briefreader.model import Facet, Hits
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.prompting import Prompting
    from briefreader.ui.controllers.searching import Searching
    from briefreader.ui.desk import Desk

_HEADINGS = {
    "source": "Sources",
    "month": "Months",
    "person": "People",
    "org": "Organisations",
    "place": "Places",
    "misc": "Other names",
}
_EVERYTHING = "*"


class SearchNarrowing:
    """Adds what is chosen to the query; takes up the spelling that the search suggests."""

    def __init__(
        self, screen: Screen[None], desk: Desk, searching: Searching, listing: Listing, prompting: Prompting
    ) -> None:
        self._screen, self._desk, self._searching = screen, desk, searching
        self._listing, self._prompting = listing, prompting

    @action("search.narrow", when=lambda self: self._searching.apt)
    def narrow(self) -> None:
        """Choose a source, a month or a name that the hits have."""
        self._searching.keep()
        query = self._searching.query or _EVERYTHING
        self._desk.jobs.ask(
            "facets",
            lambda cancelled: self._desk.library.search(query, limit=0, facets=True, cancelled=cancelled),
            self._show,
        )

    def _show(self, hits: Hits) -> None:
        if not hits.facets:
            self._desk.say("There is nothing to narrow by")
            return
        choices = [
            Choice(term(facet), facet.value, lead=f"{facet.count:,}", group=_HEADINGS[facet.field])
            for facet in _together(hits.facets)
        ]
        self._screen.app.push_screen(Chooser("Only articles with …", choices), self._add)

    def _add(self, chosen: str | None) -> None:
        if chosen is not None:
            before = self._searching.query
            after = " ".join((before, chosen)).strip()
            self._listing.note_facet(before, after)
            self._desk.use("list")
            self._searching.run(after)

    @action("search.correct", when=lambda self: self._better)
    def correct(self) -> None:
        """Search for what the query probably meant."""
        self._prompting.cancel()
        self._searching.run(self._better)

    @property
    def _better(self) -> str:
        hits = self._listing.hits
        return (hits.did_you_mean if hits else None) or ""


def term(facet: Facet) -> str:
    """Return the query for what a facet counts."""
    if facet.field == "month":
        return f"date:{facet.value}"
    value = facet.value.replace('"', " ")
    return f'{facet.field}:"{value}"'


def _together(facets: tuple[Facet, ...]) -> list[Facet]:
    order = list(_HEADINGS)
    known = (facet for facet in facets if facet.field in _HEADINGS)
    return sorted(known, key=lambda facet: order.index(facet.field))
