"""The base of screens that are one list: notebook, import report, timeline, who with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.content import Content

from briefreader.ui.controllers.moving import Moving
from briefreader.ui.screens.footed import FootedScreen
from briefreader.ui.widgets.choice_list import Choice, ChoiceList
from briefreader.ui.widgets.rest_line import RestLine

Outcome = TypeVar("Outcome")


class BrowseScreen(FootedScreen[Outcome], Generic[Outcome], inherit_bindings=False):
    """A titled list over the whole screen, what its lines cut off, a prompt line and a status bar."""

    TITLE_SHOWN = ""
    NOTHING = "Nothing here yet"

    def __init__(self) -> None:
        super().__init__(lambda: self.set_focus(self.rows))
        self.rows = ChoiceList(id="rows")
        self._rest = RestLine(id="rest")
        for owner in (Moving(lambda: self.rows), self.prompting, self):
            self.actions.add(owner)

    def compose(self) -> ComposeResult:
        """The list in a frame above prompt line and status bar."""
        self.rows.border_title = Content(self.TITLE_SHOWN)
        yield self.rows
        yield self._rest
        yield self.prompt
        yield self.status

    def on_mount(self) -> None:
        """Begin on the list; only :meth:`fill` knows whether there is nothing."""
        self.rows.empty_text = "Reading …"
        self.set_focus(self.rows)
        self.watch(self.rows, "cursor", self._tell_rest, init=False)
        self.status.hints = self.hints()

    def on_resize(self) -> None:
        """See anew what the lines cut off."""
        self.call_after_refresh(self._renew_rest)

    def _renew_rest(self) -> None:
        """Make room below the list where any of its lines is too short, so that it keeps its height."""
        self._rest.display = self.rows.cuts_off
        self._tell_rest()

    def _tell_rest(self) -> None:
        if self._rest.display:  # in a third of the lines that it shares with the list
            shared = self.rows.size.height + self._rest.size.height
            self._rest.tell(self.rows.cut_off, self.size.width - 2, max(shared // 3, 1))

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
        self.call_after_refresh(self._renew_rest)

    def run_command(self, command: str, count: int | None = None) -> None:
        """Do a command and show what can be done after it."""
        self.status.message = ""
        super().run_command(command, count)
        if self.is_current:
            self.status.hints = self.hints()
