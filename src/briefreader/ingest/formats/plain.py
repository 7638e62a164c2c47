"""Plain text: one article a file, as scraped."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.repair import repair


def read(data: bytes) -> Iterator[Draft]:
    """Yield the one article of a text file."""
    yield Draft(repair(decode(data)))
