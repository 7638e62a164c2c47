"""What is exported, in one shape: an article, a passage of it if there is one, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from briefreader.model import Article, ArticleInfo, Comparison, Hit, Hits, Link, Note, Occurrence, Span

Detail = str | int | float | list[list[int]]
Details = Mapping[str, Detail]

Passage = tuple[Span, str, Sequence[Span]]
"""Where a passage stands, its words, and what matched in it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of an export. ``span`` says where in the article's text ``passage`` stands.

    ``details`` are further columns by name, such as a score or the places of matches.
    """

    article: ArticleInfo
    span: Span | None = None
    passage: str = ""
    note: str = ""
    details: Details = field(default_factory=dict)


def of_articles(articles: Iterable[ArticleInfo]) -> Iterator[Record]:
    """Yield a record for each article."""
    return (Record(article) for article in articles)


def of_hits(hits: Hits, sentences: Callable[[Hit], Iterable[Passage]]) -> Iterator[Record]:
    """Yield a record for each of the ``sentences`` that hold the matches of a hit, best hits first."""
    for hit in hits.hits:
        for span, passage, matches in sentences(hit):
            places = [[match.start, match.end] for match in matches]
            details: Details = {"query": hits.query, "score": round(hit.score, 4), "matches": places}
            yield Record(hit.article, span, passage, details=details)


def of_occurrences(occurrences: Iterable[Occurrence]) -> Iterator[Record]:
    """Yield a record for each line of a concordance."""
    for each in occurrences:
        details: Details = {"left": each.left, "right": each.right}
        yield Record(each.article, Span(each.start, each.end), each.text, details=details)


def of_notes(
    notes: Iterable[tuple[Note, ArticleInfo]],
    beside: Mapping[int, Sequence[tuple[Note, ArticleInfo]]] = MappingProxyType({}),
) -> Iterator[Record]:
    """Yield a record for each note or collected quote.

    ``beside`` gives, by a note's number, the places in other articles that it was written to as well.
    """
    for note, article in notes:
        details: dict[str, Detail] = {"noted": note.created}
        if others := beside.get(note.id, ()):
            details["compared_with"] = "; ".join(_place(*other) for other in others)
        yield Record(article, Span(note.start, note.end), note.quote, note.text, details)


def _place(note: Note, article: ArticleInfo) -> str:
    named = ", ".join(part for part in (article.title, article.source, article.path) if part)
    return f"{named}, characters {note.start}–{note.end}"


def of_comparison(comparison: Comparison) -> Iterator[Record]:
    """Yield two records for each link, the passage and its counterpart, and one for each value of a fact."""
    for number, link in enumerate(comparison.links, 1):
        for side, units in zip(link.pair, (link.a, link.b), strict=True):
            yield _side(comparison, number, link, side, units)
    for fact in comparison.facts:
        for article, values in zip(comparison.articles, fact.values, strict=True):
            for value in values:
                details: Details = {"kind": fact.kind, "key": fact.key, "status": fact.status}
                yield Record(article, Span(value.start, value.end), value.value, details=details)


def _side(comparison: Comparison, number: int, link: Link, side: int, units: tuple[int, ...]) -> Record:
    article: Article = comparison.articles[side]
    spans = [comparison.units[side][unit] for unit in units]
    passage = " … ".join(span.cut(article.text) for span in spans)
    details: Details = {"kind": "link", "key": number, "status": link.tier, "score": round(link.score, 4)}
    return Record(article, Span(spans[0].start, spans[-1].end), passage, details=details)
