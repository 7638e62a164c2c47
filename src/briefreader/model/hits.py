"""The answer to a query."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from briefreader.model.articles import ArticleInfo
from briefreader.model.spans import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article's text, from ``start`` on; highlights are relative to the passage.

    ``in_title`` are the places that matched in the article's title, where the text gives it.
    """

    text: str
    start: int
    highlights: tuple[Span, ...] = ()
    in_title: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a query found, every place that matched, and the best passage."""

    article: ArticleInfo
    score: float
    matches: tuple[Span, ...]
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the hits share a value of one field ("source", "month", "person", …)."""

    field: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """What is wrong with a query, in one sentence, and the part of the query it means."""

    message: str
    where: Span


@dataclass(frozen=True, slots=True)
class Hits:
    """The answer to a query. ``keys`` numbers every article found, in order; ``hits`` details the first."""

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...] = ()
    keys: array[int] = field(default_factory=lambda: array("q"))
    facets: tuple[Facet, ...] = ()
    did_you_mean: str | None = None
    problem: QueryProblem | None = None
