"""What is exported, in one shape: an article, a passage of it if there is one, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from briefreader.export.remarks import Remark, Remarks, ends_of
from briefreader.model import Article, ArticleInfo, Comparison, Hit, Hits, Note, Occurrence, Span

Detail = str | int | float | list[list[int]]
Details = Mapping[str, Detail]

Passage = tuple[Span, str, Sequence[Span]]
"""Where a passage stands, its words, and what matched in it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of an export. ``passage`` is what stands at ``span`` in the article's text.

    ``details`` are further columns by name, such as a score or the places of matches.
    """

    article: ArticleInfo
    span: Span | None = None
    passage: str = ""
    note: str = ""
    details: Details = field(default_factory=dict)


def of_articles(articles: Iterable[ArticleInfo]) -> Iterator[Record]:
    """Yield a record for each article; of an :class:`Article` some formats give the text."""
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


def of_comparison(comparison: Comparison, written: Iterable[Sequence[Note]] = ()) -> Iterator[Record]:
    """Yield two records for each link, the passage and its counterpart, and one for each value of a fact.

    ``written`` are the notes in the articles, those that were written as one together.
    """
    remarks = Remarks(comparison, written)
    for number, link in enumerate(comparison.numbered):
        details: Details = {
            "kind": "link",
            "key": number + 1,
            "status": link.tier,
            "score": round(link.score, 4),
        }
        for side, span in ends_of(comparison, link).items():
            yield _noted(comparison.articles[side], span, remarks.links[number], details)
    for number, fact in enumerate(comparison.facts):
        of_fact: Details = {"kind": fact.kind, "key": fact.key, "status": fact.status}
        for article, values in zip(comparison.articles, fact.values, strict=True):
            for value in values:
                yield _noted(article, value, remarks.facts[number], {**of_fact, "value": value.value})


def _noted(article: Article, span: Span, remarks: Sequence[Remark], details: Details) -> Record:
    note = "\n\n".join(remark.text for remark in remarks)
    return Record(article, Span(span.start, span.end), span.cut(article.text), note, details)
