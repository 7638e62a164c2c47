"""When Python looks for garbage: not while the reader starts, and never again among what it made then.

A look at everything takes as long as painting a screen, and what is made at the start stays to the end.
"""

from __future__ import annotations

import gc


def put_off() -> None:
    """Look for no garbage until :func:`resume` is called."""
    gc.disable()


def resume() -> None:
    """Look for garbage again, if that was put off, in what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
