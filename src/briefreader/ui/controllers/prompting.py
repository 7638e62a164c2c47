"""Asking for a line of text at the foot of the screen: a query, words to find, a tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.keymap import Context
    from briefreader.ui.widgets.prompt_line import PromptLine

Take = Callable[[str], None]
Ready = Callable[[str], bool]


def _nothing(_text: str) -> None:
    """Do nothing with what was typed."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: ``changed`` at each key, ``accepted`` on Enter, ``cancelled`` on Escape.

    Where what was typed is not ``ready`` to be accepted, the line stays open to be mended; whoever asked
    has said why, or accepts it himself once he knows. ``verb`` says in the footer what Enter does. ``value``
    stands there to begin with; with ``overtyped`` it is selected, so that the first letter replaces it.
    """

    label: str
    accepted: Take
    changed: Take = _nothing
    cancelled: Callable[[], None] = lambda: None
    ready: Ready = lambda _text: True
    context: Context = "dialog"
    value: str = ""
    placeholder: str = ""
    verb: str = ""
    overtyped: bool = False


def filter_question(before: str, narrow: Take, placeholder: str = "") -> Question:
    """Return the question for words to narrow a list by: at each key, and as ``before`` on Escape."""
    return Question(
        "filter",
        verb="Keep",
        value=before,
        placeholder=placeholder,
        changed=narrow,
        accepted=narrow,
        cancelled=lambda: narrow(before),
        context="search",
    )


class Prompting:
    """Owns the prompt line; one question at a time, a new one cancels the one before."""

    def __init__(self, line: PromptLine, back_to: Callable[[], None]) -> None:
        self._line, self._back_to = line, back_to
        self.question: Question | None = None

    def ask(self, question: Question) -> None:
        """Show the line and take what is typed."""
        self.cancel()
        self.question = question
        self._line.ask(question.label, question.value, question.placeholder, overtyped=question.overtyped)

    def typed(self, text: str) -> None:
        """Take the text as it stands after a key."""
        if self.question:
            self.question.changed(text)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self._line.text

    @property
    def typing(self) -> bool:
        """Whether a line is open in which something stands."""
        return self.question is not None and bool(self.text.strip())

    def remark(self, sentence: str) -> None:
        """Say something beside what is typed."""
        self._line.remark(sentence)

    def step_back(self) -> bool:
        """Cancel what is asked; tell whether anything was."""
        return self.cancel()

    def cancel(self) -> bool:
        """Close the line as if nothing had been asked; tell whether anything was."""
        question = self._close()
        if question:
            question.cancelled()
        return question is not None

    def _close(self) -> Question | None:
        question, self.question = self.question, None
        if question:
            self._line.close()
            self._back_to()
        return question

    @action("search.accept", when=lambda self: self.question)
    @action("dialog.accept", when=lambda self: self.question)
    def accept(self) -> None:
        """Take what was typed, if it can be taken."""
        text, question = self.text, self.question
        if question and question.ready(text):
            self._close()
            question.accepted(text)

    @action("dialog.cancel", when=lambda self: self.question)
    def dismiss(self) -> None:
        """Close the line without a change."""
        self.cancel()
