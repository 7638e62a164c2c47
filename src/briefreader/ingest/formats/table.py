"""Tables as CSV or TSV: an article for each row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.records import Records, bounded_lines
from briefreader.ingest.formats.registry import Format
from briefreader.ingest.source import Source, Unreadable, too_large
from briefreader.model import Skipped

_SAMPLE = 64 * 1024
_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the article of each row; the first row names the columns."""
    with source.open() as stream:
        sample = decode(stream.read(_SAMPLE))
    records = Records(source.options)
    with source.open() as stream:
        rows = _rows(
            source, (line for line in bounded_lines(stream, source.options.largest)), _dialect(sample)
        )
        names = next(rows, None)
        if not isinstance(names, list) or not any(names):
            raise Unreadable("It is a table without a row of column names.")
        for number, row in enumerate(rows, 2):
            yield _article(source, records, names, row, number)


def _dialect(sample: str) -> str:
    """Return the delimiter: the one that parts the first line most often."""
    first = sample.lstrip("\ufeff").split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _rows(source: Source, lines: Iterator[bytes | None], delimiter: str) -> Iterator[list[str] | Unreadable]:
    """Yield the rows, or why one cannot be read."""
    csv.field_size_limit(source.options.largest)

    def decoded() -> Iterator[str]:
        for line in lines:
            if line is None:
                raise too_large(source.options)
            yield decode(line).replace("\0", "\ufffd")

    reader = csv.reader(decoded(), delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except (csv.Error, Unreadable) as error:
            yield (
                error
                if isinstance(error, Unreadable)
                else Unreadable(f"It cannot be parted into columns: {error}.")
            )
            continue
        if row is None:
            return
        if row:
            yield row


def _article(
    source: Source, records: Records, names: list[str], row: list[str] | Unreadable, number: int
) -> Draft | Skipped:
    try:
        if isinstance(row, Unreadable):
            raise row
        return records.draft(dict(zip(names, row, strict=False)))
    except Unreadable as problem:
        return Skipped(f"{source.relative}, row {number}", str(problem))


FORMAT = Format("table", (".csv", ".tsv"), read)
