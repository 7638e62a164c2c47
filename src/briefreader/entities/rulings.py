"""Applying the reader's corrections to what the resolver makes of a block of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefreader.entities.corrections import Add, Correction, Hide, Merge, Rename, Retype, Split, concerned
from briefreader.entities.names import Name, slug
from briefreader.model import EntityType


class EntityKey(NamedTuple):
    """An entity without its counts, which the store keeps: ``id`` reads "person:josep-borrell"."""

    id: str
    name: str
    type: EntityType


def key_of(kind: EntityType, name: str) -> EntityKey:
    """Return the entity that goes by ``name``."""
    return EntityKey(f"{kind}:{slug(name)}", name, kind)


class Rulings:
    """Corrections, ready to be applied. Ids hold even where the resolver has come to prefer another name."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        self._all = [each for each in corrections if not isinstance(each, Add)]
        self._ids = {entity for each in self._all for entity in concerned(each)}

    def apply(self, meant: Mapping[Name, EntityKey]) -> dict[Name, EntityKey | None]:
        """Return ``meant``, the names of a block with their entities, as corrected; None is hidden."""
        if not self._all:
            return dict(meant)
        bench = _Bench(meant)
        if self._ids.isdisjoint(bench.ids()):
            return dict(meant)
        for each in self._all:
            bench.rule(each)
        return bench.meant


class _Bench:
    """A block of names while corrections are applied to it, one after the other.

    A name answers to its entity's id and to those that the entity's other names would have by themselves.
    """

    def __init__(self, meant: Mapping[Name, EntityKey]) -> None:
        self.meant: dict[Name, EntityKey | None] = dict(meant)
        members: defaultdict[str, set[str]] = defaultdict(set)
        for name, key in meant.items():
            members[key.id] |= {key.id, key_of(*name).id}
        self._answers = {name: set(members[key.id]) for name, key in meant.items()}

    def ids(self) -> set[str]:
        """Return every id that a name here answers to."""
        return set().union(*self._answers.values())

    def rule(self, correction: Correction) -> None:
        """Apply one correction to the names it concerns."""
        for name, answers in self._answers.items():
            key = self.meant[name]
            if key is None or answers.isdisjoint(concerned(correction)):
                continue
            self.meant[name] = self._ruled(correction, name, key)
            answers.add(getattr(self.meant[name], "id", key.id))

    def _ruled(self, correction: Correction, name: Name, key: EntityKey) -> EntityKey | None:
        match correction:
            case Merge(_, into, called):
                return EntityKey(into, called, type_of(into))
            case Rename(_, to):
                return key._replace(name=to)
            case Retype(_, to):
                return key._replace(type=to)
            case Hide():
                return None
            case Split(split) if name.text in split:
                own = key_of(*name)
                self._answers[name].clear()
                return own
            case _:
                return key


def type_of(entity: str) -> EntityType:
    """Return the type that an id opens with."""
    kind = entity.partition(":")[0]
    return kind if kind in ("person", "organization", "location", "misc") else "misc"  # type: ignore[return-value]
