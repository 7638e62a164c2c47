"""The base of screens that are one list: notebook, import report, timeline, who with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from briefreader.keymap import Context
from briefreader.ui.controllers.moving import Moving
from briefreader.ui.controllers.prompting import Prompting
from briefreader.ui.screens.commanding import CommandScreen, Hint
from briefreader.ui.widgets.choice_list import Choice, ChoiceList
from briefreader.ui.widgets.prompt_line import PromptLine
from briefreader.ui.widgets.status_bar import StatusBar

Outcome = TypeVar("Outcome")


class BrowseScreen(CommandScreen[Outcome | None], Generic[Outcome], inherit_bindings=False):
    """A titled list over the whole screen, a prompt line and a status bar."""

    TITLE_SHOWN = ""
    NOTHING = "Nothing here yet"
    PLACE: Context = "view"

    def __init__(self) -> None:
        super().__init__()
        self.rows = ChoiceList(id="rows")
        self.prompt = PromptLine(id="prompt")
        self.status = StatusBar(id="status")
        self.prompting: Prompting = Prompting(self.prompt, lambda: self.set_focus(self.rows))
        for owner in (Moving(lambda: self.rows), self.prompting, self):
            self.actions.add(owner)

    @property
    def context(self) -> Context:
        """The screen's own keys, or those of the line that is asked for."""
        return self.prompting.question.context if self.prompting.question else self.PLACE

    def compose(self) -> ComposeResult:
        """The list in a frame above prompt line and status bar."""
        self.rows.border_title = Content(self.TITLE_SHOWN)
        yield self.rows
        yield self.prompt
        yield self.status

    def on_mount(self) -> None:
        """Begin on the list; only :meth:`fill` knows whether there is nothing."""
        self.rows.empty_text = "Reading …"
        self.rows.focus()
        self.status.hints = self.hints()

    @property
    def nothing(self) -> str:
        """The sentence for a list without rows."""
        return self.NOTHING

    def fill(self, choices: Sequence[Choice[object]]) -> None:
        """Show other rows."""
        self.rows.empty_text = self.nothing
        self.rows.show(choices)
        self.rows.border_title = Content(f"{self.TITLE_SHOWN} {len(choices):,}")
        self.status.hints = self.hints()

    @on(PromptLine.Typed)
    def _typed(self, event: PromptLine.Typed) -> None:
        self.prompting.typed(event.text)

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar."""
        self.status.message = sentence

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show the keys typed so far, and what may follow."""
        self.status.pending = typed
        self.status.hints = tuple(choices) or self.hints()

    def run_command(self, command: str, count: int | None = None) -> None:
        """Do a command and show what can be done after it."""
        self.status.message = ""
        super().run_command(command, count)
        if self.is_current:
            self.status.hints = self.hints()
