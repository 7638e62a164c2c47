"""A batch of queries asked of all articles: which article answers which query."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.model import ArticleInfo, QueryProblem
from briefreader.search import Engine, Knowledge


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by queries. ``rows`` holds for each article found by any query its matches per query.

    A cell is the number of matches in the text, at least 1 where the query finds the article by other than
    its text, and 0 where it does not. ``problems`` names the queries (by number) that are wrong.
    """

    queries: tuple[str, ...]
    rows: tuple[tuple[ArticleInfo, tuple[int, ...]], ...]
    problems: dict[int, QueryProblem]

    def csv(self) -> str:
        """Return a row per article: id, path, title, then a column per query."""
        file = io.StringIO(newline="")
        table = csv.writer(file)
        table.writerow(["id", "path", "title", *map(_plain, self.queries)])
        for info, cells in self.rows:
            table.writerow([info.id, _plain(info.path), _plain(info.title), *cells])
        return file.getvalue()


def cover(engine: Engine, knowledge: Knowledge, queries: Iterable[str]) -> Coverage:
    """Ask every query; blank lines and those that begin with # are none."""
    asked = tuple(line for query in queries if (line := query.strip()) and not line.startswith("#"))
    hits = [engine.search(query, limit=0) for query in asked]
    found = [set(one.keys) for one in hits]
    every = sorted(set().union(*found)) if found else []
    rows = []
    for info in knowledge.info(every):
        held = zip(asked, found, strict=True)
        cells = tuple(
            max(1, len(engine.matches(query, info.key))) if info.key in keys else 0 for query, keys in held
        )
        rows.append((info, cells))
    problems = {number: one.problem for number, one in enumerate(hits) if one.problem is not None}
    return Coverage(asked, tuple(rows), problems)


def _plain(text: str) -> str:
    """Keep a spreadsheet from taking foreign text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
