"""Who is mentioned together with whom: pairs of names by the articles that have both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from briefreader.model import Entity
from briefreader.ui.commands import action
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library, Listing

NAMES = 16
PARTNERS = 6
BAR = 24

Pair = tuple[Entity, Entity]


class TogetherScreen(BrowseScreen[Pair], inherit_bindings=False):
    """Lists pairs under each name; dismissed with the pair chosen, to narrow the list by both."""

    TITLE_SHOWN = "Mentioned together"
    NOTHING = "No two names are mentioned in one article"

    def __init__(self, library: Library, listing: Listing) -> None:
        super().__init__()
        self._library, self._listing = library, listing
        self._pairs: list[Together] = []

    def on_mount(self) -> None:
        """Count beside the screen."""
        super().on_mount()
        self.jobs.ask(
            "together", lambda cancelled: pairs_of(self._library, self._listing, cancelled), self._take
        )

    def _take(self, pairs: list[Together]) -> None:
        self._pairs = pairs
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        if self._pairs:
            self.call_after_refresh(self._draw)  # the list has its own width then

    def _draw(self) -> None:
        """Show the pairs, with the longest bar as long as there is room."""
        at = self.rows.cursor
        self.fill([pair.row() for pair in self._pairs])
        room = min(BAR, self.rows.note_room)
        self.rows.show([pair.row(room) for pair in self._pairs])
        self.rows.go_to(at)

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self.rows.choice)
    def open_pair(self) -> None:
        """List the articles that mention both."""
        choice = self.rows.choice
        if choice and isinstance(choice.value, tuple):
            self.dismiss(choice.value)


@dataclass(frozen=True, slots=True)
class Together:
    """Two names, in how many articles both are, and that as a part (0 to 1) of the articles of any name."""

    pair: Pair
    count: int
    part: float

    def row(self, cells: int = 0) -> Choice[Pair]:
        """Return the line for the pair, with a bar of at most so many cells."""
        bar = glyphs.current().full * max(round(cells * self.part), min(cells, 1))
        one, other = self.pair
        return Choice(self.pair, other.name, lead=f"{self.count:>5,}", note=bar, group=one.name)


def pairs_of(library: Library, listing: Listing, cancelled: Callable[[], bool]) -> list[Together]:
    """Return, for the names most mentioned, whom each is mentioned with most; runs in a thread."""
    names = library.entities(keys=listing.keys, limit=NAMES)
    articles: dict[str, set[int]] = {}
    for entity in names:
        if cancelled():
            return []
        articles[entity.id] = set(
            library.listing(sort="relevance", keys=listing.keys, entities=[entity.id]).keys
        )
    most = max((len(keys) for keys in articles.values()), default=1)
    return [row for entity in names for row in _partners(entity, names, articles, most)]


def _partners(
    entity: Entity, names: list[Entity], articles: dict[str, set[int]], most: int
) -> list[Together]:
    shared = [
        (len(articles[entity.id] & articles[other.id]), other) for other in names if other.id != entity.id
    ]
    best = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])[:PARTNERS]
    return [Together((entity, other), count, count / most) for count, other in best]
