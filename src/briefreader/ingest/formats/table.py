"""Tables as CSV or TSV: an article for each row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedIOBase

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.records import Records, bounded_lines
from briefreader.ingest.options import ReadOptions
from briefreader.ingest.source import Source, Unreadable, too_large
from briefreader.model import Skipped

_SAMPLE = 64 * 1024
_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the article of each row; the first row names the columns."""
    with source.open() as stream:
        sample = decode(stream.read(_SAMPLE))
    records = Records(source.options)
    csv.field_size_limit(source.options.largest)
    with source.open() as stream:
        rows = _rows(_Lines(stream, source.options), _delimiter(sample))
        names = next(rows, None)
        if isinstance(names, Unreadable):
            raise names
        if not names or not any(names):
            raise Unreadable("It is a table without a row of column names.")
        for number, row in enumerate(rows, 2):
            yield _article(source, records, names, row, number)


def _delimiter(sample: str) -> str:
    """Return the delimiter: the one that parts the first line most often."""
    first = sample.lstrip("\ufeff").split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _rows(lines: _Lines, delimiter: str) -> Iterator[list[str] | Unreadable]:
    """Yield the rows, or why one cannot be read."""
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except Unreadable as problem:
            yield problem
            continue
        except csv.Error as error:
            yield Unreadable(f"It cannot be parted into columns: {error}.")
            continue
        if row is None:
            return
        if row:
            yield row


class _Lines:
    """The lines as text. No generator, which would end at the first line that is too long."""

    def __init__(self, stream: BufferedIOBase, options: ReadOptions) -> None:
        self._lines = bounded_lines(stream, options.largest)
        self._options = options

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if line is None:
            raise too_large(self._options)
        return decode(line).replace("\0", "\ufffd")


def _article(
    source: Source, records: Records, names: list[str], row: list[str] | Unreadable, number: int
) -> Draft | Skipped:
    try:
        if isinstance(row, Unreadable):
            raise row
        return records.draft(dict(zip(names, row, strict=False)))
    except Unreadable as problem:
        return Skipped(f"{source.relative}, row {number}", str(problem))
