"""What stands for a state without being it: its capital, its people's name, its seats of power.

Related names are offered beside an entity; they are never counted into it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from briefreader.entities.gazetteer import state_rows
from briefreader.entities.names import normal
from briefreader.entities.rulings import key_of
from briefreader.model import EntityType

Relation = Literal["state", "capital", "people", "seat of power"]


class Related(NamedTuple):
    """An entity (its id) and what it is to another."""

    id: str
    relation: Relation


def related(entity: str) -> tuple[Related, ...]:
    """Return what is related to an entity, by id; nothing for most."""
    return tuple(dict.fromkeys(_relations().get(entity, ())))


@cache
def _relations() -> dict[str, list[Related]]:
    found: defaultdict[str, list[Related]] = defaultdict(list)
    for name, _others, capitals, demonyms, seats in state_rows():
        state = _id("location", name)
        near = [Related(_id("location", each), "capital") for each in capitals]
        near += [Related(_id("misc", each), "people") for each in demonyms]
        near += [Related(_id("organization", each), "seat of power") for each in seats]
        for each in near:
            if each.id != state:
                found[state].append(each)
                found[each.id].append(Related(state, "state"))
    return dict(found)


def _id(kind: EntityType, name: str) -> str:
    return key_of(*normal(name.removeprefix("the "), kind)).id
