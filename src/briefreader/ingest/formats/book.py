"""EPUB books: an article for each chapter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from briefreader.ingest.charset import decode
from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.feed import refuse_entities
from briefreader.ingest.formats.markup import markup_text
from briefreader.ingest.formats.zipped import open_zip, read_member
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable
from briefreader.model import Skipped

_HEADING = re.compile(r"<h[1-3]\b[^>]*>(.*?)</h[1-3]>", re.IGNORECASE | re.DOTALL)
_HEAD = 20_000
_XML_NAMES = {
    "container": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def read(source: Source) -> Iterator[Draft | Skipped]:
    """Yield the chapters of a book in reading order; the book is their source."""
    with open_zip(source.data(), source.options) as archive:
        package = _package_path(archive)
        root = _parse(read_member(archive, package))
        properties = {
            field: root.findtext(f".//dc:{name}", None, _XML_NAMES)
            for field, name in (("source", "title"), ("author", "creator"), ("language", "language"))
        }
        for name in _chapters(root, posixpath.dirname(package)):
            try:
                yield _chapter(archive, name, properties)
            except Unreadable as problem:
                yield Skipped(f"{source.relative}, {name}", str(problem))


def _chapter(archive: ZipFile, name: str, properties: dict[str, str | None]) -> Draft:
    page = decode(read_member(archive, name))
    draft = Draft(repair(markup_text(page)), record=name, layout="record")
    if not draft.text.strip():
        raise Unreadable("It is a chapter without text.")
    heading = _HEADING.search(page[:_HEAD])
    draft.note("title", repair(markup_text(heading[1])) if heading else None, "heading")
    for field, value in properties.items():
        draft.note(field, value, "document properties")
    return draft


def _package_path(archive: ZipFile) -> str:
    container = _parse(read_member(archive, "META-INF/container.xml"))
    found = container.find(".//container:rootfile", _XML_NAMES)
    if found is None or not found.get("full-path"):
        raise Unreadable("It is a book without a table of its parts.")
    return str(found.get("full-path"))


def _chapters(root: Element, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in root.iterfind(".//opf:manifest/opf:item", _XML_NAMES)}
    for reference in root.iterfind(".//opf:spine/opf:itemref", _XML_NAMES):
        item = items.get(reference.get("idref"))
        if item is not None and "html" in (item.get("media-type") or ""):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _parse(data: bytes) -> Element:
    refuse_entities(data)
    try:
        return fromstring(data)  # noqa: S314 - entities are refused, and nothing external is ever fetched
    except ParseError:
        raise Unreadable("It is damaged: its table of parts is no XML.") from None
