"""The query language, as a reader uses it."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

from briefreader.search import Engine
from tests.search.library import Shelf, article, keys, shelved

Newsroom = tuple[Engine, Shelf]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", {1, 3}),
        ("FERRIES", {1, 3}),
        ("ferry inspecting", {1}),
        ("ferry AND NOT bridge", {1}),
        ("ferry -bridge", {1}),
        ("bridge OR deal", {2, 3}),
        ("(bridge OR deal) ferry", {3}),
        ("-ferry", {2, 4}),
        ("-ferry -deal", {4}),
        ("the ferry of Orlund", {1}),
        ("+the grain", {4}),
        ('"night ferry"', {1}),
        ('"ferry night"', set()),
        ('"ferries"', {1}),
        ("harbour-master", {4}),
        ("U.S.", {4}),
        ("council's", {3}),
        ("3.5", {3}),
        ("cafe sarka", {4}),
        ("CAFÉ", {4}),
        ("insp*", {1, 3}),
        ("f?rry", {1, 3}),
        ("*bour", {2, 4}),
        ("b*ge", {3}),
        ("ferrx~", {1, 3}),
        ("frery~", {1, 3}),
        ("hrbor~2", {2, 4}),
        ('"orlund ferry"~2', {1}),
        ('"cancelled night"~0', set()),
        ('"deal talk"~5', {2}),
        ("title:harbour", {2, 4}),
        ("body:harbour", {2, 4}),
        ("title:(bridge OR deal)", {2, 3}),
        ("source:tideline", {2, 3}),
        ('source:"orlund post"', {1}),
        ("author:finch", {1}),
        ("url:kvartal.example", {4}),
        ("lang:en", {3}),
        ("date:2021", {1, 2}),
        ("date:2021-12-28", {2}),
        ("date:2021-12-23..2022-01", {2, 3}),
        ("date:..2021-12-22", {1}),
        ("since:2022", {3}),
        ("before:2021-12-28", {1}),
        ("person:solen", {1, 2}),
        ("person:solen deal", {2}),
        ("person:nobody", set()),
        ("is:unread", {1, 3}),
        ("-is:unread", {2, 4}),
        ("is:starred OR tag:port", {1, 2}),
        ("has:note", {4}),
        ("note:harbour", {4}),
        ("like:1.txt", {2, 3}),
        ("Title:harbour", {2, 4}),
        ("", set()),
        ("*", {1, 2, 3, 4}),
        ("* -ferry", {2, 4}),
        ("…", set()),
    ],
)
def test_a_query_finds_what_it_says(newsroom: Newsroom, query: str, found: set[int]) -> None:
    assert set(keys(newsroom[0], query)) == found


def test_articles_alike_come_by_likeness(newsroom: Newsroom) -> None:
    assert keys(newsroom[0], "like:1.txt") == [3, 2]


def test_a_word_of_stop_words_alone_is_still_looked_for(newsroom: Newsroom) -> None:
    assert set(keys(newsroom[0], "without")) == {2}
    assert set(keys(newsroom[0], "of")) == {1, 3, 4}


def test_the_last_word_may_be_half_typed_in_the_search_bar(newsroom: Newsroom) -> None:
    assert set(keys(newsroom[0], "orlund fer", typing=True)) == {1}
    assert keys(newsroom[0], "orlund fer") == []
    assert keys(newsroom[0], "orlund fer ", typing=True) == []


def test_a_whole_word_stands_above_what_it_may_become(newsroom: Newsroom) -> None:
    assert keys(newsroom[0], "talk", typing=True)[0] == 4


@pytest.mark.parametrize(
    "query", ["ferry AND", "ferry OR", "ferry NOT", "ferry -", "ferry (", "ferry (  ", "ferry +"]
)
def test_a_half_typed_operator_changes_nothing(newsroom: Newsroom, query: str) -> None:
    assert set(keys(newsroom[0], query)) == {1, 3}


@pytest.mark.parametrize(
    "query", ["ferry title:", "ferry date:", "ferry is:", "ferry is:unr", "ferry person:", "ferry before:20"]
)
def test_a_half_typed_field_answers_for_what_is_whole(newsroom: Newsroom, query: str) -> None:
    assert set(keys(newsroom[0], query)) <= {1, 3}
    assert newsroom[0].search(query).problem is None


def test_a_half_typed_phrase_answers_for_its_whole_part(newsroom: Newsroom) -> None:
    assert set(keys(newsroom[0], '"night')) == {1}
    assert set(keys(newsroom[0], '"night fe')) == {1}
    assert keys(newsroom[0], '"night bridge') == []


@pytest.mark.parametrize(
    ("query", "place", "says"),
    [
        ("ferry)", ")", "closes no bracket"),
        ("OR ferry", "OR", "before it"),
        ("ferry AND OR bridge", "AND", "behind it"),
        ("(NOT) ferry", "NOT", "behind it"),
        ("colour:red", "colour:", "no field"),
        ("ferry is:blue moon", "blue", "no is:blue"),
        ("date:2021-13 ferry", "2021-13", "no such date"),
        ("date:soon ferry", "soon", "2021-12-22"),
        ("date:2022..2021 ferry", "2022..2021", "ends before it begins"),
        ("ferry~7", "ferry~7", "1 or 2"),
        ("like:nowhere", "nowhere", "no article nowhere"),
    ],
)
def test_a_wrong_query_names_its_place(newsroom: Newsroom, query: str, place: str, says: str) -> None:
    problem = newsroom[0].search(query).problem
    assert problem is not None
    assert problem.where.cut(query) == place
    assert says in problem.message


def test_a_misspelt_field_is_named_aright(newsroom: Newsroom) -> None:
    problem = newsroom[0].search("tilte:ferry").problem
    assert problem is not None
    assert "title:" in problem.message


def test_brackets_without_end_are_refused_in_one_sentence(newsroom: Newsroom) -> None:
    problem = newsroom[0].search("(" * 5000 + "ferry").problem
    assert problem is not None
    assert "deep" in problem.message


def test_a_misspelt_word_is_asked_back(newsroom: Newsroom) -> None:
    assert newsroom[0].search("harbuor talks").did_you_mean == "harbour talks"
    assert newsroom[0].search('"nigth ferry" -deal').did_you_mean == '"night ferry" -deal'
    assert newsroom[0].search("harbour talks").did_you_mean is None
    assert newsroom[0].search("xyzzyxyzzy").did_you_mean is None


def test_a_cancelled_search_comes_back_empty(newsroom: Newsroom) -> None:
    assert newsroom[0].search("ferry", cancelled=lambda: True).total == 0


def test_a_pattern_of_a_thousand_words_counts_each_article_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.search.index.postings._AT_ONCE", 100)
    monkeypatch.setattr("briefreader.search.evaluate.ranking._MANY", 300)
    words = [f"{'ab'[n % 2]}{n:04}{'xyz'[n % 3]}" for n in range(1000)]
    bodies = [" ".join(words[n::5]) for n in range(5)]
    engine, _ = shelved(tmp_path, *(article(key, body) for key, body in enumerate(bodies)))
    for pattern in ("*x", "a*z", "*0*", "?0??5*"):
        held = [sum(fnmatch(word, pattern) for word in body.split()) for body in bodies]
        hits = engine.search(pattern, limit=5)
        assert {hit.article.key: len(hit.matches) for hit in hits.hits} == {
            key: count for key, count in enumerate(held) if count
        }
