"""Entities: whom each name of the collection means, and how often each is mentioned, counted by SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from briefreader.model import Entity, EntityType
from briefreader.store.cache.mentions import NameKey
from briefreader.store.sqlite import Database

EntityRow = tuple[str, str, EntityType]
"""Id, name and type of an entity."""

_COLUMNS = "id, name, type, aliases, mentions, articles"
_COUNTED = """
SELECT e.id, e.name, e.type, e.aliases, sum(a.count), count(DISTINCT a.article)
FROM article_names AS a JOIN names AS n ON n.id = a.name JOIN entities AS e ON e.id = n.entity
WHERE a.article IN (SELECT value FROM json_each(:keys)) AND (:type IS NULL OR e.type = :type)
GROUP BY e.id ORDER BY 5 DESC, 6 DESC, e.name LIMIT :limit
"""
_RECOUNT = """
UPDATE entities SET (mentions, articles) = (
    SELECT coalesce(sum(count), 0), count(DISTINCT article)
    FROM names JOIN article_names ON name = names.id WHERE entity = entities.id
) WHERE id = ?
"""
_ALIASES = """
UPDATE entities SET aliases = (
    SELECT json_group_array(surface) FROM (
        SELECT surface, sum(count) AS times FROM names JOIN article_names ON name = names.id
        WHERE entity = entities.id AND surface <> entities.name GROUP BY surface ORDER BY times DESC, surface
    )
) WHERE id = ?
"""
_RECOUNT_ALL = """
UPDATE entities SET mentions = found.mentions, articles = found.articles FROM (
    SELECT entity, sum(count) AS mentions, count(DISTINCT article) AS articles
    FROM names JOIN article_names ON name = names.id GROUP BY entity
) AS found WHERE found.entity = entities.id
"""
_ALIASES_ALL = """
UPDATE entities SET aliases = found.aliases FROM (
    SELECT entity, json_group_array(surface) AS aliases FROM (
        SELECT entity, surface, sum(count) AS times FROM names
        JOIN article_names AS used ON used.name = names.id JOIN entities AS e ON e.id = entity
        WHERE surface <> e.name GROUP BY entity, surface ORDER BY entity, times DESC, surface
    ) GROUP BY entity
) AS found WHERE found.entity = entities.id
"""
_COUNTED_AGAIN = """
INSERT INTO meta VALUES ('names counted', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1
"""
_USES = """
SELECT article, sum(count) FROM article_names WHERE name IN (
    SELECT id FROM names WHERE entity IN (SELECT value FROM json_each(?))
) GROUP BY article
"""
_NEIGHBOURS = """
SELECT article, sum(weight) AS weight, json_group_array(text) FROM (
    SELECT DISTINCT other.article, names.text, 1.0 / names.articles AS weight
    FROM article_names AS own JOIN names ON names.id = own.name
    JOIN article_names AS other ON other.name = own.name
    WHERE own.article = :key AND other.article <> :key AND names.articles <= 1000 ORDER BY weight DESC
) GROUP BY article ORDER BY weight DESC, article LIMIT :limit
"""
_ALL_AT_ONCE = 2000


class EntityTable:
    """Who and what the collection mentions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def top(self, kind: EntityType | None, limit: int | None) -> list[Entity]:
        """Return the entities mentioned most, counted in the whole collection."""
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM entities WHERE mentions > 0 AND (:type IS NULL OR type = :type)"  # noqa: S608
            " ORDER BY mentions DESC, articles DESC, name LIMIT :limit",
            {"type": kind, "limit": -1 if limit is None else limit},
        )
        return [_entity(row) for row in rows]

    def within(self, keys: Iterable[int], kind: EntityType | None, limit: int | None) -> list[Entity]:
        """Return the entities mentioned most in the articles ``keys``, counted in these."""
        rows = self._database.connection.execute(
            _COUNTED,
            {"keys": json.dumps(list(keys)), "type": kind, "limit": -1 if limit is None else limit},
        )
        return [_entity(row) for row in rows]

    def get(self, entity: str) -> Entity | None:
        """Return the entity with this id."""
        row = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM entities WHERE id = ?",  # noqa: S608
            (entity,),
        ).fetchone()
        return None if row is None else _entity(row)

    def laid_out(self) -> str:
        """Return a line for each entity: its id, its name in small ASCII letters, its aliases as JSON."""
        ((text,),) = self._database.rows(
            "SELECT group_concat(char(10) || id || ' ' || lower(name) || ' ' || lower(aliases), '')"
            " FROM entities WHERE mentions > 0"
        )
        return str(text or "")

    def of(self, ids: Iterable[str], kind: EntityType | None) -> list[Entity]:
        """Return the entities with these ids, of a type where one is given, the most mentioned first."""
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM entities WHERE id IN (SELECT value FROM json_each(:ids))"  # noqa: S608
            " AND (:type IS NULL OR type = :type) ORDER BY mentions DESC, articles DESC, name",
            {"ids": json.dumps(list(ids)), "type": kind},
        )
        return [_entity(row) for row in rows]

    def of_names(self, names: Iterable[NameKey]) -> dict[NameKey, str]:
        """Return the entities that names mean; names that are new mean none yet."""
        select = "SELECT entity FROM names WHERE type = ? AND text = ? AND entity IS NOT NULL"
        found: dict[NameKey, str] = {}
        for name in set(names):
            row = self._database.connection.execute(select, name).fetchone()
            if row is not None:
                found[name] = row[0]
        return found

    def articles(self, entity: str) -> list[int]:
        """Return the keys of the articles that mention an entity."""
        rows = self._database.connection.execute(
            "SELECT DISTINCT article FROM article_names WHERE name IN (SELECT id FROM names WHERE entity = ?)"
            " ORDER BY article",
            (entity,),
        )
        return [key for (key,) in rows]

    def months(self, entity: str) -> dict[str, int]:
        """Return how many articles of each month ("2022-01") mention an entity; none of no known month."""
        rows = self._database.connection.execute(
            "SELECT substr(published, 1, 7) AS month, count(*) FROM articles WHERE length(published) >= 7"
            " AND key IN (SELECT article FROM article_names"
            " WHERE name IN (SELECT id FROM names WHERE entity = ?)) GROUP BY month ORDER BY month",
            (entity,),
        )
        return dict(rows)

    def uses(self, entities: Iterable[str]) -> dict[int, int]:
        """Return how often each article mentions one of ``entities``, by key."""
        rows = self._database.connection.execute(_USES, (json.dumps(list(entities)),))
        return dict(rows)

    def neighbours(self, key: int, limit: int) -> list[tuple[int, tuple[str, ...]]]:
        """Return the articles that share the rarest names with article ``key``, and those names."""
        rows = self._database.connection.execute(_NEIGHBOURS, {"key": key, "limit": limit})
        return [(article, tuple(json.loads(names))) for article, _, names in rows]

    def names_of(self, entity: str) -> list[str]:
        """Return the names that mean an entity, the one in most articles first."""
        rows = self._database.connection.execute(
            "SELECT text FROM names WHERE entity = ? ORDER BY articles DESC, text", (entity,)
        )
        return [text for (text,) in rows]

    def names(self) -> Iterator[tuple[NameKey, int]]:
        """Yield every name and in how many articles it stands."""
        rows = self._database.connection.execute("SELECT type, text, articles FROM names")
        return (((kind, text), articles) for kind, text, articles in rows)

    def acronyms(self) -> dict[tuple[str, str], int]:
        """Return how many articles use an acronym (the first) for an organisation's name (the second)."""
        rows = self._database.connection.execute(
            "SELECT surface, text, count(*) FROM names JOIN article_names ON name = names.id"
            " WHERE type = 'organization' AND surface <> text AND surface = upper(surface) GROUP BY 1, 2"
        )
        return {(short, long): count for short, long, count in rows}

    def settle(
        self,
        connection: sqlite3.Connection,
        meant: Mapping[NameKey, EntityRow | None],
        articles: Mapping[NameKey, int],
    ) -> set[str]:
        """Write whom names mean (None: nobody) and in how many articles; return the entities this touches."""
        rows = [(articles.get(name, 0), *name) for name in articles]
        connection.executemany("UPDATE names SET articles = ? WHERE type = ? AND text = ?", rows)
        before = self.of_names(meant)
        moved = {name: row and row[0] for name, row in meant.items() if before.get(name) != (row and row[0])}
        renamed = [row for row in set(filter(None, meant.values())) if self._differs(connection, row)]
        connection.executemany(
            "INSERT INTO entities (id, name, type) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type",
            renamed,
        )
        connection.executemany(
            "UPDATE names SET entity = ? WHERE type = ? AND text = ?",
            [(entity, *name) for name, entity in moved.items()],
        )
        connection.execute("DELETE FROM names WHERE articles <= 0")
        left = {before[name] for name in moved if name in before}
        return left | {entity for entity in moved.values() if entity} | {row[0] for row in renamed}

    @staticmethod
    def _differs(connection: sqlite3.Connection, row: EntityRow) -> bool:
        """Tell whether an entity is not written yet, or not under this name and type."""
        found = connection.execute("SELECT id, name, type FROM entities WHERE id = ?", (row[0],)).fetchone()
        return found is None or tuple(found) != tuple(row)

    def recount(self, connection: sqlite3.Connection, touched: set[str] | None) -> None:
        """Count mentions, articles and aliases again, for the entities ``touched`` or (None) for all."""
        if touched is None or len(touched) > _ALL_AT_ONCE:
            connection.execute("UPDATE entities SET mentions = 0, articles = 0, aliases = '[]'")
            connection.execute(_RECOUNT_ALL)
            connection.execute(_ALIASES_ALL)
        else:
            rows = [(entity,) for entity in touched]
            connection.executemany(_RECOUNT, rows)
            connection.executemany(_ALIASES, rows)
        connection.execute("DELETE FROM entities WHERE mentions = 0")
        connection.execute(_COUNTED_AGAIN)

    def census(self) -> int:
        """Return a number that rises with every count; between two counts the names stay the same."""
        rows = self._database.rows("SELECT value FROM meta WHERE name = 'names counted'")
        return int(str(rows[0][0])) if rows else 0


def _entity(row: tuple[str, str, EntityType, str, int, int]) -> Entity:
    entity, name, kind, aliases, mentions, articles = row
    return Entity(entity, name, kind, tuple(json.loads(aliases)), mentions, articles)
