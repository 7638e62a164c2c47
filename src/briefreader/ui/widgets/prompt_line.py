"""The line at the foot of the screen where a query or a word is typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from briefreader.ui.widgets.strips import plain


class PromptLine(Horizontal):
    """A label and an input, hidden while nothing is asked."""

    DEFAULT_CSS = """
    PromptLine {
        height: 1; display: none; background: $panel;
        &.-asking { display: block; }
        & > Static { width: auto; padding: 0 1; color: $accent; text-style: bold; }
        & > Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        & > .remark {
            max-width: 60%; padding: 0 1; color: $foreground-muted; text-style: none;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
    }
    """

    @dataclass
    class Typed(Message):
        """The text was changed."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label = Static(markup=False)
        self._input = Input(compact=True, select_on_focus=False)
        self._input.cursor_blink = False  # an idle reader sends nothing over the line
        self._remark = Static(markup=False, classes="remark")
        self._expected = ""

    def compose(self) -> ComposeResult:
        """Label, input and remark."""
        yield self._label
        yield self._input
        yield self._remark

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self._input.value

    @property
    def asking(self) -> bool:
        """Whether the line is open."""
        return self.has_class("-asking")

    def on_mount(self) -> None:
        """Take the keys, where something was asked before the line was on its screen."""
        if self.asking:
            self._focus()

    def _focus(self) -> None:
        if self.is_attached:  # else its screen is not made yet, or gone already
            self.screen.set_focus(self._input)

    def ask(self, label: str, value: str = "", placeholder: str = "", *, overtyped: bool = False) -> None:
        """Open the line with a label, a text to begin with and a faint example.

        With ``overtyped`` the text is selected: the first letter replaces it, other keys go on with it.
        """
        self._label.update(plain(label))
        self._remark.update(plain(""))
        self._expected = value
        self._input.placeholder = placeholder
        self._input.value = value
        self._input.cursor_position = len(value)
        if overtyped:
            self._input.select_all()
        self.add_class("-asking")
        self._focus()  # at once: what is typed ahead belongs here

    def remark(self, sentence: str) -> None:
        """Say something beside what is typed: a count, what is wrong with it."""
        self._remark.update(plain(sentence))

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-asking")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.asking and event.value != self._expected:
            self._expected = event.value
            self.post_message(self.Typed(event.value))
