"""Which entities most of some articles mention: counted from few articles, looked up in many."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from heapq import nsmallest
from typing import NamedTuple

from briefreader.model import ENTITY_TYPES, EntityType

_FEW = 4_000  # articles; of more, the most frequent names of the collection are tried in turn
_IN_FEW = """
SELECT e.type, e.name, count(DISTINCT a.article) FROM json_each(?) AS key
JOIN article_names AS a ON a.article = key.value JOIN names AS n ON n.id = a.name
JOIN entities AS e ON e.id = n.entity GROUP BY e.id
"""
_FREQUENT = "SELECT id, name, articles FROM entities WHERE type = ? AND articles > 0 ORDER BY articles DESC"
_MENTIONING = (
    "SELECT DISTINCT article FROM article_names WHERE name IN (SELECT id FROM names WHERE entity = ?)"
)


class Share(NamedTuple):
    """An entity, and how many of the articles asked about mention it."""

    name: str
    articles: int


def most_mentioned(
    connection: sqlite3.Connection, keys: Collection[int], limit: int
) -> dict[EntityType, list[Share]]:
    """Return by type the entities that most of the articles ``keys`` mention, those first."""
    if len(keys) <= _FEW:
        return {kind: _best(shares, limit) for kind, shares in _counted(connection, keys).items()}
    return {kind: _tried(connection, keys, kind, limit) for kind in ENTITY_TYPES}


def _counted(connection: sqlite3.Connection, keys: Collection[int]) -> dict[EntityType, list[Share]]:
    found: dict[EntityType, list[Share]] = {kind: [] for kind in ENTITY_TYPES}
    for kind, name, articles in connection.execute(_IN_FEW, (json.dumps(list(keys)),)):
        found[kind].append(Share(name, articles))
    return found


def _tried(
    connection: sqlite3.Connection, keys: Collection[int], kind: EntityType, limit: int
) -> list[Share]:
    """Try the entities from the most frequent on, until no other can be among the best.

    An entity has no more articles among some than among all (Fagin's threshold algorithm with one list).
    """
    wanted = frozenset(keys)
    best: list[Share] = []
    for entity, name, articles in connection.execute(_FREQUENT, (kind,)):
        if len(best) == limit and articles < best[-1].articles:
            break
        held = sum(key in wanted for (key,) in connection.execute(_MENTIONING, (entity,)))
        if held:
            best = _best([*best, Share(name, held)], limit)
    return best


def _best(shares: Iterable[Share], limit: int) -> list[Share]:
    return nsmallest(limit, shares, key=lambda share: (-share.articles, share.name))
