"""What n and N step through: the hits of a query, the mentions of a name, the finds in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from briefreader.model import Article, Entity, Span
from briefreader.text.finding import find

if TYPE_CHECKING:
    from briefreader.library import Library

Layer = Literal["hit", "entity", "find"]


class Trail(Protocol):
    """Spans within articles, and the articles that have any."""

    @property
    def layer(self) -> Layer:
        """The kind of highlight that its spans get."""

    @property
    def label(self) -> str:
        """What is stepped through, for the status bar."""

    def spans(self, library: Library, article: Article, /) -> tuple[Span, ...]:
        """Return its spans in an article, in order; runs in a thread."""

    def keys(self, library: Library, listed: Sequence[int], /) -> Sequence[int]:
        """Return which of the articles listed it leads through, in order; runs in a thread."""


@dataclass(frozen=True, slots=True)
class QueryTrail:
    """The hits of a query."""

    query: str
    typing: bool = False
    layer: Layer = "hit"

    @property
    def label(self) -> str:
        """The word for one step."""
        return "hit"

    def spans(self, library: Library, article: Article) -> tuple[Span, ...]:
        """Return what the query matches."""
        return library.matches(self.query, article.key, typing=self.typing)

    def keys(self, _library: Library, listed: Sequence[int]) -> Sequence[int]:
        """Return every article: with a query in force, only hits are listed."""
        return listed


@dataclass(frozen=True, slots=True)
class NameTrail:
    """The mentions of an entity, whatever name it goes by."""

    entity: Entity
    layer: Layer = "entity"

    @property
    def label(self) -> str:
        """The entity's name."""
        return self.entity.name

    def spans(self, library: Library, article: Article) -> tuple[Span, ...]:
        """Return where the article mentions it."""
        mentions = library.mentions_in(article.key)
        return tuple(Span(found.start, found.end) for found in mentions if found.entity == self.entity.id)

    def keys(self, library: Library, listed: Sequence[int]) -> Sequence[int]:
        """Return the articles listed that mention it."""
        return library.listing(sort="relevance", keys=listed, entities=[self.entity.id]).keys


@dataclass(frozen=True, slots=True)
class NamesTrail:
    """The mentions of anybody and anything."""

    layer: Layer = "entity"

    @property
    def label(self) -> str:
        """The word for one step."""
        return "name"

    def spans(self, library: Library, article: Article) -> tuple[Span, ...]:
        """Return where the article mentions anybody or anything."""
        return tuple(Span(found.start, found.end) for found in library.mentions_in(article.key))

    def keys(self, _library: Library, listed: Sequence[int]) -> Sequence[int]:
        """Return every article: hardly one is without names."""
        return listed


@dataclass(frozen=True, slots=True)
class UnsureTrail:
    """The mentions in one article of which it is not known whom they mean, in the words of one."""

    words: str
    article: int
    layer: Layer = "entity"

    @property
    def label(self) -> str:
        """The words."""
        return self.words

    def spans(self, library: Library, article: Article) -> tuple[Span, ...]:
        """Return where they stand for nobody in particular."""
        mentions = library.mentions_in(article.key) if article.key == self.article else []
        return tuple(
            Span(found.start, found.end)
            for found in mentions
            if found.entity is None and found.text == self.words
        )

    def keys(self, _library: Library, _listed: Sequence[int]) -> Sequence[int]:
        """Return the one article."""
        return [self.article]


@dataclass(slots=True)
class FindTrail:
    """Words or an ``/expression/`` found within one article; capitals count where there are any.

    What is found within ``hidden``, the folds that are closed, is passed over unless it is all there is;
    ``folded`` then counts it.
    """

    words: str
    article: int
    hidden: tuple[Span, ...] = ()
    layer: Layer = "find"
    folded: int = field(default=0, init=False, compare=False)

    @property
    def label(self) -> str:
        """The words."""
        return f"“{self.words}”"

    def spans(self, _library: Library, article: Article) -> tuple[Span, ...]:
        """Return where the words stand."""
        if article.key != self.article or not self.words.strip():
            return ()
        found = find(article.text, self.words)
        seen = tuple(span for span in found if not any(fold.overlaps(span) for fold in self.hidden))
        self.folded = len(found) - len(seen) if seen else 0
        return seen or tuple(found)

    def keys(self, _library: Library, _listed: Sequence[int]) -> Sequence[int]:
        """Return the one article."""
        return [self.article]
