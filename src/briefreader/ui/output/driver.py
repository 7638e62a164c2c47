"""A driver that sends the terminal only what it does not show yet."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from briefreader.ui.output.shown import ShownScreen

if TYPE_CHECKING:
    from textual.driver import Driver


def frugal(driver: type[Driver], shown: ShownScreen) -> type[Driver]:
    """Return a driver that works like ``driver`` and spares the line by means of ``shown``."""

    class FrugalDriver(driver):  # type: ignore[misc, valid-type]
        """Sends what ``shown`` leaves of each frame."""

        def write(self, data: str) -> None:
            """Send what of ``data`` the terminal does not show."""
            shown.resize(*_terminal_size())
            if sent := shown.feed(data):
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
