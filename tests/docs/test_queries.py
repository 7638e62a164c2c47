"""Every query that the guide to searching shows finds something in the sample, but for those on marks."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tests.cli.conftest import SAMPLE, Program
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
_BESIDE_QUERIES = 3
"""The first columns of the table: id, path and title."""


def shown() -> list[str]:
    """Return the queries in the first column of the first table."""
    table = PAGE.partition("| you type |")[2].partition("\n\n")[0]
    first = [re.split(r"(?<!\\)\|", line)[1] for line in table.splitlines()[2:]]
    return [query for cell in first for query in re.findall(r"`([^`]+)`", cell)]


def test_every_query_of_the_guide_finds_something_in_the_sample(tmp_path: Path) -> None:
    queries = shown()
    assert len(queries) > 30
    done = Program(tmp_path)("-c", str(SAMPLE), "search", "--queries", "-", stdin="\n".join(queries))
    assert (done.returncode, done.stderr) == (0, "")
    _, *rows = csv.reader(io.StringIO(done.stdout))
    columns = zip(*(row[_BESIDE_QUERIES:] for row in rows), strict=True)
    found = [query for query, column in zip(queries, columns, strict=True) if any(map(int, column))]
    assert found == queries
