"""The book of corrections: the reader's word on who is who, kept as YAML that people can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.library.opening import Shelf


class CorrectionsBook:
    """Merge, split, rename, retype, hide and add, by entity ids; each can be undone; the counts follow."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @property
    def path(self) -> Path:
        """The file that holds the corrections."""
        return self._shelf.data_directory / "entities.yaml"
