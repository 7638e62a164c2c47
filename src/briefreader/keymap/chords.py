"""Reading keys one by one: counts, chords, and the command they come to."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.keymap.command import Context, typed
from briefreader.keymap.keymap import Keymap
from briefreader.keymap.keys import Chord, shown

COUNT_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """The keys came to a command; ``count`` is the number typed before it, or None."""

    command: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A count or the first keys of a chord were typed."""


@dataclass(frozen=True, slots=True)
class NotMine:
    """The key is text here, or means nothing; ``after`` holds the keys that it cut short."""

    after: Chord = ()


Answer = Run | Waiting | NotMine


class KeyReader:
    """Follows the keys of one reader. It knows no time: whoever tires of waiting calls :meth:`forget`."""

    def __init__(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self._count = ""
        self._chord: Chord = ()

    @property
    def pending(self) -> bool:
        """Whether keys were typed that have not yet come to a command."""
        return bool(self._count or self._chord)

    def shown(self, *, ascii_only: bool = False) -> str:
        """Write what was typed so far for the status bar."""
        return " ".join(part for part in (self._count, shown(self._chord, ascii_only=ascii_only)) if part)

    def choices(self, context: Context) -> dict[Chord, str]:
        """Return the ends of the chord begun, each with its command; nothing if none was begun."""
        length = len(self._chord)
        if not length:
            return {}
        table = self.keymap.table(context)
        return {chord[length:]: command for chord, command in table.items() if chord[:length] == self._chord}

    def forget(self) -> None:
        """Drop a count and a chord begun."""
        self._count, self._chord = "", ()

    def takes(self, context: Context, key: str) -> bool:
        """Tell whether the key, after what was typed so far, begins or ends a chord there."""
        chord = (*self._chord, key)
        return any(known[: len(chord)] == chord for known in self.keymap.table(context))

    def press(self, context: Context, key: str) -> Answer:
        """Take the next key, spelt as keymap.yaml spells it."""
        if not self._chord and typed(context, key):
            return NotMine()
        if self._counts(key):
            self._count = (self._count + key)[: len(str(COUNT_LIMIT))]
            return Waiting()
        return self._extend(context, (*self._chord, key))

    def _counts(self, key: str) -> bool:
        digit = len(key) == 1 and key.isascii() and key.isdecimal()
        return digit and not self._chord and (key != "0" or bool(self._count))

    def _extend(self, context: Context, chord: Chord) -> Answer:
        table = self.keymap.table(context)
        if chord in table:
            count = min(int(self._count), COUNT_LIMIT) if self._count else None
            self.forget()
            return Run(table[chord], count)
        if self.takes(context, chord[-1]):
            self._chord = chord
            return Waiting()
        was_pending = self._chord
        self.forget()
        return NotMine(was_pending)
