"""A tour of three steps for who opens the sample for the first time: find, ask who is meant, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefreader.resources import sample_corpus
from briefreader.ui.commands import action
from briefreader.ui.remembered import recall, remember
from briefreader.ui.widgets.tour_line import TourLine

if TYPE_CHECKING:
    from briefreader.ui.screens.main import MainScreen


class Step(NamedTuple):
    """What to try, the commands by which it has been tried, and how where no names are in sight."""

    words: str
    tried_by: frozenset[str]
    without_names: str = ""


STEPS = (
    Step(
        "1 of 3: press {search.open}, type kuleba, then enter; {match.next} goes to the next hit.",
        frozenset({"match.next"}),
    ),
    Step(
        "2 of 3: press {pane.next} until the names are lit, go to one and press enter; {match.next} goes on.",
        frozenset({"sidebar.open"}),
        "2 of 3: press {pane.sidebar} for the names, go to one and press enter; {match.next} goes on.",
    ),
    Step(
        "3 of 3: {compare.similar} lists the accounts most like this one; enter sets both side by side.",
        frozenset({"compare.similar", "compare.mark"}),
    ),
    Step("That is the heart of it. {app.help} shows every key, {go.notebook} your notes.", frozenset()),
)


class Touring:
    """Tells the next step above the panes until it was tried; ended, it does not come by itself again."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen, self._line, self._at = screen, TourLine(), 0

    def begin(self) -> None:
        """Offer the tour where the sample is read and no tour was ended before."""
        roots = self._screen.desk.library.collection.roots
        if roots == (sample_corpus(),) and not recall("tour").get("ended"):
            self._show(0)

    @action("go.tour")
    def toggle(self) -> None:
        """End the tour for good, or begin it anew."""
        if self._line.is_attached:
            self._end()
            self._screen.say("The tour is ended; the command palette has it")
        else:
            self._show(0)

    def ran(self, command: str) -> None:
        """Go on where the step shown has been tried; the last one is there to be read once."""
        if not self._line.is_attached:
            return
        if self._at == len(STEPS) - 1 and command != "go.tour":
            self._end()
        elif command in STEPS[self._at].tried_by:
            self._show(self._at + 1)

    def _show(self, number: int) -> None:
        self._at = number
        if number == len(STEPS) - 1:
            remember("tour", "ended", True)
        step = STEPS[number]
        hidden = step.without_names and not self._screen.panes.shown.shows("sidebar")
        words = step.without_names if hidden else step.words
        self._line.tell(self._screen.with_keys(f"{words} ({{go.tour}} ends the tour)"))
        if not self._line.is_attached:
            self._screen.mount(self._line, before=0)

    def _end(self) -> None:
        remember("tour", "ended", True)
        self._line.remove()
        self._line = TourLine()
