"""Many small things in one file: lines, tags, headers, parts, pages. Each is read, or refused in one line."""

from __future__ import annotations

import resource
import zlib
from pathlib import Path

import pytest

from briefreader.ingest import patience
from briefreader.model import Article, Skipped
from tests.ingest.bounds import refused, within_bounds
from tests.ingest.samples import PAGE, docx, pdf_of, read, reasons, web_page

MEGABYTE = 1_000_000


def of(piece: bytes, size: int) -> bytes:
    """Return ``piece`` over and over."""
    return piece * (size // len(piece))


def nested_mail(depth: int) -> bytes:
    """Return a message in a message in a message …"""
    levels = (b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (n, n) for n in range(depth))
    return b"".join(levels) + b"\nThe text."


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", of(b"word\n", 40 * MEGABYTE), "It has more than 500,000 lines"),
        ("a.md", of(b"# a\n\n", 40 * MEGABYTE), "It has more than 500,000 lines"),
        ("a.html", b"<html><body>" + of(b"<p>A word.</p>", 40 * MEGABYTE), "It has more than 1,000,000 tags"),
        ("a.rss", b"<rss><channel>" + of(b"<item><title>A", 40 * MEGABYTE), "It has more than 500,000 tags"),
        ("a.rss", b"<rss>" + of(b"&lt;p>A word", 40 * MEGABYTE), "It has more than 500,000 tags"),
        ("a.docx", docx(["A word"] * 300_000), "It has more than 1,000,000 tags"),
        ("a.eml", nested_mail(3_000), "It is damaged, or no mail."),
    ],
    ids=["lines", "headings", "page", "feed", "escaped", "document", "nested mail"],
)
def test_what_is_many_times_more_to_read_than_its_bytes_is_refused(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    refused(tmp_path / name, told)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", of(b"word\n", 2 * MEGABYTE)),
        ("a.txt", of(b"a\n\n", MEGABYTE // 2)),
        ("a.html", b"<html><body>" + b"".join(b"<p>Line %d of it.</p>" % n for n in range(90_000))),
        ("a.html", b"<html><body>" + of(b"<li><a href=x>y</a>", 2 * MEGABYTE)),
        ("a.eml", b"Subject: " + of(b"=?utf-8?q?a?= ", 20 * MEGABYTE) + b"\n\nThe text."),
        ("a.eml", b"From: " + of(b"(", MEGABYTE) + b"\nDate: " + of(b"(", MEGABYTE) + b"\n\nThe text."),
        ("a.eml", b"Content-Type: text/plain; " + of(b"a=b;", 20 * MEGABYTE) + b"\n\nThe text."),
        ("a.csv", b"text," + of(b"a,", 2 * MEGABYTE) + b"\n" + of(b"b,", 2 * MEGABYTE)),
        ("a.json", b'{"text":"a","tags":' + b"[" * 900 + b"]" * 900 + b"}"),
    ],
    ids=["lines", "paragraphs", "page", "list", "words", "comments", "parameters", "columns", "lists"],
)
def test_what_is_much_but_bounded_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    def article() -> None:
        (found,) = read(tmp_path / name)
        assert isinstance(found, Article), found
        assert found.text

    within_bounds(article)


def test_a_long_text_is_not_judged_line_by_line_and_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE + "A line of it.\n" * 60_000)
    (found,) = read(tmp_path / "a.txt")
    assert isinstance(found, Article)
    assert found.folds == ()
    assert len(found.paragraphs) > 60_000


def test_a_page_of_too_many_tags_to_be_judged_keeps_all_its_text(tmp_path: Path) -> None:
    menu = "".join(f"<li><a href='/{n}'>Entry {n}</a></li>" for n in range(30_000))
    (tmp_path / "a.html").write_text(web_page("A title", f"<ul>{menu}</ul><p>The end of it.</p>"))
    (found,) = read(tmp_path / "a.html")
    assert isinstance(found, Article)
    assert "Entry 29999" in found.text
    assert "The end of it." in found.text


def test_what_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "LONGEST_S", 0.3)
    parts = of(b"--a\n\nb\n", 4 * MEGABYTE)
    (tmp_path / "a.eml").write_bytes(b"Content-Type: multipart/mixed; boundary=a\n\n" + parts)
    assert reasons(tmp_path / "a.eml") == ["Reading it takes too long: it is no article, or made to do harm."]
    monkeypatch.undo()
    (tmp_path / "b.txt").write_text("The next file is read.")
    assert len(read(tmp_path / "b.txt")) == 1


def test_what_takes_more_memory_than_an_article_may_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "MOST_MEMORY", 300_000_000)
    before = resource.getrlimit(resource.RLIMIT_AS)
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n" + of(b"A: b\r\n", 40 * MEGABYTE))
    refused(tmp_path / "a.warc", "It needs more memory than there is.")
    assert len(reasons(tmp_path / "a.warc")) == 1
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def drawn(content: bytes, kids: int, count: int) -> bytes:
    """Return a document of ``kids`` pages that ``content`` draws; it says that it has ``count``."""
    packed = zlib.compress(content, 9)
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * kids, count),
            page,
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (drawn(of(b"BT (word) Tj ET\n", MEGABYTE // 4), 1_000, 1_000), "It is larger than 50 MB"),
        (drawn(b"BT () Tj ET", 90_000, 90_000), "It has more than 20,000 pages"),
        (drawn(b"BT () Tj ET", 1, 2_000_000_000), "It has no text; its pages are pictures."),
    ],
    ids=["instructions", "pages", "a lie about the pages"],
)
def test_a_few_kilobytes_of_pdf_that_would_take_a_day(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    refused(tmp_path / "a.pdf", told)


def test_a_tree_of_pages_that_multiplies(tmp_path: Path) -> None:
    levels = [b"<</Type/Pages/Count 1/Kids[%s]>>" % (b"%d 0 R " % (number + 3) * 10) for number in range(9)]
    leaf = [b"<</Type/Page/Contents 12 0 R>>", b"<</Length 11>>stream\nBT () Tj ET\nendstream"]
    (tmp_path / "a.pdf").write_bytes(pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", *levels, *leaf]))
    refused(tmp_path / "a.pdf", "It is damaged, or no PDF.")


def test_a_damaged_page_costs_that_page(tmp_path: Path) -> None:
    text = b"BT /F1 12 Tf (The first line) Tj ET"
    whole = b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        whole,
        whole.replace(b"5 0 R", b"7 0 R"),
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/NobodysDecode/Length 1>>stream\n0\nendstream",
    ]
    (tmp_path / "a.pdf").write_bytes(pdf_of(objects))
    article, skipped = read(tmp_path / "a.pdf")
    assert isinstance(article, Article)
    assert article.text == "The first line\n\n"
    assert skipped == Skipped("a.pdf, page 2", "It is damaged; the other pages were read.")
