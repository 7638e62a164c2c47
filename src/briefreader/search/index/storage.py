"""The files of the index as Whoosh asks for them: on the disk when they count, and no code out of any."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from briefreader.search.index.sums import DamageError, sealed, unsealed

# Whoosh's present format; what reads the older ones would take their word for whole classes.
_FORMAT = -111
_NAMED = {
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("briefreader.search.index.whoosh_parts", "ArrayCodec"),
    ("builtins", "set"),
    ("builtins", "int"),
    ("collections", "defaultdict"),
}


class Storage(FileStorage):  # type: ignore[misc]
    """Files of a directory; a table of contents bears its checksum behind it, where Whoosh does not look."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        # No file of a segment is ever written a second time: only what comes has to be seen to the disk.
        self._through = set(Path(path).iterdir())

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Seal a table of contents that is whole, and put it in its place.

        It and all that it names are on the disk before it bears its name, and its name is before Whoosh
        deletes what went before: a power cut leaves the old index or the new one.
        """
        path = Path(self.folder) / oldname
        path.write_bytes(sealed(path.read_bytes()))
        self._see_through()
        super().rename_file(oldname, newname, safe)
        _sync(path.parent)

    def _see_through(self) -> None:
        present = set(Path(self.folder).iterdir())
        for path in present - self._through:
            _sync(path)
        self._through = present

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file, a table of contents only if it is what was written.

        Raises:
            DamageError: it is not.
        """
        if not name.endswith(".toc"):
            return super().open_file(name, **options)
        path = Path(self.folder) / name
        unsealed(memoryview(path.read_bytes()), name)
        return _Contents(path.open("rb"), name=name).checked()


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(number)
    finally:
        os.close(number)


class _Contents(StructFile):  # type: ignore[misc]
    """A table of contents. The segments in it are a pickle, of which nothing but segments is taken."""

    def checked(self) -> _Contents:
        """Return this file, at its beginning, if it is of the present format."""
        for _ in range(3):
            self.read_varint()
        self.read_int()
        if self.read_int() != _FORMAT:
            raise DamageError("the table of contents is of another format")
        self.seek(0)
        return self

    def read_pickle(self) -> Any:
        """Read the list of segments."""
        return _Segments(self.file).load()


class _Segments(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class that a list of segments may name; all others are what an attack would name."""
        if (module, name) not in _NAMED:
            raise DamageError(f"the table of contents names {module}.{name}")
        return super().find_class(module, name)
