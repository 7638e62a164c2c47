"""Every kind of file that can be read, and what comes of it."""

from __future__ import annotations

import gzip
import io
import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefreader.ingest import ReadArticle, ReadOptions, is_readable, read_file
from briefreader.model import Article, Skipped
from tests.ingest.samples import (
    PAGE,
    PARAGRAPHS,
    STORY,
    docx,
    epub,
    folded,
    only_article,
    open_text,
    pdf,
    read,
    reasons,
    web_page,
)


def articles(path: Path, options: ReadOptions | None = None) -> list[Article]:
    return [item for item in read(path, options) if isinstance(item, Article)]


def test_a_text_file_is_one_article_titled_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text("Harbour opens again\n\n" + STORY)
    article = only_article(path)
    assert article.title == "Harbour opens again"
    assert article.text.startswith("Harbour opens again\n\nThe harbour of")
    assert article.folds == ()
    assert article.path == "harbour.txt"


def test_front_matter_gives_the_fields_and_is_folded(tmp_path: Path) -> None:
    path = tmp_path / "harbour.md"
    front = (
        "---\ntitle: Stones that travel\nauthor: [Ida Marrow, Per Lund]\ndate: 3 May 2021\nlang: en\n---\n"
    )
    path.write_text(front + "\n# Another heading\n\n" + STORY)
    article = only_article(path)
    assert (article.title, article.author) == ("Stones that travel", "Ida Marrow, Per Lund")
    assert (article.published, article.language) == ("2021-05-03", "en")
    assert article.origins["title"] == "front matter"
    assert folded(article) == front.strip()


def test_broken_front_matter_does_not_lose_the_article(tmp_path: Path) -> None:
    path = tmp_path / "harbour.md"
    path.write_text("---\ntitle: a: b: c\n---\n\n# Stones\n\n" + STORY)
    article = only_article(path)
    assert article.title == "Stones"
    assert "harbour of Little Venning" in article.text


def test_a_web_page_gives_its_article_and_folds_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    head = '<meta property="article:published_time" content="2021-05-03T09:30:00+02:00">'
    path.write_text(web_page("Stones that travel", PARAGRAPHS, head))
    article = only_article(path)
    assert article.title == "Stones that travel"
    assert article.published == "2021-05-03T09:30:00+02:00"
    assert "Ada Quill" in open_text(article)
    assert "Imprint and contact" in folded(article)
    assert article.folds[-1].reason == "rest of the page"


