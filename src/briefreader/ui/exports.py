"""Writing what was chosen to a file: which format its name asks for, and where it may not go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.errors import BadData

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.exporting import Exportable

FORMATS = {
    ".csl.json": "csl",
    ".md": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".bib": "bibtex",
}
PLACEHOLDER = "a file: .md .json .csv .bib .csl.json"


def export(library: Library, items: Exportable, typed: str) -> str:
    """Write ``items`` to the file that was ``typed`` and return its path; runs in a thread.

    Raises:
        BadData: the ending names no format, or the file exists.
        OutOfReach: the file cannot be written.
    """
    path = Path(typed.strip()).expanduser()
    format = next((name for ending, name in FORMATS.items() if path.name.lower().endswith(ending)), None)
    if format is None:
        raise BadData(f"“{path.name}” ends in none of {', '.join(FORMATS)}")
    if path.exists():
        raise BadData(f"{path} is there already: choose another name")
    library.export(items, format, path)
    return str(path)
