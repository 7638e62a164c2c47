"""What is fuzzed inside whole containers: damage to the container itself would be all that a parser sees."""

from __future__ import annotations

from functools import partial

from tests.fuzz.reading import Target, reading
from tests.ingest.samples import epub, pdf_of, zipped


def _document(data: bytes) -> None:
    reading(".docx", zipped({**_PARTS, "word/document.xml": data}))


def _book(data: bytes) -> None:
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    container += '<rootfile full-path="a.opf"/></rootfiles></container>'
    reading(".epub", zipped({"META-INF/container.xml": container, "a.opf": data, "one.html": "<p>Text"}))


def _chapter(data: bytes) -> None:
    reading(".epub", epub({"one.xhtml": data.decode("utf-8", "replace")}))


def _drawing(data: bytes) -> None:
    fonts = b"<</Font<</F1 5 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources%s>>" % fonts
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 4 0 R>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    reading(".pdf", pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream, font]))


def _objects(data: bytes) -> None:
    reading(".pdf", pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", *data.split(b"\0")]))


def _fetched(data: bytes) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    kind = b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(data)
    reading(".warc", head + kind + data + b"\r\n\r\n")


def _entry(template: bytes, data: bytes) -> None:
    reading(".rss", template % data)


_PARTS: dict[str, str | bytes] = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    ),
}

CONTAINERS: dict[str, Target] = {
    "inside.docx": _document,
    "inside.book": _book,
    "inside.chapter": _chapter,
    "inside.drawing": _drawing,
    "inside.objects": _objects,
    "inside.warc": _fetched,
    "inside.rss": partial(
        _entry, b"<rss><channel><item><description><![CDATA[%s]]></description></item></channel></rss>"
    ),
    "inside.atom": partial(_entry, b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>%s</entry></feed>'),
}

_DRAWN = b"BT /F1 12 Tf 50 700 Td (One line) Tj [(a) -200 (b)] TJ <00410042> Tj ET"

SPECIMENS: dict[str, list[bytes]] = {
    "inside.docx": [
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>One</w:t><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
    ],
    "inside.book": [
        b'<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="one.html"'
        b' media-type="text/html"/>'
        b'</manifest><spine><itemref idref="a"/></spine></package>'
    ],
    "inside.chapter": [b"<html><body><h1>A</h1><p>Text</p></body></html>"],
    "inside.drawing": [
        _DRAWN,
        b"begincmap 1 beginbfchar <0041> <0042> endbfchar 1 beginbfrange <00><09> <61> endbfrange",
    ],
    "inside.objects": [
        b"<</Type/Pages/Kids[3 0 R]>>\0<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\0"
        b"<</Length 30>>stream\nBT /F1 12 Tf (One line) Tj ET  \nendstream\0"
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    ],
    "inside.warc": [b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Text.</p>"],
    "inside.rss": [b"<p>A word &amp; <b>another</b></p>"],
    "inside.atom": [
        b"<title>A</title><content type='html'>&lt;p>Text</content><link href='http://a.example/'/><id>1</id>"
    ],
}
