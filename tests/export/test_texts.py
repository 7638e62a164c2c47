"""Whole articles in an export: their text to read, or with its folds for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader import Library, export
from briefreader.model import Article, Block, Fold

TEXT = "Home | News\n\nThe mill\n\nIt *turns*.\n# Still\n\n- wheel\n\nSubscribe now"


def mill() -> Article:
    places = [(part, TEXT.index(part)) for part in ("The mill", "It *turns*.\n# Still", "- wheel")]
    kinds = ("heading", "paragraph", "item")
    return Article(
        id="00112233aabb",
        path="mill.txt",
        title="The mill",
        source="Varnholm Lantern",
        published="2031-03-04",
        url="https://lantern.example/mill",
        text=TEXT,
        paragraphs=tuple(
            Block(at, at + len(part), kind)  # type: ignore[arg-type]
            for (part, at), kind in zip(places, kinds, strict=True)
        ),
        folds=(Fold(0, 11, "navigation"), Fold(TEXT.index("Subscribe"), len(TEXT), "invitation")),
    )


def test_markdown_gives_what_is_known_then_the_open_text_and_counts_what_is_folded() -> None:
    assert export.render(export.of_articles([mill()]), "markdown") == (
        "## The mill\n\n"
        "- Source: Varnholm Lantern\n- Date: 4 March 2031\n- URL: <https://lantern.example/mill>\n"
        "- Path: mill.txt\n- Left out: 2 folded passages, 4 words (navigation, invitation)\n\n"
        "It \\*turns\\*.\n\\# Still\n\n- wheel\n"
    )


def test_json_gives_the_whole_text_with_its_folds() -> None:
    (record,) = json.loads(export.render(export.of_articles([mill()]), "json"))["records"]
    assert record["text"] == TEXT
    assert [TEXT[fold["start"] : fold["end"]] for fold in record["folds"]] == ["Home | News", "Subscribe now"]


@pytest.mark.parametrize("format", ["csv", "bibtex", "csl"])
def test_lists_hold_no_text(format: str) -> None:
    assert "turns" not in export.render(export.of_articles([mill()]), format)


def test_articles_are_read_one_at_a_time_as_they_are_written(tmp_path: Path) -> None:
    taken: list[int] = []

    def articles() -> Iterator[Article]:
        for number in range(3):
            taken.append(number)
            yield replace(mill(), id=f"mill{number}")

    for format in ("markdown", "json"):
        taken.clear()
        pieces = export.pieces(export.of_articles(articles()), format)
        next(pieces)
        assert len(taken) < 3, format
    export.write(tmp_path / "mills.json", export.pieces(export.of_articles(articles()), "json"))
    assert len(json.loads((tmp_path / "mills.json").read_text())["records"]) == 3


def test_a_library_writes_the_text_of_articles_that_are_listed(sample: Library, tmp_path: Path) -> None:
    listed = list(sample.listing())[:4]
    sample.export(listed, "json", tmp_path / "four.json")
    records = json.loads((tmp_path / "four.json").read_text())["records"]
    assert [each["text"] for each in records] == [sample.article(info.id).text for info in listed]
    text = sample.export(listed, "markdown")
    assert [line for line in text.split("\n") if line.startswith("- Path: ")] == [
        f"- Path: {info.path}" for info in listed
    ]


def test_nothing_is_an_empty_list_of_records() -> None:
    assert json.loads(export.render([], "json")) == {"version": 1, "records": []}
