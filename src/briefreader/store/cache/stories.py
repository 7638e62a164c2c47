"""Stories and near-duplicates, and the digests of articles that they are found by."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefreader.model import Duplicates, Stories, Story
from briefreader.store.sqlite import Database


class DigestRow(NamedTuple):
    """An article's key, the digest of its text, and the group it was put in ("" while it is in none)."""

    key: int
    digest: bytes
    story: str


class StoryTable:
    """Which articles tell of one affair, and which nearly repeat one another."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Stories:
        """Return the stories and near-duplicates as last found, without articles that are gone."""
        connection = self._database.connection
        stories = connection.execute("SELECT title, keys FROM stories ORDER BY nth").fetchall()
        duplicates = connection.execute("SELECT similarity, keys FROM duplicates ORDER BY nth").fetchall()
        told = ((title, self._ids(keys)) for title, keys in stories)
        alike = ((similarity, self._ids(keys)) for similarity, keys in duplicates)
        return Stories(
            tuple(Story(ids[0], title, ids) for title, ids in told if len(ids) > 1),
            tuple(Duplicates(ids, similarity) for similarity, ids in alike if len(ids) > 1),
        )

    def replace(self, connection: sqlite3.Connection, found: Stories, keys: dict[str, int]) -> None:
        """Write what was found instead of what was; ``keys`` gives the keys of article ids."""
        connection.execute("DELETE FROM stories")
        connection.execute("DELETE FROM duplicates")
        connection.executemany(
            "INSERT INTO stories (title, keys) VALUES (?, ?)",
            [(story.title, json.dumps([keys[each] for each in story.articles])) for story in found.stories],
        )
        connection.executemany(
            "INSERT INTO duplicates (similarity, keys) VALUES (?, ?)",
            [
                (each.similarity, json.dumps([keys[one] for one in each.articles]))
                for each in found.duplicates
            ],
        )

    def digests(self) -> Iterator[DigestRow]:
        """Yield all digests in the order in which their articles were grouped, those in no group last."""
        rows = self._database.connection.execute(
            "SELECT article, digest, story FROM digests ORDER BY story = '', nth"
        )
        return map(DigestRow._make, rows)

    def is_waiting(self) -> bool:
        """Tell whether an article was digested and not yet grouped."""
        found = self._database.connection.execute("SELECT 1 FROM digests WHERE story = '' LIMIT 1").fetchone()
        return found is not None

    def digests_of(self, keys: Sequence[int]) -> list[DigestRow]:
        """Return the digests of some articles."""
        rows = self._database.connection.execute(
            "SELECT article, digest, story FROM digests WHERE article IN (SELECT value FROM json_each(?))"
            " ORDER BY nth",
            (json.dumps(list(keys)),),
        )
        return [DigestRow(*row) for row in rows]

    def group_of(self, key: int, limit: int) -> list[int]:
        """Return articles that were put in the same group as article ``key``, at most ``limit``."""
        rows = self._database.connection.execute(
            "SELECT article FROM digests WHERE story <> '' AND article <> :key"
            " AND story = (SELECT story FROM digests WHERE article = :key) ORDER BY nth DESC LIMIT :limit",
            {"key": key, "limit": limit},
        )
        return [article for (article,) in rows]

    def put(self, connection: sqlite3.Connection, key: int, digest: bytes) -> None:
        """Write the digest of an article that is new or changed; it is in no group yet."""
        connection.execute("INSERT OR REPLACE INTO digests (article, digest) VALUES (?, ?)", (key, digest))

    def group(self, connection: sqlite3.Connection, key: int, story: str) -> None:
        """Write the group of an article."""
        connection.execute("UPDATE digests SET story = ? WHERE article = ?", (story, key))

    def drop(self, connection: sqlite3.Connection, keys: Sequence[int] | None = None) -> None:
        """Forget the digests of articles that are gone, or (None) all of them."""
        if keys is None:
            connection.execute("DELETE FROM digests")
        else:
            connection.executemany("DELETE FROM digests WHERE article = ?", [(key,) for key in keys])

    def _ids(self, keys: str) -> tuple[str, ...]:
        rows = self._database.connection.execute(
            "SELECT articles.id FROM json_each(?) AS given JOIN articles ON articles.key = given.value"
            " ORDER BY given.key",
            (keys,),
        )
        return tuple(article for (article,) in rows)
