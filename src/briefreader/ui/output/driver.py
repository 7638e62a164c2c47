"""A driver that sends the terminal only what it does not show yet."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING, Any

from briefreader.ui.output.ascii import in_ascii
from briefreader.ui.output.pacing import Pacing
from briefreader.ui.output.shown import ShownScreen
from briefreader.ui.textual_private import echo_last, outlive_terminal

if TYPE_CHECKING:
    from textual.driver import Driver


class Leaving:
    """What a driver does besides as it takes the terminal and gives it back; ``left`` says that it has."""

    left = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self.left = False
        super().start_application_mode()  # type: ignore[misc]

    def stop_application_mode(self) -> None:
        """Undo also what Textual leaves on: the mouse told in pixels, and the pointer's shape."""
        with echo_last(self):  # type: ignore[arg-type]
            self.write("\x1b[?1016l\x1b]22;default\x07")  # type: ignore[attr-defined]
            super().stop_application_mode()  # type: ignore[misc]
        self.left = True


def frugal(
    driver: type[Driver], shown: ShownScreen, *, lean: bool = False, unicode: bool = True
) -> type[Driver]:
    """Return a driver that works like ``driver`` and spares the line by means of ``shown``.

    ``lean``: frames that follow one another quickly are sent as one. Without ``unicode`` only ASCII is sent.
    """

    class FrugalDriver(Leaving, driver):  # type: ignore[misc, valid-type]
        """Sends what ``shown`` leaves of each frame."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            outlive_terminal(self)
            later = asyncio.get_running_loop().call_later
            self._pacing = Pacing(shown, super().write, later) if lean else None

        def write(self, data: str) -> None:
            """Send what of ``data`` the terminal does not show; once it was given back it is sent nothing."""
            if self.left:
                return
            shown.resize(*_terminal_size())
            data = data if unicode else in_ascii(data)
            if self._pacing:
                self._pacing.write(data)
            elif sent := shown.feed(data):
                super().write(sent)

    return FrugalDriver


def _terminal_size() -> tuple[int, int]:
    """Return columns and rows of the terminal that Textual writes to."""
    for stream in (sys.__stderr__, sys.__stdout__):
        try:
            return os.get_terminal_size(stream.fileno() if stream else -1)
        except (OSError, ValueError):
            continue
    return 80, 24
