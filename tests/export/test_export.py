"""What other programs get."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader import export
from briefreader.errors import BriefreaderError, OutOfReach
from briefreader.export import Record
from briefreader.model import ArticleInfo, Note, Span

MILL = ArticleInfo(
    id="00112233aabb",
    path="mills/oskar.txt",
    title="The *mill* turns & turns",
    source="Varnholm Lantern",
    author="Una Brekke",
    published="2031-03-04T10:00:00+01:00",
    url="https://lantern.example/mill_1",
    language="en",
    words=120,
)
QUAY = ArticleInfo(id="445566ccddee", path="quay.txt", title='=HYPERLINK("evil")')
NOTE = Note(1, MILL.id, 10, 24, "turns again\nnow", "ask the miller", "2031-03-05T08:00:00+00:00")


def notes() -> list[Record]:
    return list(export.of_notes([(NOTE, MILL)]))


def test_json_holds_article_span_words_and_note() -> None:
    (record,) = json.loads(export.render(notes(), "json"))["records"]
    assert record["article"]["id"] == MILL.id
    assert (record["start"], record["end"], record["passage"]) == (10, 24, "turns again\nnow")
    assert (record["note"], record["noted"]) == ("ask the miller", NOTE.created)


def test_a_table_can_be_read_back_and_has_a_column_for_each_detail() -> None:
    (row,) = csv.DictReader(io.StringIO(export.render(notes(), "csv")))
    assert (row["title"], row["start"], row["note"]) == (MILL.title, "10", "ask the miller")
    assert row["noted"] == NOTE.created


def test_a_spreadsheet_does_not_take_a_title_for_a_formula() -> None:
    (row,) = csv.DictReader(io.StringIO(export.render([Record(QUAY)], "csv")))
    assert row["title"] == "'" + QUAY.title
    assert "start" not in row


def test_markdown_quotes_the_words_and_escapes_what_looks_like_markup() -> None:
    text = export.render(notes(), "markdown")
    assert "## The \\*mill\\* turns & turns\n" in text
    assert "> turns again\n> now\n" in text
    assert "characters 10–24" in text
    assert "ask the miller" in text
    assert "<https://lantern.example/mill_1>" in text


def test_markdown_gives_days_in_words_and_a_path_that_can_be_copied() -> None:
    text = export.render([Record(replace(MILL, path="mills/004_1866-oskar.txt"))], "markdown")
    assert "Una Brekke, 4 March 2031, 10:00 UTC+01:00, mills/004_1866-oskar.txt, <" in text
    assert "(noted 5 March 2031, 08:00 UTC)" in export.render(notes(), "markdown")


def test_a_note_names_the_other_places_it_was_written_to_in_every_format() -> None:
    other = Note(2, QUAY.id, 5, 31, "sails at noon, says Bram", NOTE.text, NOTE.created)
    for format in export.FORMATS:
        text = export.render(export.of_notes([(NOTE, MILL)], {1: [(other, QUAY)]}), format)
        assert "compared" in text, format
        assert "quay.txt, characters 5–31" in text, format


def test_a_bibliography_names_each_article_once_and_escapes_it() -> None:
    text = export.render([*notes(), Record(MILL), Record(QUAY)], "bibtex")
    assert text.count("@misc{") == 2
    assert "title = {The *mill* turns \\& turns}" in text
    assert "url = {https://lantern.example/mill_1}" in text
    assert "annote = {“turns again now” (characters 10–24, noted 2031-03-05) – ask the miller}" in text


def test_csl_has_the_date_in_parts_and_no_empty_fields() -> None:
    mill, quay = json.loads(export.render([Record(MILL), Record(QUAY)], "csl"))
    assert mill["issued"] == {"date-parts": [[2031, 3, 4]]}
    assert mill["author"] == [{"literal": "Una Brekke"}]
    assert set(quay) == {"id", "type", "title", "archive_location"}
    assert quay["archive_location"] == "quay.txt"


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(BriefreaderError, match="markdown, json, csv, bibtex, csl"):
        export.render([], "docx")


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")
    export.write(target, "new\n")
    assert target.read_text() == "new\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


def test_a_file_stays_as_it_was_until_the_disk_has_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "out.md").write_text("old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutOfReach, match=r"cannot write .*out\.md: No space left on device"):
        export.write(tmp_path / "out.md", "new\n")
    assert (tmp_path / "out.md").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


def test_a_folder_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match="is a folder"):
        export.write(tmp_path, "x")
    with pytest.raises(OutOfReach, match="cannot write"):
        export.write(tmp_path / "nowhere" / "out.md", "x")


def test_spans_of_a_record_are_those_of_the_text() -> None:
    assert notes()[0].span == Span(10, 24)
