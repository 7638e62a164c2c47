"""Articles in order: the keys of a list, sorted and narrowed by SQL."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence

from briefreader.store.sqlite import Database

# What is sorted by; each has the newest first as its second wish, and rows without a value last.
_COLUMNS = {
    "title": "title COLLATE NOCASE",
    "source": "source COLLATE NOCASE",
    "author": "author COLLATE NOCASE",
    "path": "path",
    "words": "words",
    "date": "moment",
}
_DATE = "moment IS NULL, moment DESC, key"
_MENTIONS = "key {} (SELECT article FROM article_names WHERE name IN (SELECT id FROM names WHERE entity = ?))"
_LINE = (
    "title || ' ' || coalesce(source, '') || ' ' || coalesce(author, '') || ' ' || coalesce(published, '')"
)
_WITHIN = "key IN (SELECT value FROM json_each(?))"


class Orders:
    """Sorted keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keys(
        self,
        sort: str,
        *,
        descending: bool,
        within: Iterable[int] | None = None,
        entities: Sequence[str] = (),
        without: Sequence[str] = (),
        limit: int = -1,
    ) -> array[int]:
        """Return the keys of ``within`` (None: all) that mention all ``entities`` and none of ``without``.

        ``limit``: no more than so many, the first.
        """
        conditions, values = _conditions(within, entities, without)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        order = "rowid" if sort == "relevance" else _order(sort, descending)
        rows = self._database.connection.execute(
            f"SELECT key FROM articles {where} ORDER BY {order} LIMIT ?",  # noqa: S608
            (*values, limit),
        )
        return array("q", (key for (key,) in rows))

    def lines(self, keys: Sequence[int]) -> list[str]:
        """Return title, source, author and date of each article in one string, its case folded."""
        rows = self._database.connection.execute(
            f"SELECT key, {_LINE} FROM articles WHERE {_WITHIN}",  # noqa: S608
            (json.dumps(list(keys)),),
        )
        found = {key: line.casefold() for key, line in rows}
        return [found.get(key, "") for key in keys]


def _conditions(
    within: Iterable[int] | None, entities: Sequence[str], without: Sequence[str]
) -> tuple[list[str], list[str]]:
    conditions: list[str] = []
    values: list[str] = []
    if within is not None:
        conditions.append(_WITHIN)
        values.append(json.dumps(list(within)))
    conditions += [_MENTIONS.format("IN")] * len(entities) + [_MENTIONS.format("NOT IN")] * len(without)
    return conditions, [*values, *entities, *without]


def _order(sort: str, descending: bool) -> str:
    column = _COLUMNS[sort]
    name = column.split()[0]
    if sort == "date" and descending:
        return _DATE
    direction = "DESC" if descending else "ASC"
    return f"{name} IS NULL, {column} {direction}, {_DATE}"
