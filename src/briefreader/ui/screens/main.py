"""The main screen: list, article and names side by side, put together from one controller per subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from briefreader.ui import garbage
from briefreader.ui.controllers.footing import Footing
from briefreader.ui.controllers.listing import Listing
from briefreader.ui.controllers.marked import Marked
from briefreader.ui.controllers.naming import Naming
from briefreader.ui.controllers.opening import Opening
from briefreader.ui.controllers.panes import Panes
from briefreader.ui.controllers.previewing import Previewing
from briefreader.ui.desk import Desk
from briefreader.ui.screens.commanding import CommandScreen, Hint
from briefreader.ui.widgets.article_list import ArticleList
from briefreader.ui.widgets.article_view import ArticleView
from briefreader.ui.widgets.entity_sidebar import EntitySidebar
from briefreader.ui.widgets.status_bar import StatusBar
from briefreader.ui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from briefreader.keymap import Context
    from briefreader.library import Library
    from briefreader.model import Progress
    from briefreader.settings import Settings
    from briefreader.ui.controllers.moving import Movable
    from briefreader.ui.first_list import FirstList
    from briefreader.ui.passage import Passage
    from briefreader.ui.screens.main_crew import Crew
    from briefreader.ui.widgets.prompt_line import PromptLine


class MainScreen(CommandScreen[None]):
    """Composes the panes and hands what happens in them to the controllers.

    The list comes first. What else can be done is loaded when the list is painted, or with the first key.
    """

    def __init__(self, library: Library, settings: Settings, first: FirstList | None = None) -> None:
        super().__init__()
        self.desk = Desk(
            library=library,
            settings=settings,
            jobs=self.jobs,
            say=self.say,
            key=self.key,
            use=lambda pane: self.panes.use(pane),
            ahead=self.ahead,
            list=ArticleList(id="list"),
            article=ArticleView(id="article"),
            sidebar=EntitySidebar(id="sidebar"),
            status=StatusBar(id="status"),
        )
        self._first = first
        self._crew: Crew | None = None
        self.panes = Panes(self, self.desk)
        self.listing = Listing(self.desk)
        self.opening = Opening(self.desk)
        self.previewing = Previewing(self.desk, self.panes, self.opening)
        self.marked = Marked(self.desk)
        self.naming = Naming(self.desk, self.listing, self.opening)
        self.footing = Footing(self, self.listing, self.opening, self.naming)
        for owner in (self.panes, self.listing, self.opening, self.naming):
            self.actions.add(owner)

    def compose(self) -> ComposeResult:
        """Lay out the list above the status bar; the other panes take their places beside it later."""
        with Horizontal(id="panes"):
            yield self.desk.list
        yield self.desk.status

    def on_mount(self) -> None:
        """Fill the list at once; everything else comes behind it."""
        self.desk.list.show((), marks=self.marked.of)
        self.panes.use("list")
        self.listing.begin(self._first)
        self.call_after_refresh(self._complete)

    @property
    def crew(self) -> Crew:
        """Everyone who is not needed for the list."""
        return self._crew or self._call_in()

    def _complete(self) -> None:
        # A reader that is being left at this moment has nothing to add them to any more.
        if self.is_mounted and self.desk.status.is_attached and not self._crew:
            self._call_in()
        # Whoever typed ahead has called the crew in already: the start is over all the same.
        garbage.resume()

    def _call_in(self) -> Crew:
        from briefreader.ui.screens.main_crew import Crew

        self._crew = crew = Crew(self)
        self.prompting = crew.prompting
        for owner in crew.owners():
            self.actions.add(owner)
        self.query_one("#panes").mount(self.desk.article, self.desk.sidebar)
        self.mount(crew.line, before=self.desk.status)
        self.watch(self.desk.status, "progress", self._progressed, init=False)
        self.jobs.damaged = crew.syncing.mend
        crew.begin()
        self.footing.renew()
        self._tell_notices()
        return crew

    def _tell_notices(self) -> None:
        first, *more = self.reader.notices or ("",)
        self.say(f"{first} (and {len(more)} more: see briefreader doctor)" if more else first)

    def on_unmount(self) -> None:
        """Keep the place for the next time."""
        if self._crew:
            self._crew.watching.stop()
            self._crew.resuming.keep()
        self.opening.keep_place()

    def take_one(self, event: events.Key) -> None:
        """Do what the key does; one that is typed ahead of everything waits for what it needs."""
        self._complete()
        if self._crew:
            self._crew.resuming.stay()
        super().take_one(event)

    def hints(self) -> tuple[Hint, ...]:
        """Return keys and titles of what can be done now, the most wanted first."""
        return super().hints() if self._crew else ()

    @property
    def context(self) -> Context:
        """The pane that has the focus, or the line that is asked for."""
        if self.prompting and self.prompting.question:
            return self.prompting.question.context
        return self.panes.current

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar."""
        self.desk.status.message = sentence

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show the keys typed so far in the status bar, and what may follow."""
        self.footing.show_pending(typed, choices)

    def run_command(self, command: str, count: int | None = None) -> None:
        """Do a command and show what can be done after it."""
        self.desk.status.message = ""
        super().run_command(command, count)
        self.crew.touring.ran(command)
        self.footing.renew()

    def visit(self, passage: Passage | None) -> None:
        """Open a passage that another screen chose."""
        if passage:
            self.panes.use("article")
            self.opening.go(passage)

    def target(self) -> Movable:
        """Return what keys of movement move in."""
        if self.context == "search":
            return self.desk.list
        panes: dict[str, Movable] = {
            "list": self.desk.list,
            "article": self.desk.article,
            "sidebar": self.desk.sidebar,
        }
        return panes[self.panes.current]

    def back_to_pane(self) -> None:
        """Give the pane in use the focus again."""
        self.panes.use(self.panes.current)

    def _progressed(self, step: Progress | None) -> None:
        from briefreader.ui.controllers.syncing import reading

        self.listing.tell_reading(reading(step))

    def renew(self) -> None:
        """Show anew what is listed, as articles or their marks have changed."""
        self.marked.forget()
        self.listing.reload()

    def compare(self, keys: tuple[int, ...]) -> None:
        """Set articles side by side."""
        from briefreader.ui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.desk.library, keys), self.visit)

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self.panes.resized()

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        if event.widget is self.focused:  # keys that come in a burst have moved on since
            self.panes.focused(event.widget)
            self.footing.renew()

    @on(events.DescendantBlur)
    def _left(self, event: events.DescendantBlur) -> None:
        if event.widget is self.desk.list:
            self.previewing.left()

    @on(TextPane.Scrolled)
    def _moved(self) -> None:
        self.footing.renew()

    def on_prompt_line_typed(self, event: PromptLine.Typed) -> None:
        """Take the line as it stands after a key."""
        if self.prompting:
            self.prompting.typed(event.text)

    @on(ArticleList.RowHighlighted)
    def _rested(self) -> None:
        self.previewing.rested()

    @on(ArticleView.Pressed)
    def _pointed(self, event: ArticleView.Pressed) -> None:
        self.crew.pointing.press(event.place)

    @on(EntitySidebar.EntityHighlighted)
    def _name_rested(self) -> None:
        self.naming.tell_when()

    @on(EntitySidebar.EntityChosen)
    def _name_chosen(self) -> None:
        self.naming.open()

    @on(ArticleList.RowChosen)
    def _chosen(self) -> None:
        self.opening.open_chosen()
