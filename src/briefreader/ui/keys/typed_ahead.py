"""Keys typed ahead: they wait for what they are meant for, as over a line on which keys come in bursts."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from textual.events import Key

_AT_ONCE = ("escape", "ctrl+c", "ctrl+z", "ctrl+l")


class TypedAhead:
    """Holds keys while an answer is awaited that decides what they mean, and gives them to ``take`` then.

    Whoever announces an answer by :meth:`expect` says by :meth:`arrived` that it came, or that it never will.
    Escape and the like are not held: they end the waiting, and what was typed ahead is forgotten.
    """

    def __init__(self, take: Callable[[Key], None]) -> None:
        self._take = take
        self._expected: set[Hashable] = set()
        self._keys: list[Key] = []

    def expect(self, what: Hashable) -> None:
        """Hold keys until this has arrived."""
        self._expected.add(what)

    def arrived(self, what: Hashable) -> None:
        """Let go of the keys, as far as one of them does not make the others wait anew."""
        self._expected.discard(what)
        while self._keys and not self._expected:
            self._take(self._keys.pop(0))

    def holds(self, key: Key) -> bool:
        """Tell whether a key has to wait; if so, it will be given to ``take`` in its turn."""
        if key.key in _AT_ONCE:
            self._expected.clear()
            self._keys.clear()
        elif self._expected:
            self._keys.append(key)
        return bool(self._expected)
