"""Which names the sidebar lists: of this article, of what is listed or of all, counted here and in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefreader.model import Entity, Mention

if TYPE_CHECKING:
    from briefreader.library import Library

Scope = Literal["here", "listed", "all"]
Order = Literal["count", "name", "first"]
SCOPES: tuple[Scope, ...] = ("here", "listed", "all")
ORDERS: tuple[Order, ...] = ("count", "name", "first")
NAMES_SHOWN = 2000
"""At most so many names are listed; typing searches among all of them."""


@dataclass(frozen=True, slots=True)
class Name:
    """An entity counted in all; ``here`` counts its mentions in the scope, ``first`` is its place.

    An ambiguous surname is no entity: its ``words`` are all that is known, and whom they ``could_mean``.
    """

    entity: Entity
    here: int
    first: int = 0
    words: str = ""
    could_mean: tuple[str, ...] = ()

    def shown_in(self, scope: Scope) -> int:
        """Return what stands beside its mentions in all: those in the scope, or else how many articles."""
        return self.entity.articles if scope == "all" else self.here


def names_of(
    library: Library,
    scope: Scope,
    article: str | None,
    listed: Sequence[int] | None,
    cancelled: Callable[[], bool],
) -> list[Name]:
    """Return the names of a scope; runs in a thread. ``listed`` is None where all articles are listed."""
    if scope == "here":
        return _of_article(library, article, cancelled) if article is not None else []
    keys = listed if scope == "listed" else None
    found = library.entities(keys=keys, limit=NAMES_SHOWN)
    return [Name(entity, entity.mentions) for entity in found]


def _of_article(library: Library, article: str, cancelled: Callable[[], bool]) -> list[Name]:
    first: dict[str, int] = {}
    mentions = library.mentions_in(article)
    for mention in mentions:
        if mention.entity:
            first.setdefault(mention.entity, mention.start)
    names = []
    for entity in library.entities(article):
        if cancelled():
            break
        whole = library.entity(entity.id) or entity
        names.append(Name(whole, entity.mentions, first.get(entity.id, 0)))
    return [*names, *_ambiguous(mentions, names)]


def _ambiguous(mentions: Sequence[Mention], names: Sequence[Name]) -> Iterator[Name]:
    """Yield the surnames that may mean several of the people in the article."""
    places: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.entity is None:
            places.setdefault(mention.text, []).append(mention)
    people = [name.entity for name in names if name.entity.type == "person"]
    for text, found in places.items():
        bearers = tuple(person.name for person in people if _bears(person, text))
        if len(bearers) > 1:
            entity = Entity(listed_as(found[0]), f"{text} · ambiguous", found[0].type)
            yield Name(entity, len(found), found[0].start, text, bearers)


def listed_as(mention: Mention) -> str:
    """Return the id of the entity under which a mention is listed, be it ambiguous."""
    return mention.entity or f"ambiguous:{mention.text}"


def _bears(person: Entity, surname: str) -> bool:
    ending = f" {surname.casefold()}"
    return any(name.casefold().endswith(ending) for name in (person.name, *person.aliases))


def ordered(names: Sequence[Name], order: Order) -> list[Name]:
    """Return the names in an order: most mentioned first, by name, or as the article has them."""
    keys: dict[Order, Callable[[Name], tuple[int, str] | tuple[str, int]]] = {
        "count": lambda name: (-name.here, name.entity.name.casefold()),
        "name": lambda name: (name.entity.name.casefold(), 0),
        "first": lambda name: (name.first, name.entity.name.casefold()),
    }
    return sorted(names, key=keys[order])


def matches(name: str, words: str) -> bool:
    """Tell whether each of the words begins some word of the name."""
    return all(f" {word}" in f" {name.casefold()}" for word in words.casefold().split())


def filtered(names: Sequence[Name], words: str) -> list[Name]:
    """Return the names of which each word typed begins some word, be it in an alias."""
    wanted = words.split()
    return [name for name in names if all(_begins(word, name.entity) for word in wanted)]


def _begins(word: str, entity: Entity) -> bool:
    return any(matches(known, word) for known in (entity.name, *entity.aliases))
