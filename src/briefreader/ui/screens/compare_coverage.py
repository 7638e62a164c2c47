"""Three accounts and more: claims by articles, a line for each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from briefreader.model import Comparison, Span
from briefreader.ui.commands import action
from briefreader.ui.facts import LETTERS
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library


class CoverageScreen(BrowseScreen[Passage], inherit_bindings=False):
    """Shows which claim stands in which article; dismissed with the passage of the one chosen."""

    TITLE_SHOWN = "Claims by article"
    NOTHING = "Comparing …"

    def __init__(self, library: Library, refs: tuple[int | str, ...]) -> None:
        super().__init__()
        self._library, self._refs = library, refs

    def on_mount(self) -> None:
        """Compare beside the screen."""
        super().on_mount()
        self.jobs.ask("coverage", lambda _cancelled: rows_of(self._library, self._refs), self.fill)

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self.rows.choice)
    def open_claim(self) -> None:
        """Go to the claim in the first article that makes it."""
        choice = self.rows.choice
        if choice and isinstance(choice.value, Passage):
            self.dismiss(choice.value)


def rows_of(library: Library, refs: tuple[int | str, ...]) -> list[Choice[Passage]]:
    """Return the claims, those found in most articles first; runs in a thread."""
    found = library.compare(*refs)
    rows = []
    for claim in library.claims(found):
        first = next(place for place, units in enumerate(claim.units) if units)
        span = _span(found, first, claim.units[first])
        lead = " ".join(letter if units else "." for letter, units in zip(LETTERS, claim.units, strict=False))
        article = found.articles[first]
        words = " ".join(span.cut(article.text).split())
        group = f"Found in {claim.articles} of {len(found.articles)}"
        rows.append(Choice(Passage(article.id, span), words, lead=lead, group=group))
    return rows


def _span(found: Comparison, article: int, units: tuple[int, ...]) -> Span:
    first = found.units[article][units[0]]
    return Span(first.start, first.end)
