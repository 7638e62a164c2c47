"""What is known of one name: other names, offices by article, related names, who is near, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on

from briefreader.model import Entity
from briefreader.ui.commands import action
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.dossier import Dossier

BAR = 30

Outcome = Passage | Entity


class AboutScreen(BrowseScreen[Outcome], inherit_bindings=False):
    """Lists what the collection knows; dismissed with a passage or another entity to go to."""

    NOTHING = "Looking …"

    def __init__(self, library: Library, entity: Entity) -> None:
        super().__init__()
        self._library, self._entity = library, entity
        self._dossier: Dossier | None = None
        self.TITLE_SHOWN = f"About {entity.name} ·"

    def on_mount(self) -> None:
        """Gather it beside the screen."""
        super().on_mount()
        entity = self._entity.id
        self.jobs.ask("about", lambda _cancelled: self._library.about(entity), self._take)

    def _take(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._draw(dossier)

    def on_resize(self) -> None:
        """Draw for the new width."""
        if self._dossier:
            self.call_after_refresh(self._draw, self._dossier)  # the list has its own width then

    def _draw(self, dossier: Dossier) -> None:
        """Show what is known, with the longest bar as long as there is room."""
        at = self.rows.cursor
        self.fill(list(rows_of(dossier)))
        self.rows.show(list(rows_of(dossier, min(BAR, self.rows.note_room))))
        self.rows.go_to(at)

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self._outcome)
    def open_row(self) -> None:
        """Go to the passage, or to the other entity's mentions."""
        if outcome := self._outcome:
            self.dismiss(outcome)

    @property
    def _outcome(self) -> Outcome | None:
        value = self.rows.choice.value if self.rows.choice else None
        return value if isinstance(value, Passage | Entity) else None


def rows_of(dossier: Dossier, cells: int = BAR) -> Iterator[Choice[object]]:
    """Yield the lines under their headings, with bars of at most so many cells."""
    for alias in dossier.entity.aliases:
        yield Choice(None, alias, group="Other names")
    for office in dossier.offices:
        where = office.article
        yield Choice(
            Passage(where.id, office.span),
            office.text,
            lead=(where.published or "")[:10],
            note=" · ".join(part for part in (where.source, where.title) if part),
            group="Offices and titles",
        )
    for relation, entity in dossier.related:
        yield Choice(entity, entity.name, lead=f"{entity.mentions:>5,}", note=relation, group="Related")
    for entity in dossier.near:
        yield Choice(
            entity, entity.name, lead=f"{entity.articles:>5,}", group="Together with, by articles shared"
        )
    most = max((count for _, count in dossier.months), default=1)
    for month, count in dossier.months:
        bar = glyphs.current().full * -(-cells * count // most)
        yield Choice(None, month, lead=f"{count:>5,}", note=bar, group="Articles by month")
