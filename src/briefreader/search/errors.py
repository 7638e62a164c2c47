"""What can go wrong in the search room."""

from __future__ import annotations

from briefreader.errors import BadData, OutOfReach


class IndexUnusable(BadData):
    """The index is damaged, of another version, or not private to this user: build it anew."""


class IndexLocked(OutOfReach):
    """Another process writes to the index. ``holder`` is its process number, None where that is not known."""

    def __init__(self, message: str, holder: int | None) -> None:
        super().__init__(message)
        self.holder = holder


class CancelledError(Exception):
    """A newer request took the place of this one. It never leaves the room."""
