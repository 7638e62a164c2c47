"""Saved web pages: the main text by trafilatura, the metadata from the page's head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.repair import repair

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)

_NAMES = {
    "title": "title",
    "source": "sitename",
    "author": "author",
    "published": "date",
    "url": "url",
    "language": "language",
}


def read(data: bytes) -> Iterator[Draft]:
    """Yield the one article of a page."""
    declared = _CHARSET.search(data[:4096])
    yield read_html(decode(data, declared[1].decode("ascii") if declared else None))


def read_html(page: str) -> Draft:
    """Return the article that the HTML text ``page`` holds."""
    # Imported late: it takes half a second, and many collections hold no page.
    import trafilatura

    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=True, favor_precision=False
    )
    text = getattr(found, "text", None) or ""
    draft = Draft(repair(text), layout="extracted")
    for field, name in _NAMES.items():
        draft.note(field, getattr(found, name, None), "page head")
    return draft
