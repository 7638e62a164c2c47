"""The compare screen: two accounts side by side, their links, and the facts they give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from briefreader.errors import BriefreaderError
from briefreader.model import Article, Comparison, Span
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.commands import action
from briefreader.ui.contents.facts import LETTERS, Stop
from briefreader.ui.controllers.compared import Compared
from briefreader.ui.controllers.exporting import Exports
from briefreader.ui.controllers.linking import Linking
from briefreader.ui.controllers.moving import Movable, Moving
from briefreader.ui.controllers.pair_notes import PairNotes
from briefreader.ui.passage import Passage
from briefreader.ui.screens.footed import FootedScreen
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.compare_facts import FactsPane
from briefreader.ui.widgets.compare_marks import legend
from briefreader.ui.widgets.compare_pane import AccountPane, Side
from briefreader.ui.widgets.strips import plain

if TYPE_CHECKING:
    from briefreader.library import Library

COLUMNS_FROM = 100
FACTS_FROM = 180


class CompareScreen(FootedScreen[Passage], inherit_bindings=False):
    """Compares the articles of ``refs``; dismissed with a passage to read, or None."""

    PLACE = "compare"

    CSS = """
    CompareScreen #accounts { height: 1fr; layout: vertical; }
    CompareScreen.-columns #accounts { layout: horizontal; }
    CompareScreen #accounts > * {
        width: 1fr; height: 1fr; border: round $border-blurred; border-title-color: $foreground-muted;
    }
    CompareScreen #accounts > *:focus {
        border: round $border; border-title-color: $accent; border-title-style: bold;
    }
    CompareScreen #facts { display: none; }
    CompareScreen.-wide #facts { display: block; width: 62; }
    CompareScreen.-facts #accounts > AccountPane { display: none; }
    CompareScreen.-facts #facts { display: block; width: 1fr; }
    CompareScreen #legend { height: 1; color: $foreground-muted; padding: 0 1; }
    .-ascii CompareScreen #accounts > * { border: ascii $border-blurred; }
    .-ascii CompareScreen #accounts > *:focus { border: ascii $border; }
    """

    def __init__(self, library: Library, refs: tuple[int | str, ...]) -> None:
        super().__init__(self._return)
        self.panes = (AccountPane(id="left"), AccountPane(id="right"))
        self.facts = FactsPane(id="facts")
        self.legend = Static(id="legend", markup=False)
        self._among_facts = False
        self.linking = Linking(library, self.panes, self.say, self.tell)
        self.exports = Exports(library, self.prompting, self.jobs, self.say)
        self.compared = Compared(self, library, refs)
        notes = PairNotes(self, library)
        for owner in (Moving(lambda: self.target), self.linking, self.compared, notes, self.prompting, self):
            self.actions.add(owner)

    def compose(self) -> ComposeResult:
        """Both accounts and the facts above legend, prompt line and status bar."""
        with Container(id="accounts"):
            yield self.panes[0]
            yield self.panes[1]
            yield self.facts
        yield self.legend
        yield self.prompt
        yield self.status

    def on_mount(self) -> None:
        """Begin on the left, and compare beside the screen."""
        self.set_focus(self.panes[0])
        self.status.message = "Comparing …"
        self.compared.announce()
        self.compared.start()

    def take(self, found: Comparison) -> None:
        """Show a comparison."""
        self.status.message = ""
        for pane, letter, article in zip(self.panes, LETTERS, found.articles, strict=False):
            pane.border_title = plain(f"{letter}{glyphs.current().dot}{headline(article)}")
        self.facts.border_title = Content("Facts")
        self.facts.show(found.facts)
        self.linking.take(found)

    def show_texts(self, articles: Sequence[Article]) -> None:
        """Show two texts as they are, until their comparison comes."""
        if self.linking.found is None:
            for pane, letter, article in zip(self.panes, LETTERS, articles, strict=False):
                pane.border_title = plain(f"{letter}{glyphs.current().dot}{headline(article)}")
                pane.show(Side(article, (), {}))
            titles = " and ".join(article.title for article in articles)
            self.say(sanitize_line(f"Comparing {titles} …"))

    def fail(self, error: BriefreaderError) -> None:
        """Say why there is nothing to compare."""
        self.say(str(error))

    def give_up(self) -> None:
        """Leave, unless a comparison is shown: the one awaited is not wanted any more."""
        if self.linking.found is None:
            self.dismiss(None)

    @property
    def target(self) -> Movable:
        """What the moving keys move in."""
        return self.facts if self.facts.has_focus else self.linking.pane

    def run_command(self, command: str, count: int | None = None) -> None:
        """Do a command; both sides keep in step after one that moves."""
        self.status.message = ""
        super().run_command(command, count)
        if self.is_current:
            if command.startswith("move.") and not self.facts.has_focus:
                self.linking.follow()
            self.tell()

    def tell(self) -> None:
        """Show where one is and what can be done."""
        self.status.where = "" if self.facts.has_focus else self.linking.described
        self.legend.visible = not self.has_class("-facts")
        self.status.filtered = "" if self.linking.locked else "unlocked"
        self.status.hints = self.hints()

    def on_resize(self, event: events.Resize) -> None:
        """Columns where there is room, else one above the other; facts beside them on a wide screen."""
        self.legend.update(Content(legend(event.size.width - 2)))
        self.set_class(event.size.width >= COLUMNS_FROM, "-columns")
        self.set_class(event.size.width >= FACTS_FROM, "-wide")
        if self.has_class("-wide"):
            self.remove_class("-facts")

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        if event.widget in self.panes:
            self.linking.side = self.panes.index(event.widget)
        if event.widget in (*self.panes, self.facts):
            self._among_facts = event.widget is self.facts
            self.tell()

    def _return(self) -> None:
        """Go back from a line asked for to where one was."""
        self.set_focus(self.facts if self._among_facts else self.linking.pane)

    @action("compare.facts")
    def show_facts(self) -> None:
        """Go to the facts, over the texts where there is no room beside them; or back to the texts."""
        if self.facts.has_focus:
            self._leave_facts()
        else:
            self.set_class(not self.has_class("-wide"), "-facts")
            self.set_focus(self.facts)

    def _leave_facts(self) -> None:
        self.remove_class("-facts")
        self.set_focus(self.linking.pane)

    @action("compare.side")
    def change_side(self) -> None:
        """Read on in the other article."""
        if self.facts.has_focus:
            self._leave_facts()
        else:
            self.set_focus(self.panes[1 - self.linking.side])

    @action("compare.counterpart")
    def counterpart(self) -> None:
        """Go to the counterpart of a passage, or to the place of a fact."""
        stop = self.facts.stop
        if not self.facts.has_focus:
            self.linking.counterpart()
        elif stop and stop.article < len(self.panes):
            self.linking.side = stop.article
            self._leave_facts()
            self.call_after_refresh(self._go_to, stop)  # panes just shown again have their height then

    def _go_to(self, stop: Stop) -> None:
        """Go to a value, and on the other side to what stands against it."""
        self.linking.go_to_fact(stop.article, (stop.place_in(0), stop.place_in(1)))
        for side, pane in enumerate(self.panes):
            pane.mark("fact", [stop.span] if side == stop.article else [])

    @on(FactsPane.Rested)
    def _show_value(self, event: FactsPane.Rested) -> None:
        if self.has_class("-wide") and event.at.article < len(self.panes):
            self._light(event.at.article, event.at.span)

    def _light(self, side: int, span: Span) -> None:
        pane = self.panes[side]
        pane.mark("fact", [span])
        pane.mark("current", [span])
        pane.put_at(span.start, pane.size.height // 3)

    def step_back(self) -> bool:
        """Leave the facts for the texts; tell whether one was there."""
        among = self.facts.has_focus
        if among:
            self._leave_facts()
        return among


def headline(article: Article) -> str:
    """Return source, day and title of an article on one line."""
    known = (article.source, (article.published or "")[:10], article.title)
    return glyphs.current().dot.join(part for part in known if part)
