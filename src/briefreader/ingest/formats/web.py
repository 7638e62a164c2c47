"""Saved web pages: the main text by trafilatura, the metadata from the page's head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.repair import repair
from briefreader.text.sanitize import sanitize

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)

_REFERENCE = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));?")

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
        _without_controls(page),
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_precision=False,
    )
    text = getattr(found, "text", None) or ""
    draft = Draft(repair(text), layout="extracted")
    for field, name in _NAMES.items():
        draft.note(field, getattr(found, name, None), "page head")
    return draft


def _without_controls(page: str) -> str:
    """Return the page with visible marks for controls, raw or as references: an XML tree cannot hold them."""
    return _REFERENCE.sub(_mark, sanitize(page))


def _mark(reference: re.Match[str]) -> str:
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    if number > 0x10FFFF:
        return "\ufffd"
    mark = sanitize(chr(number))
    return reference[0] if mark == chr(number) else mark
