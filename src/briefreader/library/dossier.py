"""What the collection knows of one entity: its names and offices, when it is in the news and with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.library import naming
from briefreader.model import Span

if TYPE_CHECKING:
    from briefreader.entities.related import Relation
    from briefreader.library.shelf import Shelf
    from briefreader.model import ArticleInfo, Entity

_ARTICLES_READ = 300
_NEAR = 20


@dataclass(frozen=True, slots=True)
class Office:
    """An office or title that an article gives to somebody, in its own words, and where the name stands."""

    text: str
    article: ArticleInfo
    span: Span


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entity, its offices by article, what is related to it, and how many articles it shares with whom.

    ``months`` counts articles by month ("2022-01"), from the first to the last.
    """

    entity: Entity
    offices: tuple[Office, ...]
    related: tuple[tuple[Relation, Entity], ...]
    near: tuple[Entity, ...]
    months: tuple[tuple[str, int], ...]


def compile_dossier(shelf: Shelf, entity: str) -> Dossier:
    """Gather what is known of the entity with this id.

    Raises:
        NothingFound: there is none.
    """
    from briefreader.entities.related import related

    whole, table = naming.entity_of(shelf, entity), shelf.cache.entities
    keys = shelf.cache.orders.keys("date", descending=True, within=table.articles(entity))
    relatives = ((each.relation, table.get(each.id)) for each in related(entity))
    return Dossier(
        whole,
        tuple(_offices(shelf, entity, keys[:_ARTICLES_READ])),
        tuple((relation, found) for relation, found in relatives if found),
        tuple(_near(shelf, entity, keys)),
        tuple(months_of(shelf, entity)),
    )


def months_of(shelf: Shelf, entity: str) -> list[tuple[str, int]]:
    """Return how many articles of each month ("2022-01") mention an entity, from the first to the last."""
    counts = shelf.cache.entities.months(entity)
    return [(month, counts.get(month, 0)) for month in _span(list(counts))]


def _offices(shelf: Shelf, entity: str, keys: Sequence[int]) -> Iterator[Office]:
    infos = shelf.cache.articles.infos(keys)
    for key in keys:
        article = shelf.cache.articles.article(key)
        seen: set[str] = set()
        for mention in (article and shelf.cache.mentions.of(key, article.text)) or ():
            if mention.entity == entity and mention.role and mention.role not in seen:
                seen.add(mention.role)
                yield Office(mention.role, infos[key], Span(mention.start, mention.end))


def _near(shelf: Shelf, entity: str, keys: Sequence[int]) -> list[Entity]:
    """Return who shares most articles with an entity; their ``articles`` counts those shared."""
    found = shelf.cache.entities.within(keys, None, _NEAR * 5)
    others = [each for each in found if each.id != entity]
    return sorted(others, key=lambda each: (-each.articles, -each.mentions, each.name))[:_NEAR]


def _span(months: Sequence[str]) -> Iterator[str]:
    """Yield every month from the first to the last."""
    if not months:
        return
    year, month = int(months[0][:4]), int(months[0][5:7])
    while (now := f"{year:04}-{month:02}") <= months[-1]:
        yield now
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
