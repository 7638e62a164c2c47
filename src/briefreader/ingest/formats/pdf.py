"""PDF documents, with the extra ``pdf``: one article a file."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.registry import Format
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable, too_large

if TYPE_CHECKING:
    from pypdf import PdfReader


def read(source: Source) -> Iterator[Draft]:
    """Yield the text of a document, page by page."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    data = source.data()
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("It is locked with a password.")
        draft = Draft(repair(_text(reader, source)))
        properties = reader.metadata
    except PyPdfError as error:
        raise Unreadable(f"It is not a PDF that can be read: {error}.") from None
    if not draft.text.strip():
        raise Unreadable("It has no text; its pages are pictures.")
    if properties is not None:
        draft.note("title", properties.title, "document properties")
        draft.note("author", properties.author, "document properties")
    yield draft


def _text(reader: PdfReader, source: Source) -> str:
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > source.options.largest:
            raise too_large(source.options)
    return "\n\n".join(pages)


FORMAT = Format("PDF", (".pdf",), read, extra="pdf")
