"""Pages nested deep, or with a huge piece in them: all their text is read, or one line says why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefreader.model import Article, Skipped
from tests.ingest.bounds import refused, within_bounds
from tests.ingest.samples import PARAGRAPHS, STORY, epub, folded, only_article, open_text, read, web_page

DEEP = 300
HUGE = 11_000_000
TOO_DEEP = "Its tags are nested too deep to be read, more than 2,048 levels."
NESTS = [
    ("<div>", "</div>"),
    ("<font>", ""),
    ("<b>", "</b>"),
    ("<div><p>Level.</p>", "</div>"),
    ("<ul><li>", "</li></ul>"),
    ("<table><tr><td>", "</td></tr></table>"),
]


def nested(opened: str, closed: str, depth: int = DEEP) -> str:
    """Return a fragment with text before, at the bottom of, and behind so many levels."""
    return f"<p>Before it.</p>{opened * depth}The deepest word.{closed * depth}<p>Behind it all.</p>"


@pytest.mark.parametrize(("opened", "closed"), NESTS, ids=[opened for opened, _ in NESTS])
def test_no_text_of_a_deep_page_is_left_out(tmp_path: Path, opened: str, closed: str) -> None:
    (tmp_path / "a.html").write_text(web_page("A title", nested(opened, closed)))
    text = only_article(tmp_path / "a.html").text
    for part in ("Before it.", "The deepest word.", "Behind it all.", "Imprint and contact"):
        assert part in text
    assert text.count("Level.") == (DEEP if "Level." in opened else 0)


def test_the_article_is_told_from_the_rest_of_a_deep_page_too(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(web_page("A title", f"{'<div>' * DEEP}{PARAGRAPHS}{'</div>' * DEEP}"))
    article = only_article(tmp_path / "a.html")
    assert all(line in open_text(article) for line in STORY.split("\n\n"))
    assert "Imprint and contact" in folded(article)


def test_what_the_search_for_the_article_cannot_walk_through_is_taken_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(web_page("A title", nested("<ul><li>", "</li></ul>", 800)))
    text = only_article(tmp_path / "a.html").text
    assert "The deepest word." in text
    assert "Imprint and contact" in text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.eml", f"Subject: A\nContent-Type: text/html\n\n{nested('<div>', '</div>')}\n".encode()),
        ("a.jsonl", json.dumps({"title": "A", "text": nested("<div>", "</div>")}).encode()),
        ("a.epub", epub({"one.xhtml": nested("<div>", "</div>")})),
        (
            "a.rss",
            f"<rss><channel><title>A</title><item><title>B</title><description><![CDATA["
            f"{nested('<div>', '</div>')}]]></description></item></channel></rss>".encode(),
        ),
    ],
    ids=["mail", "record", "book", "feed"],
)
def test_nor_is_any_of_what_other_formats_hold_as_html(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    text = only_article(tmp_path / name).text
    for part in ("Before it.", "The deepest word.", "Behind it all."):
        assert part in text


@pytest.mark.parametrize(
    "piece",
    [f"<!--{'a' * HUGE}-->", f"<script>{'a' * HUGE}</script>", f"<img src='data:{'a' * HUGE}'>"],
    ids=["comment", "script", "picture"],
)
def test_nor_what_stands_behind_a_huge_piece_of_a_page(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.html").write_text(web_page("A title", f"<p>Before it.</p>{piece}<p>Behind it all.</p>"))

    def read_it() -> None:
        text = only_article(tmp_path / "a.html").text
        assert "Before it." in text
        assert "Behind it all." in text

    within_bounds(read_it)


def test_a_huge_paragraph_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{'word' * (HUGE // 4)}</p><p>Behind it all.")

    def read_it() -> None:
        article = only_article(tmp_path / "a.html")
        assert article.text.count("word") == HUGE // 4
        assert "Behind it all." in article.text

    within_bounds(read_it)


@pytest.mark.parametrize(("opened", "closed"), NESTS, ids=[opened for opened, _ in NESTS])
def test_what_lies_too_deep_is_told(tmp_path: Path, opened: str, closed: str) -> None:
    (tmp_path / "a.html").write_text(web_page("A title", nested(opened, closed, 3000)))
    refused(tmp_path / "a.html", TOO_DEEP)


def test_a_record_too_deep_does_not_take_the_others_along(tmp_path: Path) -> None:
    texts = ("<p>One.</p>", nested("<div>", "</div>", 3000), "<p>Three.</p>")
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    one, two, three = read(tmp_path / "a.jsonl")
    assert two == Skipped("a.jsonl, line 2", TOO_DEEP)
    assert isinstance(one, Article)
    assert isinstance(three, Article)
