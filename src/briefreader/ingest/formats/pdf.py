"""PDF documents, with the extra ``pdf``: one article a file; a damaged page costs that page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.foreign import parsing
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable, refuse_many, too_large
from briefreader.model import Skipped

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 20_000


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the text of a document, and which of its pages cannot be read."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    data = source.data()
    with parsing("PDF"):
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            _unlock(reader)
        count = len(reader.pages)
    _refuse_bombs(reader, count, source)
    pages = _texts(reader, count, source)
    damaged = [number for number, page in enumerate(pages, 1) if page is None]
    draft = Draft(repair("\n\n".join(page or "" for page in pages)))
    if not draft.text.strip():
        raise Unreadable("It is damaged." if damaged else "It has no text; its pages are pictures.")
    for field, value in _properties(reader).items():
        draft.note(field, value, "document properties")
    yield draft
    for number in damaged:
        yield Skipped(f"{source.relative}, page {number}", "It is damaged; the other pages were read.")


def _unlock(reader: PdfReader) -> None:
    """Open a document that is encrypted without a password.

    Raises:
        Unreadable: it has one, or its cipher takes a package that is not there.

    """
    from pypdf.errors import DependencyError

    try:
        opened = reader.decrypt("")
    except DependencyError:
        raise Unreadable("It is encrypted; reading it takes a package: pip install cryptography.") from None
    if not opened:
        raise Unreadable("It is locked with a password.")


def _refuse_bombs(reader: PdfReader, count: int, source: Source) -> None:
    """Refuse a document whose few kilobytes hold a day's work of drawing.

    Raises:
        Unreadable: it has more pages, or is drawn by more instructions, than the options allow.

    """
    refuse_many(count, _MOST_PAGES, "pages")
    size = 0
    for number in range(count):
        with suppress(Unreadable), parsing("PDF"):
            size += _instructions(reader, number)
        if size > source.options.largest:
            raise too_large(source.options)


def _instructions(reader: PdfReader, number: int) -> int:
    """Return how many bytes draw a page."""
    contents = reader.pages[number].get("/Contents")
    if contents is None:
        return 0
    found = contents.get_object()
    parts = found if isinstance(found, list) else [found]
    return sum(len(part.get_object().get_data()) for part in parts)


def _texts(reader: PdfReader, count: int, source: Source) -> list[str | None]:
    pages: list[str | None] = []
    size = 0
    for number in range(count):
        pages.append(_page(reader, number))
        size += len(pages[-1] or "")
        if size > source.options.largest:
            raise too_large(source.options)
    return pages


def _page(reader: PdfReader, number: int) -> str | None:
    """Return the text of a page, None for one that is damaged."""
    try:
        with parsing("PDF"):
            return str(reader.pages[number].extract_text())
    except Unreadable:
        return None


def _properties(reader: PdfReader) -> dict[str, str | None]:
    try:
        with parsing("PDF"):
            found = reader.metadata
            return {"title": found.title, "author": found.author} if found is not None else {}
    except Unreadable:
        return {}
