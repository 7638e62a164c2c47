"""Word documents (docx), with the extra ``docx``: one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.feed import refuse_entities
from briefreader.ingest.formats.foreign import parsing
from briefreader.ingest.formats.markup import markup_text
from briefreader.ingest.formats.zipped import open_zip, read_member
from briefreader.ingest.repair import repair
from briefreader.ingest.source import Source, Unreadable, refuse_many

_PROPERTY = re.compile(rb"<dc:(title|creator|language)>([^<]{1,500})</dc:\1>")
_MOST_TAGS = 1_000_000
_FIELDS = {b"title": "title", b"creator": "author", b"language": "language"}


def read(source: Source) -> Iterator[Draft]:
    """Yield the text of a document."""
    import mammoth

    data, tags = source.data(), 0
    with open_zip(data, source.options) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                part = read_member(archive, name)
                refuse_entities(part)
                tags += part.count(b"<")
        refuse_many(tags, _MOST_TAGS, "tags")
        properties = _properties(archive)
    with parsing("Word document"):
        html = mammoth.convert_to_html(
            BytesIO(data), convert_image=mammoth.images.img_element(lambda _image: {})
        ).value
    draft = Draft(repair(markup_text(html)))
    if not draft.text.strip():
        raise Unreadable("It is a document without text.")
    for field, value in properties.items():
        draft.note(field, value, "document properties")
    yield draft


def _properties(archive: ZipFile) -> dict[str, str]:
    if "docProps/core.xml" not in archive.namelist():
        return {}
    found = _PROPERTY.findall(read_member(archive, "docProps/core.xml"))
    return {_FIELDS[name]: value.decode("utf-8", "replace") for name, value in found}
