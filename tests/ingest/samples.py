"""Texts and files to import, made up for the tests."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from briefreader.ingest import ReadArticle, ReadOptions, read_file
from briefreader.model import Article, Skipped

STORY = (
    "The harbour of Little Venning will open again on Monday, the mayor told residents at a meeting.\n"
    "\n"
    "Divers had found that the storm in February moved the old breakwater by almost four metres.\n"
    "\n"
    "“Nobody expected the stones to travel that far,” said the harbour master, Ada Quill, who has kept the "
    "log for eleven years.\n"
    "\n"
    "Repairs have cost the town more than it spends on its library in a year, according to the council.\n"
)
"""Prose that no rule may fold."""

PAGE = (
    "Venning Courier\nHome\nNews\nSport\nWeather\nSign in\n\n"
    "Harbour opens again after the February storm\nBy Ida Marrow\n3 May 2021\n\n" + STORY + "\n"
    "Leave a Reply\n\nYour email address will not be published.\n\nSubscribe to our newsletter\n"
    "Related articles\nFerry late\nCat found\n© Venning Courier. All rights reserved.\n"
)
"""The same as a scraper would give it."""


def read(path: Path, options: ReadOptions | None = None) -> list[Article | Skipped]:
    """Return what a file gives."""
    found = read_file(path, relative=path.name, options=options)
    return [item.article if isinstance(item, ReadArticle) else item for item in found]


def only_article(path: Path) -> Article:
    """Return the one article of a file."""
    (found,) = read(path)
    assert isinstance(found, Article)
    return found


def reasons(path: Path, options: ReadOptions | None = None) -> list[str]:
    """Return why a file, or parts of it, could not be read."""
    return [item.reason for item in read(path, options) if isinstance(item, Skipped)]


def open_text(article: Article) -> str:
    """Return what is left when the folds are closed."""
    parts, start = [], 0
    for fold in article.folds:
        parts.append(article.text[start : fold.start])
        start = fold.end
    return "".join([*parts, article.text[start:]])


def folded(article: Article) -> str:
    """Return what the folds hide."""
    return "\n".join(fold.cut(article.text) for fold in article.folds)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def pdf(lines: list[str], title: str = "") -> bytes:
    """Return a PDF of one page with these lines."""
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title({title})>>",
    ]
    return pdf_of([content.encode("latin-1") for content in objects], info=6)


def pdf_of(objects: list[bytes], info: int = 0) -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue; ``info`` numbers its properties."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    properties = b"/Info %d 0 R" % info if info else b""
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        properties,
        len(body),
    )
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def docx(paragraphs: list[str], title: str = "") -> bytes:
    """Return a Word document."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{kinds}"><Default Extension="xml"'
            ' ContentType="text/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}"'
            ' Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": '<core xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:creator>Ida Marrow</dc:creator></core>",
        }
    )


def epub(chapters: dict[str, str]) -> bytes:
    """Return a book: the HTML of each chapter by name."""
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Tales of Venning</dc:title><dc:creator>Ida Marrow</dc:creator></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    pages: dict[str, str | bytes] = {f"OPS/{name}": html for name, html in chapters.items()}
    return zipped({"META-INF/container.xml": container, "OPS/book.opf": package, **pages})


def web_page(title: str, body: str, head: str = "") -> str:
    """Return a page with a menu and a footer around the article."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>'
        "<nav><ul><li><a href='/'>Front page</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer><p>Imprint and contact</p></footer></body></html>"
    )


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
"""The story as HTML."""
