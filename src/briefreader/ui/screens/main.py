"""The main screen: list, article and names side by side, put together from one controller per subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from briefreader.keymap import Context
from briefreader.model import Progress
from briefreader.ui.controllers.amending import Amending
from briefreader.ui.controllers.comparing import Comparing
from briefreader.ui.controllers.copying import Copying
from briefreader.ui.controllers.correcting import Correcting
from briefreader.ui.controllers.exporting import Exporting
from briefreader.ui.controllers.filtering import Filtering
from briefreader.ui.controllers.finding import Finding
from briefreader.ui.controllers.following import Following
from briefreader.ui.controllers.footing import Footing
from briefreader.ui.controllers.going import Going
from briefreader.ui.controllers.jumping import Jumping
from briefreader.ui.controllers.knowing import Knowing
from briefreader.ui.controllers.labelling import Labelling
from briefreader.ui.controllers.listing import Listing
from briefreader.ui.controllers.marking import Marking
from briefreader.ui.controllers.moving import Movable, Moving
from briefreader.ui.controllers.naming import Naming
from briefreader.ui.controllers.noting import Noting
from briefreader.ui.controllers.opening import Opening
from briefreader.ui.controllers.outside import Outside
from briefreader.ui.controllers.panes import Panes
from briefreader.ui.controllers.prompting import Prompting
from briefreader.ui.controllers.reading import Reading
from briefreader.ui.controllers.renewing import Renewing
from briefreader.ui.controllers.returning import Returning
from briefreader.ui.controllers.search_language import SearchLanguage
from briefreader.ui.controllers.search_memory import SearchMemory
from briefreader.ui.controllers.search_narrowing import SearchNarrowing
from briefreader.ui.controllers.searching import Searching
from briefreader.ui.controllers.selecting import Selecting
from briefreader.ui.controllers.stepping import Stepping
from briefreader.ui.controllers.syncing import Syncing, reading
from briefreader.ui.controllers.watching import Watching
from briefreader.ui.desk import Desk
from briefreader.ui.passage import Passage
from briefreader.ui.screens.commanding import CommandScreen, Hint
from briefreader.ui.widgets.article_list import ArticleList
from briefreader.ui.widgets.article_view import ArticleView
from briefreader.ui.widgets.entity_sidebar import EntitySidebar
from briefreader.ui.widgets.prompt_line import PromptLine
from briefreader.ui.widgets.status_bar import StatusBar
from briefreader.ui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.settings import Settings


class MainScreen(CommandScreen[None]):
    """Composes the panes and hands what happens in them to the controllers."""

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self.prompt = PromptLine(id="prompt")
        self.desk = Desk(
            library=library,
            settings=settings,
            jobs=self.jobs,
            say=self.say,
            key=self.key,
            list=ArticleList(id="list"),
            article=ArticleView(id="article"),
            sidebar=EntitySidebar(id="sidebar"),
            status=StatusBar(id="status"),
        )
        self._assemble()

    def _assemble(self) -> None:
        desk = self.desk
        self.panes = Panes(self, desk)
        self.listing = Listing(desk)
        self.opening = Opening(desk)
        self.prompting: Prompting = Prompting(self.prompt, self._back_to_pane)
        self.finding = Finding(desk, self.prompting, self.opening)
        self.naming = Naming(desk, self.listing, self.opening)
        self.marking = Marking(desk, self.opening, self.prompting)
        self.renewing = Renewing(desk, self.opening)
        self.syncing = Syncing(desk, self._taken_in)
        self.watching = Watching(desk, self.syncing)
        self.jobs.damaged = self.syncing.mend
        self.footing = Footing(self, self.listing, self.opening, self.naming)
        comparing = Comparing(desk, self._compare)
        searching = Searching(desk, self.prompting, self.listing, self.opening)
        selecting = Selecting(desk, self.opening)
        outside = Outside(lambda: self.reader, desk, self.prompting)
        back = (
            *(self.prompting, selecting, self.naming, self.finding, self.marking),
            *(comparing, self.panes, self.listing),
        )
        for owner in (
            *(
                self.panes,
                self.listing,
                self.opening,
                self.prompting,
                self.finding,
                self.naming,
                self.marking,
            ),
            searching,
            SearchLanguage(self, searching, self.listing, self.prompting, self.prompt),
            SearchMemory(self, desk, searching, self.prompting),
            SearchNarrowing(self, desk, searching, self.listing, self.prompting),
            Filtering(self.prompting, self.listing),
            Stepping(desk, self.opening, self.listing),
            Reading(desk, self.opening),
            selecting,
            Noting(desk, self.opening, self.prompting, self.marking.forget),
            Jumping(self.opening, self.listing),
            Labelling(desk, self.opening, self.prompting),
            Knowing(self, desk, self.naming, self.opening, self.prompting),
            Correcting(self, desk, self.naming, self.opening, self.prompting, self._renew),
            Amending(self, desk, self.opening, self.prompting, self._renew),
            Copying(lambda: self.reader, desk, self.opening),
            outside,
            Following(desk, self.opening, outside.visit),
            Going(self, desk, self.listing),
            comparing,
            Exporting(desk, self.marking, self.prompting),
            Moving(self._target),
            Returning(*back),
        ):
            self.actions.add(owner)

    def compose(self) -> ComposeResult:
        """Lay out the panes above the prompt line and the status bar."""
        desk = self.desk
        with Horizontal(id="panes"):
            yield desk.list
            yield desk.article
            yield desk.sidebar
        yield Static(Content("briefreader needs at least 60 columns and 20 lines"), id="too-small")
        yield self.prompt
        yield desk.status

    def on_mount(self) -> None:
        """Fill the list at once and bring the collection up to date behind it."""
        self.desk.list.show((), marks=self.marking.of)
        self.panes.use("list")
        self.watch(self.desk.status, "progress", self._progressed, init=False)
        self.listing.reload()
        if self.desk.settings.list.update:
            (self.syncing if self.desk.settings.list.watch == "no" else self.watching).start()
        first, *more = self.reader.notices or ("",)
        self.say(f"{first} (and {len(more)} more: see briefreader doctor)" if more else first)

    def on_unmount(self) -> None:
        """Keep the place for the next time."""
        self.watching.stop()
        self.opening.keep_place()

    @property
    def context(self) -> Context:
        """The pane that has the focus, or the line that is asked for."""
        if self.prompting.question:
            return self.prompting.question.context
        return self.panes.current

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar."""
        self.desk.status.message = sentence

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show the keys typed so far in the status bar, and what may follow."""
        self.footing.show_pending(typed, choices)

    def type_key(self, _key: str, event: events.Key) -> None:
        """Letters typed in the sidebar filter the names."""
        if self.context == "sidebar" and event.is_printable and event.character:
            event.stop()
            self.naming.type(event.character)
            self.footing.renew()

    def run_command(self, command: str, count: int | None = None) -> None:
        """Do a command and show what can be done after it."""
        self.desk.status.message = ""
        super().run_command(command, count)
        self.footing.renew()

    def visit(self, passage: Passage | None) -> None:
        """Open a passage that another screen chose."""
        if passage:
            self.panes.use("article")
            self.opening.go(passage)

    def _target(self) -> Movable:
        if self.context == "search":
            return self.desk.list
        panes: dict[str, Movable] = {
            "list": self.desk.list,
            "article": self.desk.article,
            "sidebar": self.desk.sidebar,
        }
        return panes[self.panes.current]

    def _back_to_pane(self) -> None:
        self.panes.use(self.panes.current)

    def _progressed(self, step: Progress | None) -> None:
        self.listing.tell_reading(reading(step))

    def _renew(self) -> None:
        self.marking.forget()
        self.listing.reload()

    def _taken_in(self) -> None:
        self._renew()
        self.renewing.look()

    def _compare(self, keys: tuple[int, ...]) -> None:
        from briefreader.ui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.desk.library, keys), self.visit)

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self.panes.resized()

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        widget: Widget = event.widget
        self.panes.focused(widget)
        self.footing.renew()

    @on(TextPane.Scrolled)
    def _moved(self) -> None:
        self.footing.renew()

    @on(PromptLine.Typed)
    def _typed(self, event: PromptLine.Typed) -> None:
        self.prompting.typed(event.text)

    @on(ArticleList.RowHighlighted)
    def _rested(self, event: ArticleList.RowHighlighted) -> None:
        if (
            self.desk.settings.reading.preview
            and self.panes.current == "list"
            and self.panes.shown.shows("article")
        ):
            self.opening.preview(event.article)

    @on(EntitySidebar.EntityChosen)
    def _name_chosen(self) -> None:
        self.naming.open()

    @on(ArticleList.RowChosen)
    def _chosen(self) -> None:
        self.opening.open_chosen()
