"""A menu over the screen: type to narrow it, Enter takes a line, Escape none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.keymap import COMMANDS, Context
from briefreader.ui.commands import action
from briefreader.ui.controllers.moving import Moving
from briefreader.ui.screens.commanding import CommandScreen, Hint
from briefreader.ui.widgets.choice_list import Choice, ChoiceList
from briefreader.ui.widgets.framed import entitle
from briefreader.ui.widgets.status_bar import StatusBar
from briefreader.ui.widgets.strips import plain
from briefreader.ui.widgets.virtual_list import VirtualList

Value = TypeVar("Value")


class Chooser(CommandScreen[Value | None], ModalScreen[Value | None], Generic[Value], inherit_bindings=False):
    """Shows choices and is dismissed with the value of the one taken, or None.

    With a ``verb`` for what Enter does, the frame says its key and the one that leaves.
    """

    def __init__(
        self, title: str, choices: Sequence[Choice[Value]], *, hint: str = "type to narrow", verb: str = ""
    ) -> None:
        super().__init__()
        self._title, self._choices, self._verb = title, choices, verb
        self._list = ChoiceList(id="choices")
        self._input = Input(compact=True, placeholder=hint, id="narrow")
        self._input.cursor_blink = False
        self._foot = Static(markup=False, id="foot")
        self._box = Vertical(id="box")
        self._status = StatusBar(id="menu-status")
        self._narrowed_by = ""
        self.actions.add(Moving(lambda: self._list))
        self.actions.add(self)

    @property
    def context(self) -> Context:
        """Keys of dialogs."""
        return "dialog"

    def compose(self) -> ComposeResult:
        """A framed box: the line to type in, the choices, a foot."""
        with self._box:
            yield self._input
            yield self._list
            yield self._foot

    def on_mount(self) -> None:
        """Show all choices."""
        self._list.empty_text = "Nothing fits these words"
        self._list.show(self._choices)
        self.watch(self._list, "cursor", self._tell_place)
        self.set_focus(self._input)  # at once: the next key is meant for it
        self._status.hints = self.hints()
        self.call_after_refresh(self._show_status)  # no key typed ahead waits for it

    def _show_status(self) -> None:
        if self.is_attached:  # else a choice was typed ahead, and the menu is gone already
            self.mount(self._status)

    def hints(self) -> tuple[Hint, ...]:
        """Return what can be done in the menu: its line covers that of the screen below."""
        accept = (self.key("dialog.accept"), self._verb or COMMANDS["dialog.accept"].title)
        cancel = (self.key("dialog.cancel"), COMMANDS["dialog.cancel"].title)
        up, down = (self._last_key(command) for command in ("move.up", "move.down"))
        return accept, cancel, (f"{up} {down}", "Move"), ("letters", "Narrow")

    def _last_key(self, command: str) -> str:
        """Return the key of a movement: its last one is no letter, which would be typed."""
        chords = self.reader.keymap.chords(command, self.context)
        return self._key_shown(chords[-1]) if chords else ""

    def say(self, sentence: str) -> None:
        """Show a sentence below the choices."""
        self._foot.update(plain(sentence))
        self._foot.display = bool(sentence)

    def on_resize(self) -> None:
        """See anew what the lines cut off."""
        self.call_after_refresh(self._tell_place)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow()

    def _narrow(self) -> None:
        """Show what fits the words typed, unless it is shown already."""
        if self._input.value != self._narrowed_by:
            self._narrowed_by = self._input.value
            self._list.show(self._fitting(self._narrowed_by.strip()))
            self._tell_place()

    def _fitting(self, typed: str) -> list[Choice[Value]]:
        """Return what fits, under headings in their order, else what fits best first."""
        words = typed.casefold().split()
        fitting = [choice for choice in self._choices if choice.matches(words)]
        if typed and not any(choice.group for choice in fitting):
            fitting.sort(key=lambda choice: choice.fitness(typed))
        return fitting

    def _tell_place(self) -> None:
        """Write into the frame how far down the list one is, and below it what its line cuts off."""
        place = f"{min(self._list.cursor + 1, self._list.count)}/{self._list.count}"
        entitle(self._box, self._title, f"{self._keys}{place}")
        self._foot.update(plain(self._list.cut_off))
        self._foot.display = self._list.cuts_off

    @property
    def _keys(self) -> str:
        if not self._verb:
            return ""
        return f"{self.key('dialog.accept')} {self._verb}  {self.key('dialog.cancel')} Back  "

    @on(VirtualList.RowPicked)
    @action("dialog.accept")
    def accept(self) -> None:
        """Take the choice under the cursor."""
        self._narrow()  # Enter may come before the message of the last letter
        choice = self._list.choice
        if choice:
            self.dismiss(choice.value)  # type: ignore[arg-type]

    @action("dialog.cancel")
    def cancel(self) -> None:
        """Take nothing."""
        self.dismiss(None)
