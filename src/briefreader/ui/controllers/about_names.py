"""From a name in the sidebar to what is known of it, and to every place that mentions it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.model import Entity
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.controllers.trail import FindTrail, NameTrail, QueryTrail
from briefreader.ui.passage import Passage

if TYPE_CHECKING:
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.main import MainScreen


class AboutNames:
    """Opens the concordance and the screen about one name."""

    def __init__(
        self, screen: MainScreen, desk: Desk, naming: Naming, opening: Opening, prompting: Prompting
    ) -> None:
        self._screen, self._desk, self._prompting = screen, desk, prompting
        self._naming, self._opening = naming, opening

    @action("sidebar.about", when=lambda self: self._naming.chosen)
    def about(self) -> None:
        """Show what is known of the name under the cursor."""
        if entity := self._naming.chosen:
            self._about(entity)

    def _about(self, entity: Entity) -> None:
        from briefreader.ui.screens.about import AboutScreen

        self._screen.app.push_screen(AboutScreen(self._desk.library, entity), self._go_on)

    def _go_on(self, outcome: Passage | Entity | None) -> None:
        if isinstance(outcome, Entity):
            self._about(outcome)
        else:
            self._visit(outcome)

    @action("sidebar.mentions", when=lambda self: self._naming.chosen)
    def mentions(self) -> None:
        """List every mention of the name under the cursor."""
        if entity := self._naming.chosen:
            self._list(entity.id, entity.name)

    @action("go.concordance")
    def concordance(self) -> None:
        """List every place of what n steps through, or else of words that are asked for."""
        trail = self._opening.lit.trail
        if isinstance(trail, NameTrail):
            self._list(trail.entity.id, trail.entity.name)
        elif isinstance(trail, QueryTrail):
            self._list(trail.query, trail.query)
        elif isinstance(trail, FindTrail) and trail.words.strip():
            self._list(f'"{trail.words}"', trail.words)
        else:
            self._prompting.ask(
                Question(
                    "in context",
                    placeholder="a name, or a query as for /",
                    accepted=self._asked,
                    verb="List",
                )
            )

    def _asked(self, words: str) -> None:
        if words.strip():
            self._list(words.strip(), words.strip())

    def _list(self, name: str, label: str) -> None:
        from briefreader.ui.screens.concordance import ConcordanceScreen

        self._screen.app.push_screen(ConcordanceScreen(self._desk.library, name, label), self._visit)

    def _visit(self, passage: Passage | None) -> None:
        if passage:
            self._opening.before_leaving()
        self._screen.visit(passage)
