"""What is compared, and what becomes of it: other articles, sides changed, files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Comparison, Entity, Suggestion
from briefreader.ui.commands import action
from briefreader.ui.contents.suggestions import MOST, suggested
from briefreader.ui.controllers.exporting import OF_COMPARISONS
from briefreader.ui.passage import Passage
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.entity_sidebar import HEADINGS

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.screens.compare import CompareScreen
    from briefreader.ui.screens.compare_coverage import Wordings

Take = Callable[[int | None], None]


class Compared:
    """Asks the library beside the screen, and shows what it answers."""

    def __init__(self, screen: CompareScreen, library: Library, refs: tuple[int | str, ...]) -> None:
        self._screen, self._library, self._refs = screen, library, refs

    def start(
        self, refs: tuple[int | str, ...] | None = None, then: Callable[[], None] = lambda: None
    ) -> None:
        """Compare the two articles in hand, or others; call ``then`` when they are shown.

        Escape meanwhile goes back to those that are shown.
        """
        wanted = refs or self._refs

        def take(found: Comparison) -> None:
            self._refs = wanted
            self._screen.take(found)
            then()

        self._screen.jobs.ask_ahead(
            self._screen.ahead,
            "compare",
            lambda _cancelled: self._library.compare(*wanted),
            take,
            failed=self._screen.fail,
            given_up=self._screen.give_up,
        )

    def announce(self) -> None:
        """Show the texts while they are being compared."""
        refs = self._refs
        self._screen.jobs.ask(
            "texts",
            lambda _cancelled: [self._library.article(ref) for ref in refs[:2]],
            self._screen.show_texts,
            failed=self._screen.fail,
        )

    @property
    def _found(self) -> Comparison | None:
        return self._screen.linking.found

    @action("compare.swap", when=lambda self: self._found)
    def swap(self) -> None:
        """Change the sides."""
        self.start(tuple(reversed(self._refs)))

    @action("compare.change", when=lambda self: self._found)
    def change(self) -> None:
        """Offer other articles for the side that is not being read."""
        self._offer("Compare with", self._take_other)

    @action("compare.third", when=lambda self: self._found)
    def third(self) -> None:
        """Offer a further article, and show the claims of all three."""
        self._offer("A further account", self._take_third)

    def _offer(self, title: str, taken: Take) -> None:
        here = self._refs[self._screen.linking.side]
        self._screen.jobs.ask_ahead(
            self._screen.ahead,
            "suggestions",
            lambda _cancelled: self._library.similar(here, limit=MOST),
            lambda found: self._choose(title, found, taken),
        )

    def _choose(self, title: str, found: list[Suggestion], taken: Take) -> None:
        shown = {article.id for article in self._found.articles} if self._found else set()
        self._screen.app.push_screen(Chooser(title, suggested(found, shown), verb="Compare"), taken)

    def _take_other(self, key: int | None) -> None:
        if key is not None:
            here = self._refs[self._screen.linking.side]
            self.start((here, key) if self._screen.linking.side == 0 else (key, here))

    def _take_third(self, key: int | None) -> None:
        if key is not None:
            from briefreader.ui.screens.compare_coverage import CoverageScreen

            refs = (*self._refs, key)
            self._screen.app.push_screen(CoverageScreen(self._library, refs), self._set_side_by_side)

    def _set_side_by_side(self, claim: Wordings | None) -> None:
        """Compare the two accounts that make a claim, at that claim; read it where one alone does."""
        if claim and len(claim.passages) == 1:
            self._screen.dismiss(claim.passages[0])
        elif claim:
            one, other = claim.passages[:2]
            self.start(
                (one.article, other.article),
                lambda: self._screen.linking.go_to_passages(one.span, other.span),
            )

    @action("compare.names", when=lambda self: self._found)
    def names(self) -> None:
        """List who is named in both articles, and in one."""
        refs = self._refs
        self._screen.jobs.ask(
            "names",
            lambda _cancelled: [self._library.entities(ref) for ref in refs],
            self._show_names,
        )

    def _show_names(self, found: list[list[Entity]]) -> None:
        self._screen.app.push_screen(Chooser("Who is named", name_choices(found)))

    @action("compare.export", when=lambda self: self._found)
    def export(self) -> None:
        """Ask for a file."""
        if found := self._found:
            self._screen.exports.ask("the comparison", lambda: found, OF_COMPARISONS)

    @action("compare.read", when=lambda self: self._found)
    def read(self) -> None:
        """Leave for the reading pane, at the passage."""
        linking, found = self._screen.linking, self._found
        if found and linking.links:
            link = linking.current
            span = linking.links.span(link, linking.side) if link else linking.pane.visible_range()
            self._screen.dismiss(Passage(found.articles[linking.side].id, span))


def name_choices(found: list[list[Entity]]) -> list[Choice[str]]:
    """List the names of two articles: in both, in A alone, in B alone."""
    counts = [{entity.id: entity.mentions for entity in entities} for entities in found]
    known = {entity.id: entity for entities in found for entity in entities}
    rows = []
    for identity, entity in known.items():
        here = [identity in of_one for of_one in counts]
        group = "Named in both" if all(here) else f"No mention found in {'B' if here[0] else 'A'}"
        lead = " ".join(f"{of_one.get(identity, 0):>3}" for of_one in counts)
        rows.append(Choice(identity, entity.name, lead=lead, note=HEADINGS[entity.type], group=group))
    order = ["Named in both", "No mention found in B", "No mention found in A"]
    return sorted(rows, key=lambda row: order.index(row.group))
