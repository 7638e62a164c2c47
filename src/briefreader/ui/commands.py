"""From a command's id to the method that does it: handlers bear @action, a screen gathers them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from briefreader.keymap import COMMANDS

Method = TypeVar("Method", bound=Callable[..., None])

_MARK = "handled_commands"


def action(command: str, *, when: Callable[[Any], bool] | None = None) -> Callable[[Method], Method]:
    """Say that a method does ``command``; ``when`` takes the method's owner and tells if it can be done now.

    A counted command's method takes one argument, the count or None. A method may do several commands.
    """
    if command not in COMMANDS:
        raise KeyError(f"{command} is not in the catalogue")

    def mark(method: Method) -> Method:
        marks: list[tuple[str, Callable[[Any], bool] | None]] = getattr(method, _MARK, [])
        setattr(method, _MARK, [*marks, (command, when)])
        return method

    return mark


class Handler(NamedTuple):
    """A bound method that does a command, and whether it can be done now."""

    run: Callable[..., None]
    possible: Callable[[], bool]


class Actions:
    """The commands that a screen can do, gathered from the controllers it is made of."""

    def __init__(self, *owners: object) -> None:
        self._handlers: dict[str, Handler] = {}
        for owner in owners:
            self.add(owner)

    def add(self, owner: object) -> None:
        """Take every method of ``owner`` that bears :func:`action`; two for one command are a mistake."""
        for command, handler in _handlers_of(owner):
            if command in self._handlers:
                raise ValueError(f"{command} is handled twice on one screen")
            self._handlers[command] = handler

    def __contains__(self, command: str) -> bool:
        return command in self._handlers

    def __iter__(self) -> Iterator[str]:
        return iter(self._handlers)

    def possible(self, command: str) -> bool:
        """Tell whether the command can be done here and now."""
        handler = self._handlers.get(command)
        return handler is not None and handler.possible()

    def run(self, command: str, count: int | None = None) -> bool:
        """Do a command; tell whether it was possible."""
        if not self.possible(command):
            return False
        handler = self._handlers[command]
        if COMMANDS[command].counted:
            handler.run(count)
        else:
            handler.run()
        return True


def _handlers_of(owner: object) -> Iterator[tuple[str, Handler]]:
    for name in dir(type(owner)):
        marks = getattr(getattr(type(owner), name, None), _MARK, ())
        for command, when in marks:
            yield command, Handler(getattr(owner, name), _possible(owner, when))


def _possible(owner: object, when: Callable[[Any], bool] | None) -> Callable[[], bool]:
    return (lambda: True) if when is None else (lambda: when(owner))
