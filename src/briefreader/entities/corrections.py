"""What the reader has corrected about entities: merge, split, rename, retype, hide, add a mention.

Corrections are kept in the order they were made and apply to what the resolver says, never in place of it,
so that they hold for articles that come later. They speak of entities by id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefreader.model import ONE_OF, EntityType


@dataclass(frozen=True, slots=True)
class Merge:
    """The entities ``merge`` are one with ``into``, which goes by ``name``."""

    merge: tuple[str, ...]
    into: str
    name: str


@dataclass(frozen=True, slots=True)
class Split:
    """The names ``split`` mean somebody else than the entity ``origin``: each an entity of its own."""

    split: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity ``rename`` goes by the name ``to``; its id stays."""

    rename: str
    to: str


@dataclass(frozen=True, slots=True)
class Retype:
    """The entity ``retype`` is of type ``to``; its id stays."""

    retype: str
    to: EntityType


@dataclass(frozen=True, slots=True)
class Hide:
    """The entity ``hide`` is none, or of no interest."""

    hide: str


@dataclass(frozen=True, slots=True)
class Add:
    """Article ``article`` (its id) mentions ``name`` in the words ``add``, ``start`` code points in.

    Should the text change, the nearest place with the same words counts.
    """

    add: str
    article: str
    start: int
    name: str
    type: EntityType


Correction = Merge | Split | Rename | Retype | Hide | Add


def concerned(correction: Correction) -> tuple[str, ...]:
    """Return the ids of the entities that a correction speaks of."""
    match correction:
        case Merge(merge, into):
            return (*merge, into)
        case Split(_, origin):
            return (origin,)
        case Rename(entity) | Retype(entity) | Hide(entity):
            return (entity,)
        case Add():
            return ()


def in_words(correction: Correction, name_of: Callable[[str], str]) -> str:
    """Say what a correction does, in a few words for a status line; ``name_of`` names an entity's id."""
    match correction:
        case Merge(merge, _, name):
            return f"merge {', '.join(map(name_of, merge))} into {name}"
        case Split(split, origin):
            return f"split {', '.join(split)} from {name_of(origin)}"
        case Rename(entity, to):
            return f"rename {name_of(entity)} to {to}"
        case Retype(entity, to):
            return f"make {name_of(entity)} {ONE_OF[to]}"
        case Hide(entity):
            return f"hide {name_of(entity)}"
        case Add(quote):
            return f"add the mention “{quote}”"


def plain(entity: str) -> str:
    """Return an entity's id as words: "person:josep-borrell" is "josep borrell"."""
    return entity.partition(":")[2].replace("-", " ")
