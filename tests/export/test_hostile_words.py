"""Whatever an article is called, an export holds what it should and nothing else."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt

from briefreader import export
from briefreader.export import Record
from briefreader.model import ArticleInfo, Note

HOSTILE = [
    *("calm}, evil = {storm", "{{{", "}}}", "\\}, evil = {\\", "\\", "a {b} % $ # _ ~ ^ & c"),
    *("}\n@misc{evil, title={mine}}", '"},\n@misc{evil,', "%"),
    *("=1+1", " =1+1", "+call", "-call", "@SUM(1)", "\uff1d1", "\t=1"),
    *("# tide", "- tide", "1. tide", "10) tide", "===", "---", "+++", "* * *", "``` tide", "~~~", ": tide"),
    *("tide\n===", "tide\n\n# ebb", "> tide", "    tide", "| a | b |\n|---|---|", "[^1]: tide"),
    *(
        "<script>alert(1)</script>",
        "<!-- tide -->",
        "[tide](javascript:alert(1))",
        "[r]: http://tide.example",
    ),
    *("![tide](http://tide.example/x.png)", "<http://tide.example>", "&lt;b&gt;", "*b* _i_ ~~s~~ $x^2$"),
]
FIELDS = {"title", "author", "howpublished", "year", "date", "url", "langid", "file", "annote"}


def records(words: str) -> list[Record]:
    article = ArticleInfo(
        id="00112233aabb",
        path=words,
        title=words,
        source=words,
        author=words,
        published="2031-03-04",
        url="https://lantern.example/{mill}\\" + "".join(words.split()),
        language="en",
    )
    note = Note(1, article.id, 3, 9, words, words, "2031-03-05T08:00:00+00:00")
    return list(export.of_notes([(note, article)]))


def entries(bibtex: str) -> Iterator[dict[str, str]]:
    """Read entries as BibTeX does: it counts braces, and a backslash means nothing to it."""
    at = 0
    while (at := bibtex.find("@", at)) >= 0:
        body, at = braced(bibtex, bibtex.index("{", at))
        _, _, rest = body.partition(",")
        fields, place = {}, 0
        while (begin := rest.find("{", place)) >= 0:
            name = rest[place:begin].strip(" ,=\n")
            fields[name], place = braced(rest, begin)
        assert rest[place:].strip(" ,\n") == ""
        yield fields


def braced(text: str, begin: int) -> tuple[str, int]:
    depth = 0
    for at in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if not depth:
            return text[begin + 1 : at], at + 1
    raise AssertionError("a brace is never closed")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_break_out_of_a_bibliography(words: str) -> None:
    (entry,) = entries(export.render(records(words), "bibtex"))
    assert set(entry) <= FIELDS
    assert {"title", "year", "url", "annote"} <= set(entry)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_are_a_formula_or_another_row_in_a_table(words: str) -> None:
    (row,) = csv.DictReader(io.StringIO(export.render(records(words), "csv"), newline=""))
    assert None not in row
    assert not any(value.strip()[:1] in tuple("=+-@\uff1d") for value in row.values() if value.strip())
    assert row["title"].removeprefix("'") == words


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_are_markup_in_markdown(words: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(export.render(records(words), "markdown"))
    inline = [child for token in tokens for child in token.children or ()]
    links = [child.attrGet("href") for child in inline if child.type == "link_open"]
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} == {
        *("heading", "paragraph", "blockquote", "inline")
    }
    assert {child.type for child in inline} <= {"text", "softbreak", "link_open", "link_close"}
    assert all(str(link).startswith("https://lantern.example/") for link in links)
    said = "".join(child.content for child in inline if child.type == "text")
    assert " ".join(words.split()) in said


@pytest.mark.parametrize("words", HOSTILE)
def test_json_and_csl_hold_the_very_words(words: str) -> None:
    (record,) = json.loads(export.render(records(words), "json"))["records"]
    assert (record["article"]["title"], record["article"]["path"], record["note"]) == (words, words, words)
    (item,) = json.loads(export.render(records(words), "csl"))
    assert (item["id"], item["type"]) == ("00112233aabb", "article-newspaper")
    assert item["title"] == words


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Una Brekke", ["Una Brekke"]),
        ("Una Brekke and Oskar Lind", ["Una Brekke", "Oskar Lind"]),
        ("Una Brekke, Oskar Lind & Ann Mo", ["Una Brekke", "Oskar Lind", "Ann Mo"]),
        ("Brekke, Una", ["Brekke, Una"]),
        ("Lantern, Varnholm desk", ["Lantern, Varnholm desk"]),
    ],
)
def test_several_authors_are_named_one_by_one(author: str, names: list[str]) -> None:
    article = ArticleInfo(id="00112233aabb", path="a.txt", title="Mill", author=author)
    (item,) = json.loads(export.render([Record(article)], "csl"))
    assert [each["literal"] for each in item["author"]] == names
    (entry,) = entries(export.render([Record(article)], "bibtex"))
    assert entry["author"] == " and ".join(f"{{{name}}}".replace("&", "\\&") for name in names)
