"""The base of every screen: keys come from the keymap, commands from its controllers."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, TypeVar, cast

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.timer import Timer

from briefreader import keymap
from briefreader.ui.commands import Actions
from briefreader.ui.jobs import Finished, Jobs
from briefreader.ui.keys.keyboard import after_escape, key_of
from briefreader.ui.keys.typed_ahead import TypedAhead
from briefreader.ui.widgets.too_small import TooSmall, is_too_small

if TYPE_CHECKING:
    from briefreader.keymap import Chord, Command, Context, KeyReader
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.controllers.prompting import Prompting
    from briefreader.ui.keys.hesitating import Hesitating

Outcome = TypeVar("Outcome")
Hint = tuple[str, str]
TIME_TO_READ = 5
"""So many times as long as usual a chord waits while a table of what may follow is read."""
_log = logging.getLogger(__name__)
_NAMED = re.compile(r"\{([a-z.-]+)\}")


def _meant(key: str) -> bool:
    """Tell whether whoever presses a key expects something of it: a letter, a sign, F1 and the like."""
    return len(key) == 1 or (key[0] == "f" and key[1:].isdigit())


class CommandScreen(Screen[Outcome], inherit_bindings=False):
    """A screen whose keys run commands.

    A subclass names its :attr:`context`, fills :attr:`actions` and shows what :meth:`show_pending` and
    :meth:`say` give it. One that asks for lines of text has its own :attr:`prompting`. ``ahead`` holds keys
    while an answer is awaited that decides what they mean.
    """

    prompting: Prompting | None = None

    def __init__(self) -> None:
        super().__init__()
        self.actions = Actions()
        self.jobs = Jobs(self, self.say, lambda: self.reader.changes)
        self.ahead = TypedAhead(self._take_held)
        self._patience: Timer | None = None
        self._hesitating: Hesitating | None = None
        self._too_small: TooSmall | None = None
        self._early: list[events.Key] | None = []

    @on(events.Mount)
    def _take_early(self) -> None:
        """Take the keys that came before there was anything to take them."""
        early, self._early = self._early or [], None
        for event in early:
            self.reader.command_screen.take_key(event)  # one before it may have left this screen

    def dismiss(self, result: Outcome | None = None) -> AwaitComplete:
        """Leave; the keys behind wait until whoever asked for the outcome has acted on it."""
        leaving = super().dismiss(result)
        self.reader.command_screen.wait_for_outcome()
        return leaving

    def wait_for_outcome(self) -> None:
        """Take no key before what the screen above was left with is told, which is about to be."""
        if self._early is None:
            self._early = []
            self.call_next(self._take_early)

    @on(events.Resize)
    def _cover_if_too_small(self, event: events.Resize) -> None:
        if self._too_small is None and is_too_small(event.size):
            self._too_small = TooSmall()
            self.mount(self._too_small)
        if self._too_small is not None:
            self._too_small.cover(event.size)

    @property
    def reader(self) -> ReaderApp:
        """The app, under its own type."""
        return cast("ReaderApp", self.app)

    @property
    def context(self) -> Context:
        """The place whose keys work now."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Tell the user something in one line."""
        raise NotImplementedError

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show the count and chord begun, and what may follow; both empty when there is none."""

    def run_command(self, command: str, count: int | None = None) -> None:
        """Do a command of this screen, or else of the app; say so where it cannot be done now."""
        _log.debug("command %s", command)
        if not (self.actions.run(command, count) or self.reader.actions.run(command, count)):
            self.say(self._why_not(keymap.COMMANDS[command]))

    def _why_not(self, command: Command) -> str:
        if not command.needs:
            return f"“{command.title}” can do nothing here and now"
        return f"{command.title}: {self.with_keys(command.needs)}"

    def with_keys(self, sentence: str) -> str:
        """Return a sentence with the key of each command in place of its id in braces: "{app.help}"."""
        return _NAMED.sub(lambda found: self.key(found[1]), sentence)

    def key(self, command: str) -> str:
        """Return the first key of a command as the reader finds it on the keyboard; without one, its name."""
        chords = self.reader.keymap.chords(command)
        return self._key_shown(chords[0]) if chords else keymap.COMMANDS[command].title

    def possible(self, command: str) -> bool:
        """Tell whether a command can be done here and now."""
        return self.actions.possible(command) or self.reader.actions.possible(command)

    def hint(self, command: str) -> Hint | None:
        """Return the key and the title of a command, None where it has no key or cannot be done now."""
        chords = self.reader.keymap.chords(command, self.context)
        if not chords or not self.possible(command):
            return None
        question = self.prompting.question if self.prompting else None
        verb = question.verb if question and command in ("dialog.accept", "search.accept") else ""
        return self._key_shown(chords[0]), verb or keymap.COMMANDS[command].title

    def hints(self) -> tuple[Hint, ...]:
        """Return keys and titles of what can be done now, the most wanted first."""
        ranked = [command for command in keymap.reachable(self.context) if command.rank is not None]
        ranked.sort(key=lambda command: command.rank or 0)
        return tuple(hint for command in ranked if (hint := self.hint(command.id)))

    def take_key(self, event: events.Key) -> None:
        """Do what the key does, at once when the screen stands; Escape and the key behind it are two keys."""
        behind = after_escape(event)
        if self._early is not None:
            self._early.append(event)
        elif behind is None or self.reader.keys.takes(self.context, event.key):
            self.take_one(event)
        else:
            self.take_one(events.Key("escape", None))
            self.reader.command_screen.take_key(behind)  # the escape may have closed this one

    def take_one(self, event: events.Key) -> None:
        """Do what the key does; one that is typed ahead waits for what it is meant for."""
        if not self.ahead.holds(event):
            self._take_now(event)

    def _take_held(self, event: events.Key) -> None:
        """Do what a key does that has waited; behind one that opened another screen it is for that screen."""
        if self.reader.screen is self:
            self._take_now(event)
        else:
            self.reader.command_screen.take_key(event)

    def _take_now(self, event: events.Key) -> None:
        """Do what the key does in the line that is typed in, else as the keymap has it."""
        from briefreader.ui.keys.line_editing import edit

        with_alt = after_escape(event) is not None
        if with_alt or not (self.focused and edit(self.focused, event)):
            self._command_key(event)

    def _command_key(self, event: events.Key) -> None:
        keys = self.reader.keys
        key = key_of(event)
        answer = keys.press(self.context, key)
        if isinstance(answer, keymap.Run):
            self.run_command(answer.command, answer.count)
        elif isinstance(answer, keymap.NotMine) and key != "escape" and (answer.after or _meant(key)):
            unknown = self._key_shown((*answer.after, key))
            self.say(self.with_keys(f"“{unknown}” does nothing here; {{app.help}} lists the keys"))
        self._after_key()

    def _after_key(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        keys = self.reader.keys
        if keys.pending:
            self._wait(1)
        self._show_keys(keys)

    def _wait(self, times: int) -> None:
        if self._patience is not None:
            self._patience.stop()
        patience = self.reader.settings.keys.patience
        self._patience = self.set_timer(patience * times, self._lose_patience)

    def _lose_patience(self) -> None:
        self.reader.keys.forget()
        self._show_keys(self.reader.keys)

    def _show_keys(self, keys: KeyReader) -> None:
        plain = self.reader.ascii_only
        choices = [
            (self._key_shown(chord), keymap.COMMANDS[command].title)
            for chord, command in keys.choices(self.context).items()
            if self.possible(command)
        ]
        self.show_pending(keys.shown(ascii_only=plain), choices)
        if choices or self._hesitating:
            self._tell_all(choices)

    def _tell_all(self, choices: list[Hint]) -> None:
        from briefreader.ui.keys.hesitating import Hesitating

        if self._hesitating is None:
            self._hesitating = Hesitating(self, lambda: self._wait(TIME_TO_READ))
        self._hesitating.follow(choices)

    def _key_shown(self, chord: Chord) -> str:
        return keymap.shown(chord, ascii_only=self.reader.ascii_only)

    @on(Finished)
    def _deliver(self, message: Finished) -> None:
        message.stop()
        self.jobs.deliver(message)
