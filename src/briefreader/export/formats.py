"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from briefreader.errors import BriefreaderError
from briefreader.export.bibliography import bibtex, csl
from briefreader.export.prose import markdown
from briefreader.export.records import Record
from briefreader.export.tables import as_csv, as_json

Format = Literal["markdown", "json", "csv", "bibtex", "csl"]

FORMATS: dict[str, Callable[[Sequence[Record]], str]] = {
    "markdown": markdown,
    "json": as_json,
    "csv": as_csv,
    "bibtex": bibtex,
    "csl": csl,
}


def render(records: Iterable[Record], format: str) -> str:
    """Return the records in a format; the bibliographic ones name each article once.

    Raises:
        BriefreaderError: there is no such format.
    """
    if format not in FORMATS:
        raise BriefreaderError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[format](list(records))
