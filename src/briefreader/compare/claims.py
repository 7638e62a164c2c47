"""What an article gives for a fact: the common form of all rows of the facts table before they are rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefreader.model import Article, Entity, FactKind, FactValue, Mention, Unit


@dataclass(frozen=True, slots=True)
class Claim:
    """One value in one article. ``same`` is the value in the form in which two count as equal."""

    kind: FactKind
    key: str
    value: FactValue
    same: str


@dataclass(frozen=True, slots=True)
class Account:
    """An article as the facts table reads it: with its sentences and the names in it."""

    article: Article
    units: Sequence[Unit]
    mentions: Sequence[Mention]
    names: Mapping[str, Entity] = field(default_factory=dict)
