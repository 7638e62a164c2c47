"""Plain text: one article a file, as scraped."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.ingest.charset import decode_text
from briefreader.ingest.draft import Draft
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source


def read(source: Source) -> Iterator[Draft]:
    """Yield the one article of a text file."""
    yield Draft(repair(decode_text(source.data())))
