"""Keys typed ahead: they wait for what they are meant for, as over a line on which keys come in bursts."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from textual.events import Key

_AT_ONCE = ("ctrl+c", "ctrl+z", "ctrl+l")


class TypedAhead:
    """Holds keys while an answer is awaited that decides what they mean, and gives them to ``take`` then.

    Whoever announces an answer by :meth:`expect` says by :meth:`arrived` that it came, or that it never will.
    Escape is not held: it ends the waiting, and what was typed ahead is forgotten.
    """

    def __init__(self, take: Callable[[Key], None]) -> None:
        self._take = take
        self._expected: dict[Hashable, Callable[[], None] | None] = {}
        self._keys: list[Key] = []

    def expect(self, what: Hashable, give_up: Callable[[], None] | None = None) -> None:
        """Hold keys until this has arrived; Escape does ``give_up`` meanwhile, in place of all else."""
        self._expected[what] = give_up

    def arrived(self, what: Hashable) -> None:
        """Let go of the keys, as far as one of them does not make the others wait anew."""
        self._expected.pop(what, None)
        while self._keys and not self._expected:
            self._take(self._keys.pop(0))

    def holds(self, key: Key) -> bool:
        """Tell whether a key has been dealt with: it waits until it is given to ``take``, or gave up."""
        if key.key == "escape":
            return self._give_up()
        if self._expected and key.key not in _AT_ONCE:
            self._keys.append(key)
            return True
        return False

    def _give_up(self) -> bool:
        ways = [way for way in self._expected.values() if way]
        self._expected.clear()
        self._keys.clear()
        for way in ways:
            way()
        return bool(ways)
