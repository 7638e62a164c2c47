"""Mentions article by article: where each name stands, and which names each article uses."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple
from zlib import crc32

from briefreader.model import ENTITY_TYPES, EntityType, Mention
from briefreader.store.sqlite import Damaged, Database

NameKey = tuple[EntityType, str]


class Use(NamedTuple):
    """That an article uses a name in one wording: how often, and where first (a code point)."""

    name: NameKey
    surface: str
    times: int
    first: int


class MentionTable:
    """What the recogniser found, by article key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, key: int, text: str) -> list[Mention] | None:
        """Return the mentions in an article whose text is ``text``; None where it was not recognised yet."""
        row = self._database.connection.execute(
            "SELECT mentions, checksum FROM article_mentions JOIN articles ON key = article"
            " WHERE article = ? AND recognised",
            (key,),
        ).fetchone()
        if row is None:
            return None
        laid = _read(*row)
        meant = self._meant({name for _, _, _, name, _ in laid if name is not None})
        return [
            Mention(start, end, text[start:end], ENTITY_TYPES[kind], meant.get(name or 0), role)
            for start, end, kind, name, role in laid
        ]

    def places(self, key: int, entities: Collection[str]) -> list[tuple[int, int]]:
        """Return start and end of each mention of one of ``entities`` in an article."""
        row = self._database.connection.execute(
            "SELECT mentions, checksum FROM article_mentions WHERE article = ?", (key,)
        ).fetchone()
        laid = [] if row is None else _read(*row)
        meant = self._meant({name for _, _, _, name, _ in laid if name is not None})
        return [(start, end) for start, end, _, name, _ in laid if meant.get(name or 0) in entities]

    def uses(self, key: int) -> list[Use]:
        """Return the names that an article uses."""
        rows = self._database.connection.execute(
            "SELECT type, text, surface, count, first FROM article_names JOIN names ON names.id = name"
            " WHERE article = ?",
            (key,),
        )
        return [Use((kind, text), surface, count, first) for kind, text, surface, count, first in rows]

    def put(
        self,
        connection: sqlite3.Connection,
        key: int,
        mentions: Sequence[Mention],
        names: Sequence[NameKey | None],
        uses: Sequence[Use],
    ) -> None:
        """Write an article's mentions with the name behind each (None: ambiguous), and the names it uses."""
        self.drop(connection, key)
        numbers = {name: _number(connection, name) for name in {use.name for use in uses}}
        laid = [
            [
                each.start,
                each.end,
                ENTITY_TYPES.index(each.type),
                None if name is None else numbers[name],
                each.role,
            ]
            for each, name in zip(mentions, names, strict=True)
        ]
        text = json.dumps(laid, ensure_ascii=False)
        connection.execute("INSERT INTO article_mentions VALUES (?, ?, ?)", (key, text, crc32(text.encode())))
        connection.executemany(
            "INSERT INTO article_names VALUES (?, ?, ?, ?, ?)",
            [(key, numbers[use.name], use.surface, use.times, use.first) for use in uses],
        )

    def drop(self, connection: sqlite3.Connection, key: int) -> None:
        """Forget the mentions in an article."""
        connection.execute("DELETE FROM article_mentions WHERE article = ?", (key,))
        connection.execute("DELETE FROM article_names WHERE article = ?", (key,))

    def _meant(self, names: set[int]) -> dict[int, str]:
        rows = self._database.connection.execute(
            "SELECT id, entity FROM names WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(names)),),
        )
        return dict(rows)


def _number(connection: sqlite3.Connection, name: NameKey) -> int:
    row = connection.execute("SELECT id FROM names WHERE type = ? AND text = ?", name).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO names (type, text, articles) VALUES (?, ?, 0) RETURNING id", name
        ).fetchone()
    return int(row[0])


def _read(laid: str, checksum: int) -> list[tuple[int, int, int, int | None, str | None]]:
    """Return what was laid down: start, end, type, name and role of each mention."""
    if crc32(laid.encode()) != checksum:
        raise Damaged("the mentions in an article do not read as they were written")
    found: list[tuple[int, int, int, int | None, str | None]] = json.loads(laid)
    return found
