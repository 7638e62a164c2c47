"""Articles side by side, and articles that belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefreader.model.articles import Article, ArticleInfo
from briefreader.model.spans import Span

Tier = Literal["verbatim", "likely", "weak"]
FactKind = Literal["name", "role", "number", "date", "quote", "place"]
FactStatus = Literal["same", "within", "differs", "only"]
TIER_WORDS: Mapping[Tier, str] = {"verbatim": "word for word", "likely": "likely the same", "weak": "perhaps"}
"""What a tier is called, wherever it is named."""
_STANCE = "stance: "
_STATUS_WORDS: Mapping[FactStatus, str] = {
    "differs": "differs",
    "within": "less exact in one",
    "same": "agrees",
    "only": "found in one",
}


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

    @property
    def ends(self) -> list[tuple[int, int]]:
        """Its units on both sides, each as the place of its article and its id."""
        return [(self.pair[0], unit) for unit in self.a] + [(self.pair[1], unit) for unit in self.b]

    def described(self, *, wholly: bool) -> str:
        """Tell its tier in words; "word for word" is said of passages that are the same ``wholly``."""
        part = " in part" if self.tier == "verbatim" and not wholly else ""
        return f"{TIER_WORDS[self.tier]}{part}"


@dataclass(frozen=True, slots=True)
class FactValue(Span):
    """What one article gives for a fact, and where."""

    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the facts table: a tuple of values for each article compared, in their order.

    ``status`` is "within" where one article gives, say, a day and another the month that it lies in.
    """

    kind: FactKind
    key: str
    status: FactStatus
    values: tuple[tuple[FactValue, ...], ...]

    @classmethod
    def of_stances(cls, subject: str, values: tuple[tuple[FactValue, ...], ...]) -> Fact:
        """Return the row of sentences that take different stances on ``subject``."""
        return cls("quote", f"{_STANCE}{subject}", "differs", values)

    @property
    def described(self) -> str:
        """Its status in words, the same wherever it is named."""
        return _STATUS_WORDS[self.status]

    @property
    def is_stance(self) -> bool:
        """Whether the values are sentences that take different stances."""
        return self.key.startswith(_STANCE)

    @property
    def subject(self) -> str:
        """What the fact is on: its key, without the word that tells a stance."""
        return self.key.removeprefix(_STANCE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more articles side by side: units and fact values per article, links between pairs."""

    articles: tuple[Article, ...]
    units: tuple[tuple[Unit, ...], ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    counts: dict[str, int]

    @property
    def numbered(self) -> list[Link]:
        """The links as they are numbered from 1: by pair, as they stand in its first article, best first."""
        return sorted(self.links, key=lambda link: (link.pair, link.a, -link.score))


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
