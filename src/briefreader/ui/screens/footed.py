"""The base of screens with a prompt line and a status bar at their foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual import events, on

from briefreader.keymap import Context
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting
from briefreader.ui.screens.commanding import CommandScreen, Hint
from briefreader.ui.widgets.prompt_line import PromptLine
from briefreader.ui.widgets.status_bar import StatusBar

Outcome = TypeVar("Outcome")


class FootedScreen(CommandScreen[Outcome | None], Generic[Outcome], inherit_bindings=False):
    """Asks in one line and answers in the other; ``back_to`` gives the focus back after a question.

    Escape leaves with None, once there is nothing that :meth:`step_back` takes back.
    """

    PLACE: Context = "view"

    def __init__(self, back_to: Callable[[], None]) -> None:
        super().__init__()
        self.prompt = PromptLine(id="prompt")
        self.status = StatusBar(id="status")
        self.prompting: Prompting = Prompting(self.prompt, back_to)

    @property
    def context(self) -> Context:
        """The screen's own keys, or those of the line that is asked for."""
        return self.prompting.question.context if self.prompting.question else self.PLACE

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar."""
        self.status.message = sentence

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show the keys typed so far, and what may follow."""
        self.status.pending = typed
        self.status.hints = tuple(choices) or self.hints()

    @on(events.DescendantFocus)
    def _hint_anew(self) -> None:
        """Say what can be done in a line that opens without a key, as after an export that failed."""
        if not self.status.pending:
            self.status.hints = self.hints()

    @on(PromptLine.Typed)
    def _typed(self, event: PromptLine.Typed) -> None:
        self.prompting.typed(event.text)

    def step_back(self) -> bool:
        """Take back what the screen was narrowed to; tell whether there was anything."""
        return False

    @action("app.back")
    def back(self) -> None:
        """Step back: from the line asked for, from what the screen was narrowed to, from the screen."""
        if not (self.prompting.cancel() or self.step_back()):
            self.dismiss(None)
