"""A batch of queries asked of all articles: which article answers which query."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import ArticleInfo, Hit, QueryProblem
from briefreader.search import Engine

_AT_ONCE = 1000  # hits in detail, so that many hits need little memory


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


def cover(engine: Engine, queries: Iterable[str]) -> Coverage:
    """Ask every query; blank lines and those that begin with # are none."""
    asked = tuple(line for query in queries if (line := query.strip()) and not line.startswith("#"))
    rows: dict[int, tuple[ArticleInfo, list[int]]] = {}
    problems = {}
    for number, query in enumerate(asked):
        found = engine.search(query, limit=0)
        if found.problem is not None:
            problems[number] = found.problem
        for hit in _detailed(engine, query, found.keys):
            _, cells = rows.setdefault(hit.article.key, (hit.article, [0] * len(asked)))
            cells[number] = max(1, len(hit.matches))
    return Coverage(asked, tuple((info, tuple(cells)) for _, (info, cells) in sorted(rows.items())), problems)


def _detailed(engine: Engine, query: str, keys: Sequence[int]) -> Iterator[Hit]:
    for first in range(0, len(keys), _AT_ONCE):
        yield from engine.detail(query, keys[first : first + _AT_ONCE])


def _plain(text: str) -> str:
    """Keep a spreadsheet from taking foreign text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
