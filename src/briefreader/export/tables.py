"""Records as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from briefreader.export.records import Record

_INFO = ("id", "path", "title", "source", "author", "published", "url", "language", "words")
_OWN = ("start", "end", "passage", "note")
# A spreadsheet takes a cell that begins so for a formula, and would run what an article's title says.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def as_json(records: Sequence[Record]) -> str:
    """Return one object with the records in order."""
    return json.dumps(
        {"version": 1, "records": [_nested(each) for each in records]}, ensure_ascii=False, indent=1
    )


def as_csv(records: Sequence[Record]) -> str:
    """Return a table with a line of names: the article's columns, the passage's, then the details."""
    details = list(dict.fromkeys(name for each in records for name in each.details))
    passages = any(each.span for each in records)
    names = [*_INFO, *(_OWN if passages else ()), *details]
    table = io.StringIO()
    writer = csv.DictWriter(table, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for each in records:
        row = {**_info(each), **_own(each), **each.details}
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return table.getvalue()


def _nested(record: Record) -> dict[str, Any]:
    return {"article": _info(record), **(_own(record) if record.span else {}), **record.details}


def _info(record: Record) -> dict[str, Any]:
    return {name: getattr(record.article, name) for name in _INFO}


def _own(record: Record) -> dict[str, Any]:
    span = record.span
    start, end = (span.start, span.end) if span else (None, None)
    return {"start": start, "end": end, "passage": record.passage, "note": record.note}


def _harmless(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    begins_so = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    return f"'{value}" if begins_so else value
