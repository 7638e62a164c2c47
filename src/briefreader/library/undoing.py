"""Undo and redo over all the reader does, in order: marks, notes, fields, folds and corrections of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.store.userdata.journal import Elsewhere


def undo(shelf: Shelf) -> str | None:
    """Take the last step back and return its name, None where there is none."""
    return _step(shelf, shelf.userdata.journal.undo, lambda written: shelf.corrections.take_back(written))


def redo(shelf: Shelf) -> str | None:
    """Take the step undone last again and return its name, None where there is none."""
    return _step(shelf, shelf.userdata.journal.redo, lambda written: shelf.corrections.take_again(written))


def _step(shelf: Shelf, step: Callable[[Elsewhere], str | None], elsewhere: Elsewhere) -> str | None:
    """Take a step, and bring the cache in line where it was one on metadata or folds."""
    before = shelf.userdata.amendments.state()
    what = step(elsewhere)
    after = shelf.userdata.amendments.state()
    if changed := {article for article, _ in before ^ after}:
        from briefreader.library.amending import reapply

        reapply(shelf, changed)
    return what
