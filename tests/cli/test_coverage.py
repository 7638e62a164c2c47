"""Many queries from a file: a table of articles by queries."""

from __future__ import annotations

import csv
import io

from tests.cli.conftest import SAMPLE, Program


def test_queries_from_a_file_give_a_table_of_articles_by_queries(sample: Program) -> None:
    done = sample(
        "-c", str(SAMPLE), "search", "--queries", "-", stdin="# the call\nkuleba\nborrell blinken\n"
    )
    head, *rows = csv.reader(io.StringIO(done.stdout))
    assert done.returncode == 0
    assert head == ["id", "path", "title", "kuleba", "borrell blinken"]
    assert rows
    assert all(any(int(cell) for cell in row[3:]) for row in rows)


def test_a_wrong_query_among_many_is_named_and_the_others_answered(sample: Program) -> None:
    done = sample("-c", str(SAMPLE), "search", "--queries", "-", stdin="kuleba\nkuleba)\n")
    assert done.returncode == 2
    assert "kuleba)" in done.stderr
    assert len(done.stdout.splitlines()) > 1


def test_a_search_for_nothing_says_what_is_missing(sample: Program) -> None:
    done = sample("-c", str(SAMPLE), "search")
    assert done.returncode == 2
    assert "--queries" in done.stderr
