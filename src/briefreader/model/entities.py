"""Who and what is named, and where."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.model.articles import ArticleInfo
from briefreader.model.entity_types import EntityType
from briefreader.model.spans import Span


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
class Occurrence:
    """One line of a concordance (KWIC): a mention or a match with the words on either side."""

    article: ArticleInfo
    start: int
    end: int
    text: str
    left: str
    right: str
