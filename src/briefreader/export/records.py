"""What is exported, in one shape: an article, a passage of it if there is one, and what is said of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefreader.model import Article, ArticleInfo, Comparison, Hits, Link, Note, Occurrence, Span

Details = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Record:
    """One line of an export. ``span`` says where in the article's text ``passage`` stands.

    ``details`` are further columns by name, such as a score.
    """

    article: ArticleInfo
    span: Span | None = None
    passage: str = ""
    note: str = ""
    details: Details = field(default_factory=dict)


def of_articles(articles: Iterable[ArticleInfo]) -> Iterator[Record]:
    """Yield a record for each article."""
    return (Record(article) for article in articles)


def of_hits(hits: Hits) -> Iterator[Record]:
    """Yield a record for each hit, with its best passage."""
    for hit in hits.hits:
        start = hit.snippet.start
        span = Span(start, start + len(hit.snippet.text))
        details: Details = {"query": hits.query, "score": round(hit.score, 4), "matches": len(hit.matches)}
        yield Record(hit.article, span, hit.snippet.text, details=details)


def of_occurrences(occurrences: Iterable[Occurrence]) -> Iterator[Record]:
    """Yield a record for each line of a concordance."""
    for each in occurrences:
        details: Details = {"left": each.left, "right": each.right}
        yield Record(each.article, Span(each.start, each.end), each.text, details=details)


def of_notes(notes: Iterable[tuple[Note, ArticleInfo]]) -> Iterator[Record]:
    """Yield a record for each note or collected quote."""
    for note, article in notes:
        span = Span(note.start, note.end)
        yield Record(article, span, note.quote, note.text, {"noted": note.created})


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
