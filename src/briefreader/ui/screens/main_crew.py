"""What can be done on the main screen besides listing, by subject: loaded once the list is painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.ui.controllers.about_names import AboutNames
from briefreader.ui.controllers.amending import Amending
from briefreader.ui.controllers.comparing import Comparing
from briefreader.ui.controllers.copying import Copying
from briefreader.ui.controllers.correcting import Correcting
from briefreader.ui.controllers.crossing import Crossing
from briefreader.ui.controllers.exporting import Exporting
from briefreader.ui.controllers.filtering import Filtering
from briefreader.ui.controllers.finding import Finding
from briefreader.ui.controllers.going import Going
from briefreader.ui.controllers.jumping import Jumping
from briefreader.ui.controllers.labelling import Labelling
from briefreader.ui.controllers.marking import Marking
from briefreader.ui.controllers.moving import Moving
from briefreader.ui.controllers.name_filtering import NameFiltering
from briefreader.ui.controllers.noting import Noting
from briefreader.ui.controllers.outside import Outside
from briefreader.ui.controllers.pointing import Pointing
from briefreader.ui.controllers.prompting import Prompting
from briefreader.ui.controllers.reading import Reading
from briefreader.ui.controllers.renewing import Renewing
from briefreader.ui.controllers.resuming import Resuming
from briefreader.ui.controllers.search_language import SearchLanguage
from briefreader.ui.controllers.search_memory import SearchMemory
from briefreader.ui.controllers.search_narrowing import SearchNarrowing
from briefreader.ui.controllers.searching import Searching
from briefreader.ui.controllers.selecting import Selecting
from briefreader.ui.controllers.stepping import Stepping
from briefreader.ui.controllers.stepping_back import SteppingBack, Undoable
from briefreader.ui.controllers.syncing import Syncing
from briefreader.ui.controllers.text_links import TextLinks
from briefreader.ui.controllers.touring import Touring
from briefreader.ui.controllers.undoing import Undoing
from briefreader.ui.controllers.watching import Watching
from briefreader.ui.widgets.prompt_line import PromptLine

if TYPE_CHECKING:
    from briefreader.ui.screens.main import MainScreen


class Crew:
    """The controllers of a main screen but for those of the list."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self.line = PromptLine(id="prompt")
        self.prompting = Prompting(self.line, screen.back_to_pane)
        self.marking = Marking(screen.desk, screen.listing, screen.marked, screen.opening, self.prompting)
        self.finding = Finding(screen.desk, self.prompting, screen.opening)
        self.searching = Searching(screen.desk, self.prompting, screen.listing, screen.opening)
        self.selecting = Selecting(screen.desk, screen.opening)
        self.crossing = Crossing(screen.desk, screen.opening, screen.listing)
        self.comparing = Comparing(screen.desk, screen.compare, lambda: self.syncing.at_work)
        self.outside = Outside(lambda: screen.reader, screen.desk, self.prompting)
        self.renewing = Renewing(screen.desk, screen.opening)
        self.resuming = Resuming(screen)
        self.syncing = Syncing(screen.desk, self._taken_in)
        self.watching = Watching(screen.desk, self.syncing)
        self.touring = Touring(screen)
        self.noting = Noting(screen.desk, screen.opening, self.prompting, screen.marked.forget)
        self.pointing = Pointing(screen.desk, screen.opening)

    def owners(self) -> Iterator[object]:
        """Yield everyone who does commands."""
        yield from self._finders()
        yield from self._readers()
        yield from self._menders()
        yield self.touring
        yield Moving(self._screen.target)
        screen = self._screen
        yield SteppingBack(*self._steps_back(), panes=screen.panes, leave=lambda: screen.reader.exit(0))

    def _finders(self) -> Iterator[object]:
        screen, desk, prompting, searching = self._screen, self._desk, self.prompting, self.searching
        yield from (prompting, searching, self.finding)
        yield SearchLanguage(screen, searching, screen.listing, prompting, self.line)
        yield SearchMemory(screen, desk, searching, prompting)
        yield SearchNarrowing(screen, desk, searching, screen.listing, prompting)
        yield Filtering(desk, prompting, screen.listing)
        yield NameFiltering(desk, prompting, screen.naming)
        yield Stepping(desk, screen.opening, self.crossing)
        yield Jumping(screen.opening, screen.listing)
        yield Going(screen, desk, screen.listing)

    def _readers(self) -> Iterator[object]:
        screen, desk = self._screen, self._desk
        yield from (self.selecting, self.comparing, self.outside)
        yield Reading(desk, screen.opening, screen.naming, self.crossing)
        yield Labelling(desk, screen.opening, screen.naming, self.prompting)
        yield AboutNames(screen, desk, screen.naming, screen.opening, self.prompting)
        yield TextLinks(desk, screen.opening, self.outside.visit)
        yield Copying(lambda: screen.reader, desk, screen.opening)

    def _menders(self) -> Iterator[object]:
        screen, desk, prompting = self._screen, self._desk, self.prompting
        yield self.marking
        yield self.noting
        yield Undoing(screen, desk.library.marks, self.taken_back)
        yield Correcting(screen, desk, screen.naming, screen.opening, prompting, screen.renew)
        yield Amending(screen, desk, screen.opening, prompting, screen.renew)
        yield Exporting(desk, self.marking, prompting)

    def _steps_back(self) -> tuple[Undoable, ...]:
        screen = self._screen
        return (
            *(self.prompting, self.selecting, screen.naming, self.finding, self.marking),
            *(self.comparing, screen.panes, screen.listing),
        )

    def begin(self) -> None:
        """Read the rest of the list, and bring the collection up to date where that is wanted."""
        self.resuming.begin()
        if self._screen.naming.scope != "here":  # those are asked for as an article is opened
            self._screen.naming.renew()
        self.touring.begin()
        wanted = self._desk.settings.list
        if wanted.update:
            (self.syncing if wanted.watch == "no" else self.watching).start()

    def taken_back(self) -> None:
        """Show what stands after a step was taken back or taken again, whatever it was about."""
        self.noting.renew()
        self._taken_in()

    def _taken_in(self) -> None:
        self._screen.renew()
        self._screen.naming.renew()
        self.renewing.look()