def test_a_mail_folds_what_it_quotes_and_its_signature(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Breakwater – the figures", "Ida Marrow <ida@courier.example>"
    message["Date"], message["Message-ID"] = "Mon, 03 May 2021 09:30:00 +0200", "<1@courier.example>"
    message.set_content(
        "Here are the figures you asked for.\n\nOn Sunday, Per wrote:\n> Do you have them?\n\n-- \nIda\n"
    )
    path = tmp_path / "figures.eml"
    path.write_bytes(message.as_bytes())
    article = only_article(path)
    assert (article.title, article.author) == ("Breakwater – the figures", "Ida Marrow")
    assert article.published == "2021-05-03T09:30:00+02:00"
    assert article.source == "courier.example"
    assert open_text(article).strip() == "Here are the figures you asked for."
    assert {fold.reason for fold in article.folds} == {"quoted mail, signature"}


def test_each_message_of_a_mail_folder_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(
        "From ida@courier.example Mon May  3 09:30:00 2021\nSubject: One\nMessage-ID: <1@c>\n\n"
        "The first.\n\n>From here on it rained.\n\n"
        "From per@courier.example Mon May  3 10:30:00 2021\nSubject: Two\nMessage-ID: <2@c>\n\nThe second.\n"
    )
    found = articles(path)
    assert [article.title for article in found] == ["One", "Two"]
    assert "From here on it rained." in found[0].text


def test_each_entry_of_a_feed_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "courier.rss"
    path.write_text(
        '<rss version="2.0"><channel><title>Venning Courier</title><language>en</language>'
        "<item><guid>a1</guid><title>Stones &amp;amp; sand</title><link>https://courier.example/1</link>"
        "<pubDate>Mon, 03 May 2021 09:30:00 GMT</pubDate>"
        "<description>&lt;p&gt;The breakwater moved.&lt;/p&gt;&lt;p&gt;By four metres.&lt;/p&gt;"
        "</description></item>"
        "<item><guid>a2</guid><title>Nothing</title></item></channel></rss>"
    )
    first, second = read(path)
    assert isinstance(first, Article)
    assert (first.title, first.source, first.url) == (
        "Stones & sand",
        "Venning Courier",
        "https://courier.example/1",
    )
    assert first.published == "2021-05-03T09:30:00+00:00"
    assert first.text == "The breakwater moved.\nBy four metres."
    assert second == Skipped("courier.rss, entry 2", "It has no text.")


RECORDS = [
    {
        "id": 7,
        "Headline": "One",
        "articleBody": "The first text.",
        "pub_date": "2021-05-03",
        "Site": "Courier",
    },
    {
        "id": 8,
        "Headline": "Two",
        "articleBody": "The second text.",
        "pub_date": 1620034200,
        "Site": "Courier",
    },
]


def as_jsonl(path: Path) -> None:
    path.write_text("\n".join(map(json.dumps, RECORDS)))


def as_json(path: Path) -> None:
    path.write_text(json.dumps({"articles": RECORDS}, indent=1))


def as_csv(path: Path) -> None:
    rows = [";".join(map(str, record.values())) for record in RECORDS]
    path.write_text("\ufeff" + "\n".join([";".join(RECORDS[0]), *rows]), encoding="utf-8")


@pytest.mark.parametrize(("name", "write"), [("a.jsonl", as_jsonl), ("a.json", as_json), ("a.csv", as_csv)])
def test_columns_are_known_by_their_usual_names(tmp_path: Path, name: str, write: object) -> None:
    assert callable(write)
    write(tmp_path / name)
    found = articles(tmp_path / name)
    assert [article.title for article in found] == ["One", "Two"]
    assert [article.text for article in found] == ["The first text.", "The second text."]
    assert found[0].published == "2021-05-03"
    assert {article.source for article in found} == {"Courier"}
    assert found[0].origins["title"] == "column Headline"


def test_a_moment_in_unix_time_is_a_moment(tmp_path: Path) -> None:
    as_jsonl(tmp_path / "a.jsonl")
    assert articles(tmp_path / "a.jsonl")[1].published == "2021-05-03T09:30:00+00:00"


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("kop,verhaal\nOne,The first text.\n")
    assert "verhaal" in reasons(path)[0]
    (article,) = articles(path, ReadOptions(columns={"text": "verhaal", "title": "kop"}))
    assert (article.title, article.text) == ("One", "The first text.")


def test_an_article_keeps_its_id_when_others_come_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "The first text."}\n{"url": "https://c.example/2", "text": "The second text."}\n'
    )
    before = {article.text: article.id for article in articles(path)}
    path.write_text('{"text": "A newer text."}\n' + path.read_text() + '{"text": "The first text."}\n')
    after = articles(path)
    assert {article.text: article.id for article in after[1:3]} == before
    assert len({article.id for article in after}) == 4


def test_a_compressed_file_is_read_like_the_file_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"title": "One", "text": "The first text."}'))
    assert is_readable(path.name)
    assert only_article(path).title == "One"


def test_a_pdf_gives_its_text_and_title(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(["The breakwater moved by four metres.", "Nobody saw it."], "Report on the harbour"))
    article = only_article(path)
    assert article.title == "Report on the harbour"
    assert "The breakwater moved by four metres." in article.text


def test_a_word_document_gives_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(docx(["The breakwater moved.", "Nobody saw it."], "Report on the harbour"))
    article = only_article(path)
    assert (article.title, article.author) == ("Report on the harbour", "Ida Marrow")
    assert article.text == "The breakwater moved.\nNobody saw it."


def test_each_chapter_of_a_book_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "tales.epub"
    path.write_bytes(
        epub(
            {
                "one.xhtml": "<html><body><h1>The storm</h1><p>It blew all night.</p></body></html>",
                "two.xhtml": "<html><body><h1>The calm</h1><p>It was over.</p></body></html>",
                "blank.xhtml": "<html><body></body></html>",
            }
        )
    )
    found = read(path)
    assert [item.title for item in found if isinstance(item, Article)] == ["The storm", "The calm"]
    assert {item.source for item in found if isinstance(item, Article)} == {"Tales of Venning"}
    assert [item.path for item in found if isinstance(item, Skipped)] == ["tales.epub, OPS/blank.xhtml"]


def test_each_page_of_a_web_archive_is_an_article(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, kind in ((1, "text/html; charset=utf-8"), (2, "image/png")):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            body = io.BytesIO(web_page(f"Stones {number}", PARAGRAPHS).encode())
            url = f"https://courier.example/{number}"
            writer.write_record(
                writer.create_warc_record(url, "response", payload=body, http_headers=headers)
            )
    article = only_article(path)
    assert (article.title, article.url) == ("Stones 1", "https://courier.example/1")


def test_a_format_without_its_extra_says_which_extra_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(["Text"]))
    assert reasons(path) == ["Reading PDF files takes an extra: pip install 'briefreader[pdf]'."]


def test_what_was_read_travels_between_processes(tmp_path: Path) -> None:
    import pickle

    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    (found,) = read_file(path, relative="page.txt")
    assert isinstance(found, ReadArticle)
    assert pickle.loads(pickle.dumps(found)) == found
