"""What every face of the library stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.model import Progress

Ref = str | int
"""An article by its id, its path inside the collection, or its key."""

OnProgress: TypeAlias = "Callable[[Progress], None]"
Cancelled = Callable[[], bool]


class Face:
    """A part of what can be done with a collection."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
