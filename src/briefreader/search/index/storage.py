"""The files of the index as Whoosh asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from briefreader.search.index.sums import sealed, unsealed


class Storage(FileStorage):  # type: ignore[misc]
    """Files of a directory; a table of contents bears its checksum behind it, where Whoosh does not look."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Seal a table of contents that is whole, and put it in its place."""
        path = Path(self.folder) / oldname
        path.write_bytes(sealed(path.read_bytes()))
        super().rename_file(oldname, newname, safe)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file, a table of contents only if it is what was written."""
        if name.endswith(".toc"):
            unsealed(memoryview((Path(self.folder) / name).read_bytes()), name)
        return super().open_file(name, **options)
