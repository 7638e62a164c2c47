"""Records as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefreader.export.records import Record
from briefreader.model import Article

_INFO = ("id", "path", "title", "source", "author", "published", "url", "language", "words")
_OWN = ("start", "end", "passage", "note")
# A spreadsheet takes a cell that begins so for a formula, and would run what an article's title says.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def as_json(records: Iterable[Record]) -> Iterator[str]:
    """Yield one object with the records in order, a piece for each."""
    between = '{\n "version": 1,\n "records": ['
    for each in records:
        lines = json.dumps(_nested(each), ensure_ascii=False, indent=1).split("\n")
        yield between + "".join(f"\n  {line}" for line in lines)
        between = ","
    yield (between if between != "," else "\n ") + "]\n}\n"


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
    own = _own(record) if record.span else _text(record)
    return {"article": _info(record), **own, **record.details}


def _info(record: Record) -> dict[str, Any]:
    return {name: getattr(record.article, name) for name in _INFO}


def _text(record: Record) -> dict[str, Any]:
    """Return an article's whole text and what of it is folded, nothing where only its row is known."""
    article = record.article
    if not isinstance(article, Article):
        return {}
    folds = [{"start": fold.start, "end": fold.end, "reason": fold.reason} for fold in article.folds]
    return {"text": article.text, "folds": folds}


def _own(record: Record) -> dict[str, Any]:
    span = record.span
    start, end = (span.start, span.end) if span else (None, None)
    return {"start": start, "end": end, "passage": record.passage, "note": record.note}


def _harmless(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    begins_so = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    return f"'{value}" if begins_so else value
