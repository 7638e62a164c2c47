"""What an article gives for a fact: the common form of all rows of the facts table before they are rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefreader.compare.terms import Terms
from briefreader.model import Article, Entity, FactKind, FactValue, Mention, Span, Unit


@dataclass(frozen=True, slots=True)
class Claim:
    """One value in one article.

    ``same`` is the value in the form in which two count as equal; ``context`` holds the terms around it,
    by which the same fact is found in another article where no name or number says so, and ``spoken`` the
    words that the text has for them.
    """

    kind: FactKind
    key: str
    value: FactValue
    same: str
    context: frozenset[str] = frozenset()
    spoken: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Account:
    """An article as the facts table reads it: with its sentences, their terms, and the names in it."""

    article: Article
    units: Sequence[Unit]
    terms: Sequence[Terms]
    mentions: Sequence[Mention]
    names: Mapping[str, Entity] = field(default_factory=dict)

    def value(self, span: Span, shown: str | None = None) -> FactValue:
        """Return the words under ``span``, on one line, as a value."""
        return FactValue(span.start, span.end, shown or " ".join(span.cut(self.article.text).split()))
