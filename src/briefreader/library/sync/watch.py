"""Noticing that files under the roots have changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

_LOOK_MS = 500
_QUIET_MS = 1600


def watch(roots: Sequence[Path], changed: Callable[[], None], cancelled: Callable[[], bool]) -> None:
    """Call ``changed`` after each burst of changes, until ``cancelled`` says so; roots that vanish end it."""
    from watchfiles import watch as changes

    stop = threading.Event()
    for found in changes(
        *roots, stop_event=stop, debounce=_QUIET_MS, rust_timeout=_LOOK_MS, yield_on_timeout=True,
        raise_interrupt=False,
    ):  # fmt: skip
        if cancelled():
            stop.set()
        elif found:
            changed()
