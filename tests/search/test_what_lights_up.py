"""Matches and passages: what really matched, by its exact span, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.model import Span
from briefreader.search import Engine
from tests.search.library import Shelf, article, keys, shelved

Newsroom = tuple[Engine, Shelf]


def lit(newsroom: Newsroom, query: str, key: int) -> list[str]:
    engine, shelf = newsroom
    return [span.cut(shelf.text(key)) for span in engine.matches(query, key)]


@pytest.mark.parametrize(
    ("query", "key", "words"),
    [
        ("ferry", 1, ["ferry", "Ferries"]),
        ('"ferry"', 1, ["ferry"]),
        ('"night ferry"', 1, ["night ferry"]),
        ("insp*", 1, ["inspections"]),
        ("f?rry", 1, ["ferry"]),
        ("ferrx~", 1, ["ferry"]),
        ("ferry -port", 1, ["ferry", "Ferries"]),
        ('"orlund ferry"~2', 1, ["ferry", "Orlund", "Ferries"]),
        ("person:solen", 1, ["Mira Solen"]),
        ("person:solen ferries", 1, ["ferry", "Ferries", "Mira Solen"]),
        ("talking", 2, ["talks", "talks"]),
        ("U.S.", 4, ["U.S"]),
        ("harbour-master", 4, ["harbour-master"]),
        ("cafe", 4, ["café"]),
        ("sarka", 4, ["Šárka"]),
        ("source:tideline", 2, []),
        ("date:2021", 2, []),
        ("title:deal", 2, []),
        ("ferry OR bridge", 3, ["bridge", "ferry"]),
        ("wrong)", 1, []),
    ],
)
def test_exactly_what_matched_lights_up(newsroom: Newsroom, query: str, key: int, words: list[str]) -> None:
    assert lit(newsroom, query, key) == words


def test_a_title_lights_up_where_the_text_gives_it(tmp_path: Path) -> None:
    newsroom = shelved(tmp_path, article(1, "Ferry late\n\nThe ferry was late again.", "Ferry late"))
    assert [(span.start, span.end) for span in newsroom[0].matches("title:ferry", 1)] == [(0, 5)]


def test_accents_written_apart_keep_their_span(tmp_path: Path) -> None:
    text = "The cafe\u0301 on the quay, cafe\u0301s elsewhere"
    newsroom = shelved(tmp_path, article(1, text))
    assert lit(newsroom, "café", 1) == ["cafe\u0301", "cafe\u0301s"]


def test_letters_that_grow_in_lower_case_shift_nothing(tmp_path: Path) -> None:
    newsroom = shelved(tmp_path, article(1, "İİİ İzmir harbour"))
    assert lit(newsroom, "harbour", 1) == ["harbour"]
    assert lit(newsroom, "izmir", 1) == ["İzmir"]


def test_text_without_spaces_is_searched_sign_by_sign(tmp_path: Path) -> None:
    newsroom = shelved(tmp_path, article(1, "昨日港口会谈结束"), article(2, "会港谈"))
    assert keys(newsroom[0], "会谈") == [1]
    assert lit(newsroom, "会谈", 1) == ["会谈"]


def test_folded_parts_neither_match_nor_show(tmp_path: Path) -> None:
    body = "Subscribe to our ferry letter".replace("ferry", "     ") + "\nThe bridge is open."
    newsroom = shelved(tmp_path, article(1, body))
    assert keys(newsroom[0], "ferry") == []


def test_the_passage_shows_most_of_what_was_asked(tmp_path: Path) -> None:
    filler = "Nothing of note was said by anybody in the hall that day. " * 20
    text = f"The ferry sailed. {filler}Then the ferry met the pilot at the sluice. {filler}"
    engine, _ = shelved(tmp_path, article(1, text))
    snippet = engine.search("ferry pilot sluice").hits[0].snippet
    assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text
    assert [span.cut(snippet.text) for span in snippet.highlights] == ["ferry", "pilot", "sluice"]


def test_a_hit_without_a_match_in_its_text_shows_its_beginning(newsroom: Newsroom) -> None:
    hit = newsroom[0].search("source:kvartal").hits[0]
    assert hit.snippet.text.startswith("At the café")
    assert hit.matches == hit.snippet.highlights == ()


def test_a_match_at_the_very_end_is_in_the_passage(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path, article(1, "word " * 500 + "zenith"))
    snippet = engine.search("zenith").hits[0].snippet
    assert [span.cut(snippet.text) for span in snippet.highlights] == ["zenith"]


def test_what_matched_in_the_title_is_told_apart_and_the_passage_lies_below_it(tmp_path: Path) -> None:
    text = "A ferry at last\n\nBy Ada Reed\n\nOn Monday the ferry sailed."
    engine, _ = shelved(tmp_path, article(1, text, title="A ferry at last"))
    snippet = engine.search("ferry").hits[0].snippet
    assert snippet.in_title == (Span(2, 7),)
    assert snippet.text == "By Ada Reed\n\nOn Monday the ferry sailed."
    only = engine.search("last").hits[0].snippet
    assert (only.in_title, only.text.partition("\n")[0]) == ((Span(11, 15),), "A ferry at last")
