"""JSON lines, and JSON arrays of objects: an article for each record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BufferedIOBase
from typing import Any

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.fields import columns, flat
from briefreader.ingest.formats.markup import looks_like_markup, markup_text
from briefreader.ingest.formats.record_keys import RecordKeys
from briefreader.ingest.options import ReadOptions
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable, too_large, unpacked_name
from briefreader.model import Skipped

_LISTS = ("articles", "items", "documents", "docs", "records", "data", "results", "hits")


class Records:
    """Makes drafts of records, whose columns are looked for once for each set of names."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._keys = RecordKeys()
        self._columns: dict[tuple[str, ...], dict[str, str]] = {}

    def draft(self, record: Mapping[str, Any]) -> Draft:
        """Return the article of one record.

        Raises:
            Unreadable: no column of it holds text.

        """
        names = tuple(map(str, record))
        found = self._columns.get(names)
        if found is None:
            found = self._columns[names] = columns(list(names), self._options.columns)
        text = _text(record, found)
        values = {field: flat(field, record[name]) for field, name in found.items() if field != "text"}
        draft = Draft(
            text, record=self._keys.give(values.pop("id", None) or values.get("url"), text), layout="record"
        )
        for field, value in values.items():
            draft.note(field, repair(value) if value else None, f"column {found[field]}")
        return draft


def _text(record: Mapping[str, Any], found: Mapping[str, str]) -> str:
    if "text" not in found:
        known = ", ".join(map(repr, list(record)[:8]))
        raise Unreadable(
            f"No column holds the text; name it under columns in briefreader.yaml (there are {known})."
        )
    value = flat("text", record[found["text"]]) or ""
    text = repair(markup_text(value) if looks_like_markup(value) else value)
    if not text.strip():
        raise Unreadable("Its text is empty.")
    return text


def read_lines(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the record on each line."""
    records = Records(source.options)
    with source.open() as stream:
        for number, line in enumerate(bounded_lines(stream, source.options.largest), 1):
            if line is not None and not line.strip():
                continue
            try:
                if line is None:
                    raise too_large(source.options)
                yield records.draft(_object(line))
            except Unreadable as problem:
                yield Skipped(f"{source.relative}, line {number}", str(problem))


def read_whole(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the records of a JSON document: an array, an object around one, or a single record."""
    try:
        value = json.loads(decode(source.data()))
    except (ValueError, RecursionError):
        raise Unreadable("It is not JSON.") from None
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    records = Records(source.options)
    for number, record in enumerate(value if isinstance(value, list) else [], 1):
        try:
            if not isinstance(record, dict):
                raise Unreadable("It is no object with columns.")
            yield records.draft(record)
        except Unreadable as problem:
            yield Skipped(f"{source.relative}, record {number}", str(problem))


def bounded_lines(stream: BufferedIOBase, limit: int) -> Iterator[bytes | None]:
    """Yield each line of ``stream``, None for one longer than ``limit`` bytes, which is passed over."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError):
        raise Unreadable("It is not JSON.") from None
    if not isinstance(value, dict):
        raise Unreadable("It is no object with columns.")
    return value


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the records of a file: line by line, unless its name and its start say one JSON document."""
    with source.open() as stream:
        start = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    is_lines = start[:1] == b"{" and b"\n" in start and start.split(b"\n", 1)[0].rstrip().endswith(b"}")
    whole = unpacked_name(source.path.name).lower().endswith(".json") and not is_lines
    yield from read_whole(source) if whole else read_lines(source)
