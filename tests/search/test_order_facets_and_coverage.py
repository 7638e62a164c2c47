"""The order of hits, how they spread, and many queries at once."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Literal

import pytest

from briefreader.model import Facet
from briefreader.search import Engine
from briefreader.search.coverage import cover
from tests.search.library import Shelf, article, shelved

Newsroom = tuple[Engine, Shelf]


def test_the_word_itself_stands_above_its_other_forms(tmp_path: Path) -> None:
    engine, _ = shelved(
        tmp_path,
        article(1, "they inspect inspecting crews"),
        article(2, "they crews inspected inspects"),
        article(3, "they inspected inspected crews"),
    )
    assert engine.search("inspected").keys.tolist() == [3, 2, 1]


def test_hits_can_go_by_date_newest_first_and_undated_last(newsroom: Newsroom) -> None:
    assert newsroom[0].search("talk* OR ferry", sort="date").keys.tolist() == [3, 2, 1, 4]


def test_hits_can_go_by_source_and_within_it_by_date(newsroom: Newsroom) -> None:
    assert newsroom[0].search("talk* OR ferry", sort="source").keys.tolist() == [4, 1, 3, 2]


def test_a_newer_article_stands_above_one_that_says_more_when_age_counts(tmp_path: Path) -> None:
    engine, _ = shelved(
        tmp_path,
        article(1, "ferry ferry quay", published="2021-01-01"),
        article(2, "ferry quay pilot", published="2022-01-01T08:00:00Z"),
        article(3, "ferry pilot tide"),
    )
    assert engine.search("ferry", sort="recent").keys.tolist() == [2, 1, 3]
    assert engine.search("ferry").keys.tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    "query", ["*", "-quay", "is:unread", "source:tideline", "since:2020 OR lang:en", "ferry"]
)
@pytest.mark.parametrize("sort", ["relevance", "recent"])
def test_what_is_equally_relevant_comes_newest_first(
    tmp_path: Path, query: str, sort: Literal["relevance", "recent"]
) -> None:
    days = ("2021-02-03", "2023", "2022-05-06T10:00:00Z", None, "2022-05-06T11:00:00+02:00")
    engine, _ = shelved(
        tmp_path,
        *(
            article(key, "ferry", source="Tideline", language="en", **({"published": day} if day else {}))
            for key, day in enumerate(days)
        ),
    )
    found = engine.search(query, sort=sort).keys.tolist()
    assert found == [key for key in (1, 2, 4, 0, 3) if key in found]
    assert len(found) >= 4


def test_hits_come_in_pages(newsroom: Newsroom) -> None:
    first = newsroom[0].search("ferry OR harbour", limit=2)
    rest = newsroom[0].search("ferry OR harbour", limit=2, offset=2)
    assert first.total == rest.total == 4
    assert [hit.article.key for hit in first.hits + rest.hits] == first.keys.tolist()


def test_facets_count_sources_months_and_entities(newsroom: Newsroom) -> None:
    facets = newsroom[0].search("ferry OR talks", facets=True).facets
    assert facets == (
        Facet("source", "Tideline", 2),
        Facet("source", "Kvartal", 1),
        Facet("source", "Orlund Post", 1),
        Facet("month", "2021-12", 2),
        Facet("month", "2022-01", 1),
        Facet("person", "Mira Solen", 4),
    )


def test_a_batch_of_queries_gives_a_table_of_articles_by_queries(newsroom: Newsroom) -> None:
    coverage = cover(newsroom[0], ["ferry", "# a comment", "", "source:tideline", "wrong)"])
    assert coverage.queries == ("ferry", "source:tideline", "wrong)")
    assert [(info.key, cells) for info, cells in coverage.rows] == [
        (1, (2, 0, 0)),
        (2, (0, 1, 0)),
        (3, (1, 1, 0)),
    ]
    assert list(coverage.problems) == [2]


def test_the_table_is_csv_that_no_spreadsheet_runs(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path, article(1, "ferry", "=HYPERLINK(1)"))
    table = cover(engine, ["+ferry"]).csv()
    assert list(csv.reader(io.StringIO(table))) == [
        ["id", "path", "title", "'+ferry"],
        ["000000000001", "1.txt", "'=HYPERLINK(1)", "1"],
    ]


def test_single_hits_can_be_had_in_detail(newsroom: Newsroom) -> None:
    hits = newsroom[0].detail("ferry", [3, 2, 1])
    assert {hit.article.key for hit in hits} == {1, 3}
    assert {hit.article.key: hit for hit in newsroom[0].search("ferry").hits} == {
        hit.article.key: hit for hit in hits
    }
    assert newsroom[0].detail("ferry)", [1]) == ()
    assert [hit.article.key for hit in newsroom[0].detail("orlund fer", [1], typing=True)] == [1]
