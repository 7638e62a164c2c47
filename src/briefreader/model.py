"""The words that every room shares: frozen values, in one coordinate system.

All positions are code points in :attr:`Article.text`; all spans are half open.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Literal

EntityType = Literal["person", "organization", "location", "misc"]
ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organization", "location", "misc")

BlockKind = Literal["paragraph", "heading", "quote", "item"]
Tier = Literal["verbatim", "likely", "weak"]
FactKind = Literal["name", "role", "number", "date", "quote", "place"]
FactStatus = Literal["same", "differs", "only"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Fold(Span):
    """Page residue: it stays in the text, closed, and search, entities and compare pass over it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A paragraph, heading, quotation or list item of an article."""

    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """What a list shows of an article.

    ``key`` is the article's number in this cache: quick, and void after a rebuild. ``id`` is for keeps:
    the same article at the same place has it on every machine. ``published`` is ISO 8601, a date or a
    moment with its offset, as precise as the text is.
    """

    id: str
    path: str
    title: str
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    words: int = 0
    key: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(ArticleInfo):
    """One article: its whole text after decoding and sanitising, and how that text is laid out.

    ``origins`` names where each metadata value was found, such as ``{"title": "first line"}``;
    ``text_hash`` changes exactly when the text, the folds or the recogniser's view of them do.
    """

    text: str
    paragraphs: tuple[Block, ...] = ()
    folds: tuple[Fold, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    text_hash: str = ""


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name in an article. ``entity`` is the id of whom it means, None where that is ambiguous.

    ``role`` is the title or office the text gives beside the name, in the text's own words.
    """

    text: str
    type: EntityType
    entity: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the collection mentions, under one or several names."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article's text, from ``start`` on; highlights are relative to the passage."""

    text: str
    start: int
    highlights: tuple[Span, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One line of a concordance (KWIC): a mention or a match with the words on either side."""

    article: ArticleInfo
    start: int
    end: int
    text: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Unit(Span):
    """A sentence of an article under comparison; ``id`` counts from 0 within the article."""

    id: int


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in both articles: two spans of equal wording."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Units of two articles that report the same. ``pair`` names the two by their place in the comparison."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    tier: Tier
    score: float
    runs: tuple[Run, ...] = ()
    pair: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class FactValue(Span):
    """What one article gives for a fact, and where."""

    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the facts table: a tuple of values for each article compared, in their order."""

    kind: FactKind
    key: str
    status: FactStatus
    values: tuple[tuple[FactValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more articles side by side: units and fact values per article, links between pairs."""

    articles: tuple[Article, ...]
    units: tuple[tuple[Unit, ...], ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An article worth comparing with another, how alike they are (0 to 1) and why."""

    article: ArticleInfo
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles (ids) that tell of one affair, in order of time."""

    id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Articles (ids) that are nearly the same text; similarity from 0 to 1."""

    articles: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Stories:
    """The collection by affair, and who repeats whom."""

    stories: tuple[Story, ...]
    duplicates: tuple[Duplicates, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader wrote to a span of an article; an empty ``text`` makes it a collected quote.

    ``quote`` holds the words under the span, so that the note finds its place again in a changed text;
    ``created`` is ISO 8601 in UTC.
    """

    id: int
    article: str
    start: int
    end: int
    quote: str
    text: str
    created: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader has made of an article. ``place`` is the code point last read, None if never opened."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    notes: int = 0
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or a part of one that could not be read, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far background work has come; ``total`` is None while it is not known."""

    stage: Literal["list", "read", "index", "entities", "stories"]
    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What bringing the cache up to date came to, in articles; ``seconds`` on the wall clock."""

    added: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    seconds: float = 0.0
