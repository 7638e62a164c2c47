"""Entities and their mentions: who is named where, how often, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefreader import model
from briefreader.errors import NothingFound
from briefreader.library import searching
from briefreader.library.roll import plain
from briefreader.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from briefreader.entities import Name
    from briefreader.library.concordance import Concordance
    from briefreader.library.shelf import Shelf
    from briefreader.model import Article, Entity, EntityType, Mention, Occurrence, Span

_AROUND = 160  # code points on either side of a match: what fills a line of 300 cells
_TELLING = 2  # letters; fewer begin too many names


def entities(
    shelf: Shelf,
    article: int | None,
    kind: EntityType | None,
    limit: int | None,
    keys: Iterable[int] | None,
) -> list[Entity]:
    """Return entities, most mentioned first, counted in the scope asked for."""
    table = shelf.cache.entities
    if article is not None:
        return table.within([article], kind, limit)
    return table.top(kind, limit) if keys is None else table.within(keys, kind, limit)


def entity(shelf: Shelf, name: str) -> Entity | None:
    """Return the entity that is called so: by id, by name, by alias, or else by the last word of its name."""
    found = shelf.cache.entities.get(name)
    return found or next(iter(called(shelf, None, name)), None)


def entity_of(shelf: Shelf, known: str) -> Entity:
    """Return the entity with this id.

    Raises:
        NothingFound: there is none.
    """
    found = shelf.cache.entities.get(known)
    if found is None:
        raise NothingFound(f"the collection has no entity {known}: it may have been merged or hidden")
    return found


def called(shelf: Shelf, kind: EntityType | None, name: str, *, beginning: bool = False) -> list[Entity]:
    """Return the entities called ``name``, best first: name, then alias, then a part of the name.

    A part counts only where no entity bears the whole; with ``beginning``, the beginning of a word in a name
    only where it is no part of one.
    """
    wanted = plain(name)
    if not wanted or (beginning and len(wanted) < _TELLING):
        return []
    found: tuple[list[Entity], ...] = ([], [], [], [])
    for each in shelf.roll.candidates(wanted, kind):
        if (rank := _rank(each, wanted)) is not None:
            found[rank].append(each)
    return found[0] + found[1] or found[2] or (found[3] if beginning else [])


def mentions_in(shelf: Shelf, article: Article) -> list[Mention]:
    """Return the names in an article; one that is still to be recognised is recognised now."""
    found = shelf.cache.mentions.of(article.key, article.text) if article.key else None
    return _now(shelf, article) if found is None else found


class Mentioned(NamedTuple):
    """Where the entities with these ids are mentioned; an article's mentions are read when asked for."""

    shelf: Shelf
    ids: frozenset[str]

    @classmethod
    def of(cls, shelf: Shelf, kind: EntityType | None, name: str, *, beginning: bool = False) -> Mentioned:
        """Take the entities called ``name``, or by a name that begins so."""
        meant = called(shelf, kind, name, beginning=beginning)
        return cls(shelf, frozenset(each.id for each in meant))

    def counts(self) -> dict[int, int]:
        """Return how often each article mentions them, by key."""
        return self.shelf.cache.entities.uses(self.ids)

    def spans(self, key: int) -> list[Span]:
        """Return where the article ``key`` mentions them."""
        return [model.Span(start, end) for start, end in self.shelf.cache.mentions.places(key, self.ids)]


def concordance(shelf: Shelf, name: str, limit: int | None) -> Concordance:
    """List every mention of the entity called ``name``, newest article first, or else the query's matches.

    A part of a name, unless it is a person's, is a word as any other: "security" finds the word, not some
    organisation that has it in its name.
    """
    from briefreader.library.concordance import Concordance

    found = _wholly(shelf, name)
    if found is None:
        hits = shelf.ask(lambda engine: engine.search(name, limit=0))
        places: Iterator[tuple[int, Sequence[Span]]] = (
            (key, searching.matches(shelf, name, key)) for key in hits.keys
        )
        occurrences = tuple(islice(_occurrences(shelf, places), limit))
        return Concordance(
            None, occurrences, len(occurrences) if limit is None else max(hits.total, len(occurrences))
        )
    keys = shelf.cache.orders.keys("date", descending=True, within=shelf.cache.entities.articles(found.id))
    mentioned = Mentioned(shelf, frozenset((found.id,)))
    where = ((key, mentioned.spans(key)) for key in keys)
    return Concordance(found, tuple(islice(_occurrences(shelf, where), limit)), found.mentions)


def _wholly(shelf: Shelf, name: str) -> Entity | None:
    """Return the entity with this id, name or alias, or a person by a part of the name."""
    wanted = plain(name)
    found = called(shelf, None, name)
    whole = (each for each in found if each.type == "person" or _rank(each, wanted) in (0, 1))
    return shelf.cache.entities.get(name) or next(whole, None)


def named(shelf: Shelf, mentions: Iterable[Mention]) -> Mapping[str, Entity]:
    """Return the entities that mentions mean, by id."""
    ids = {mention.entity for mention in mentions if mention.entity}
    found = {each: shelf.cache.entities.get(each) for each in ids}
    return {each: entity for each, entity in found.items() if entity is not None}


def provisional(mentions: Sequence[Mention]) -> dict[str, Entity]:
    """Return entities for mentions that were resolved within their own text only."""
    found: dict[str, Entity] = {}
    for mention in mentions:
        if mention.entity and mention.entity not in found:
            found[mention.entity] = model.Entity(mention.entity, mention.text, mention.type)
    return found


def _now(shelf: Shelf, article: Article) -> list[Mention]:
    from briefreader.entities.rulings import key_of
    from briefreader.library.sync.work import find_names

    named = find_names(article.key, article.text, article.folds)
    known = shelf.cache.entities.of_names((name.type, name.text) for name in named.names if name)

    def meant(name: Name) -> str | None:
        return known.get((name.type, name.text), key_of(name.type, name.text).id)

    return [
        replace(mention, entity=meant(name) if name else None)
        for mention, name in zip(named.mentions, named.names, strict=True)
    ]


def _occurrences(shelf: Shelf, places: Iterable[tuple[int, Sequence[Span]]]) -> Iterator[Occurrence]:
    for key, spans_there in places:
        article = shelf.cache.articles.article(key)
        if article is None or not spans_there:
            continue
        info = shelf.cache.articles.infos([key])[key]
        for span in spans_there:
            yield model.Occurrence(
                info, span.start, span.end, span.cut(article.text), *_around(article.text, span)
            )


def _around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after, without a word that would be cut."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    left, right = text[start : span.start], text[span.end : end]
    if start and not (text[start - 1].isspace() or left[:1].isspace()):
        left = re.sub(r"^\S+(?=\s)", "", left)
    if end < len(text) and not (text[end].isspace() or right[-1:].isspace()):
        right = re.sub(r"(?<=\s)\S+$", "", right)
    return _on_one_line(left), _on_one_line(right)


def _on_one_line(around: str) -> str:
    return sanitize_line(around.replace("\n", " "))


def _rank(entity: Entity, wanted: str) -> int | None:
    name = plain(entity.name)
    if name == wanted:
        return 0
    if any(plain(alias) == wanted for alias in entity.aliases):
        return 1
    if f" {wanted} " in f" {name} ":
        return 2
    return 3 if f" {wanted}" in f" {name}" else None
