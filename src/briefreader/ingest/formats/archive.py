"""Web archives (WARC), with the extra ``warc``: an article for each page that was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.keys import Keys
from briefreader.ingest.formats.registry import Format
from briefreader.ingest.formats.web import read_page
from briefreader.ingest.source import Source, Unreadable, read_bounded
from briefreader.model import Skipped


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the pages of an archive, one at a time."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    keys = Keys()
    # warcio decompresses by itself: an archive is many small gzip members, one for each record.
    with source.open_packed() as stream:
        try:
            for record in ArchiveIterator(stream, arc2warc=True):
                if _is_page(record):
                    yield _page(source, record, keys)
        except ArchiveLoadFailed as error:
            raise Unreadable(f"It is damaged, or no web archive: {error}.") from None


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    kind = headers.get_header("Content-Type") if headers is not None else record.content_type
    return "html" in (kind or "").lower()


def _page(source: Source, record: Any, keys: Keys) -> Draft | Skipped:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        draft = read_page(read_bounded(record.content_stream(), source.options), _charset(record))
    except Unreadable as problem:
        return Skipped(f"{source.relative}, {url}", str(problem))
    draft.record = keys.give(url, draft.text)
    draft.note("url", url, "archive")
    return draft


def _charset(record: Any) -> str | None:
    kind = (record.http_headers.get_header("Content-Type") if record.http_headers else None) or ""
    return kind.partition("charset=")[2].strip(" \"';") or None


FORMAT = Format("web archive", (".warc",), read, extra="warc")
