"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from briefreader.errors import BriefreaderError
from briefreader.export.bibliography import bibtex, csl
from briefreader.export.prose import markdown
from briefreader.export.records import Record
from briefreader.export.tables import as_csv, as_json

Format = Literal["markdown", "json", "csv", "bibtex", "csl"]


def _at_once(made: Callable[[Sequence[Record]], str]) -> Callable[[Iterable[Record]], Iterator[str]]:
    """Let a format that needs all records give its text in one piece."""
    return lambda records: iter([made(list(records))])


FORMATS: dict[str, Callable[[Iterable[Record]], Iterator[str]]] = {
    "markdown": markdown,
    "json": as_json,
    "csv": _at_once(as_csv),
    "bibtex": _at_once(bibtex),
    "csl": _at_once(csl),
}


def pieces(records: Iterable[Record], format: str) -> Iterator[str]:
    """Return the records in a format, piece by piece as far as it allows; a bibliography names each once.

    Raises:
        BriefreaderError: there is no such format.
    """
    if format not in FORMATS:
        raise BriefreaderError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[format](records)


def render(records: Iterable[Record], format: str) -> str:
    """Return the records in a format, as :func:`pieces` does, in one."""
    return "".join(pieces(records, format))
