"""Web archives (WARC), with the extra ``warc``: an article for each page that was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BufferedIOBase, StringIO
from typing import Any

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.foreign import parsing
from briefreader.ingest.formats.record_keys import RecordKeys
from briefreader.ingest.formats.web import read_page
from briefreader.ingest.source import Source, Unreadable, read_bounded
from briefreader.model import Skipped


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the pages of an archive, one at a time."""
    keys = RecordKeys()
    # warcio decompresses by itself: an archive is many small gzip members, one for each record.
    with source.open_packed() as stream:
        for record in _pages(stream):
            yield _page(source, record, keys)


def _pages(stream: BufferedIOBase) -> Iterator[Any]:
    """Yield the records that are pages."""
    from warcio.archiveiterator import ArchiveIterator

    with parsing("web archive"):
        records = iter(ArchiveIterator(stream, arc2warc=True))
    while True:
        # warcio warns of damage on standard error, which may be the reader's terminal.
        with parsing("web archive"), redirect_stderr(StringIO()):
            record = next(records, None)
            is_page = record is not None and _is_page(record)
        if record is None:
            return
        if is_page:
            yield record


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    kind = headers.get_header("Content-Type") if headers is not None else record.content_type
    return "html" in (kind or "").lower()


def _page(source: Source, record: Any, keys: RecordKeys) -> Draft | Skipped:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        with parsing("web page"):
            data = read_bounded(record.content_stream(), source.options)
        draft = read_page(data, _charset(record))
    except Unreadable as problem:
        return Skipped(f"{source.relative}, {url}", str(problem))
    draft.record = keys.give(url, draft.text)
    draft.note("url", url, "archive")
    return draft


def _charset(record: Any) -> str | None:
    kind = (record.http_headers.get_header("Content-Type") if record.http_headers else None) or ""
    return kind.partition("charset=")[2].strip(" \"';") or None
