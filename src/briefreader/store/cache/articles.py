"""Articles in the cache: their rows, their texts, and what is still to be done for them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from briefreader.model import Article, ArticleInfo
from briefreader.store.cache.packing import Packed, checksum, unpack_blocks, unpack_folds
from briefreader.store.sqlite import Damaged, Database

Column = Literal["id", "path", "source", "published"]
Stage = Literal["indexed", "recognised", "related"]

_INFO = "id, path, title, source, author, published, url, language, words, key"
_FIELDS = ("id", "path", "title", "source", "author", "published", "url", "language", "words", "key")


class ArticleTable:
    """What is known of articles, by key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def infos(self, keys: Iterable[int]) -> dict[int, ArticleInfo]:
        """Return the rows of those of ``keys`` that exist."""
        rows = self._database.connection.execute(
            f"SELECT {_INFO} FROM articles WHERE key IN (SELECT value FROM json_each(?))",  # noqa: S608
            (json.dumps(list(keys)),),
        )
        return {row[9]: ArticleInfo(**dict(zip(_FIELDS, row, strict=True))) for row in rows}

    def column(self, name: Column, keys: Iterable[int]) -> dict[int, str | None]:
        """Return one value of each of those of ``keys`` that exist, without making rows of them."""
        rows = self._database.connection.execute(
            f"SELECT key, {name} FROM articles WHERE key IN (SELECT value FROM json_each(?))",  # noqa: S608
            (json.dumps(list(keys)),),
        )
        return dict(rows)

    def article(self, key: int) -> Article | None:
        """Return an article with its text.

        Raises:
            Damaged: it does not read as it was written.
        """
        row = self._database.connection.execute(
            f"SELECT {_INFO}, text_hash, text, paragraphs, folds, origins, checksum"  # noqa: S608
            " FROM articles JOIN texts USING (key) WHERE key = ?",
            (key,),
        ).fetchone()
        if row is None:
            return None
        text_hash, text, paragraphs, folds, origins, known = row[10:]
        if checksum((*row[2:9], *row[10:-1])) != known:
            raise Damaged(f"article {key} does not read as it was written")
        return Article(
            **dict(zip(_FIELDS, row, strict=False)),
            text=text,
            paragraphs=unpack_blocks(paragraphs),
            folds=unpack_folds(folds),
            origins=json.loads(origins),
            text_hash=text_hash,
        )

    def key_of(self, ref: str) -> int | None:
        """Return the key of the article with this id or path; of several at one path, the first."""
        row = self._database.connection.execute(_BY_PATH, {"ref": ref}).fetchone()
        return self.key_of_id(ref) or (None if row is None else int(row[0]))

    def key_of_id(self, article: str) -> int | None:
        """Return the key of the article with this id."""
        row = self._database.connection.execute(
            "SELECT key FROM articles WHERE id = ?", (article,)
        ).fetchone()
        return None if row is None else int(row[0])

    def keys_of(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of those of ``ids`` that exist."""
        rows = self._database.connection.execute(
            "SELECT id, key FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return dict(rows)

    def outlets(self) -> Iterator[tuple[int, bool, str | None, str | None]]:
        """Yield key, whether still to be indexed, source and address of articles that are files of their own.

        Nothing is yielded where every article has been indexed.
        """
        if not self.undone("indexed", 0, 1):
            return
        rows = self._database.connection.execute(
            "SELECT key, NOT indexed, source, url FROM articles WHERE record = '' ORDER BY key"
        )
        for key, fresh, source, url in rows.fetchall():
            yield key, bool(fresh), source, url

    def hashes(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the text hashes of those of ``ids`` that exist."""
        rows = self._database.connection.execute(
            "SELECT id, text_hash FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return dict(rows)

    def with_hash(self, text_hash: str) -> list[str]:
        """Return the ids of articles whose text has this hash."""
        rows = self._database.connection.execute("SELECT id FROM articles WHERE text_hash = ?", (text_hash,))
        return [article for (article,) in rows]

    def file_of(self, key: int) -> int | None:
        """Return the number of the file that an article was read from."""
        row = self._database.connection.execute("SELECT file FROM articles WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def record_of(self, key: int) -> str:
        """Return the name of an article within its file."""
        row = self._database.connection.execute(
            "SELECT record FROM articles WHERE key = ?", (key,)
        ).fetchone()
        return "" if row is None else str(row[0])

    def in_file(self, file: int) -> dict[str, tuple[int, str, str]]:
        """Return the articles of a file: record key → key, id, text hash."""
        rows = self._database.connection.execute(
            "SELECT record, key, id, text_hash FROM articles WHERE file = ?", (file,)
        )
        return {record: (key, article, text_hash) for record, key, article, text_hash in rows}

    def paths(self, key: int) -> tuple[str, ...]:
        """Return every path that holds exactly this article, its own first."""
        rows = self._database.connection.execute(
            "SELECT path, 0 AS nth FROM articles WHERE key = :key UNION ALL SELECT path, id FROM files"
            " WHERE same_as = (SELECT file FROM articles WHERE key = :key) ORDER BY nth",
            {"key": key},
        )
        return tuple(path for path, _ in rows)

    def count(self) -> int:
        """Count all articles."""
        return int(self._database.connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def pending(self) -> dict[str, int]:
        """Count what is still to be indexed, recognised and related."""
        count = "SELECT count(*) FROM articles WHERE NOT "
        return {
            name: int(self._database.connection.execute(count + stage).fetchone()[0])
            for name, stage in (("index", "indexed"), ("entities", "recognised"), ("stories", "related"))
        }

    def indexed(self) -> list[tuple[int, str]]:
        """Return key and text hash of every article that was indexed."""
        return self._database.connection.execute(
            "SELECT key, text_hash FROM articles WHERE indexed"
        ).fetchall()

    def to_recognise(self) -> int:
        """Return about how many characters of text are still to be recognised."""
        return self._characters("recognised")

    def to_relate(self) -> int:
        """Return about how many characters of text are still to be related."""
        return self._characters("related")

    def _characters(self, stage: Stage) -> int:
        statement = f"SELECT sum(words) FROM articles WHERE NOT {stage}"  # noqa: S608
        row = self._database.connection.execute(statement).fetchone()
        return 6 * int(row[0] or 0)

    def undone(self, stage: Stage, after: int, limit: int) -> list[int]:
        """Return the next keys past ``after`` for which ``stage`` is still to be done."""
        rows = self._database.connection.execute(
            f"SELECT key FROM articles WHERE NOT {stage} AND key > ? ORDER BY key LIMIT ?",  # noqa: S608
            (after, limit),
        )
        return [key for (key,) in rows]

    def done(self, connection: sqlite3.Connection, stage: Stage, keys: Sequence[int]) -> None:
        """Write that ``stage`` is done for ``keys``."""
        connection.executemany(f"UPDATE articles SET {stage} = 1 WHERE key = ?", [(key,) for key in keys])  # noqa: S608

    def undo(self, connection: sqlite3.Connection, stage: Stage, keys: Iterable[int] | None = None) -> None:
        """Write that ``stage`` is to be done again for ``keys``, or for all."""
        if keys is None:
            connection.execute(f"UPDATE articles SET {stage} = 0 WHERE {stage}")  # noqa: S608
        else:
            connection.executemany(f"UPDATE articles SET {stage} = 0 WHERE key = ?", [(key,) for key in keys])  # noqa: S608

    def departed(self, stage: Stage) -> list[int]:
        """Return the keys of articles that are gone and whose results of ``stage`` are still there."""
        rows = self._database.connection.execute("SELECT key FROM departed WHERE stage = ?", (stage,))
        return [key for (key,) in rows]

    def forget(self, connection: sqlite3.Connection, stage: Stage) -> None:
        """Write that nothing of the departed is left in the results of ``stage``."""
        connection.execute("DELETE FROM departed WHERE stage = ?", (stage,))

    def put(
        self, connection: sqlite3.Connection, article: Packed, file: int, record: str, given: str | None
    ) -> int:
        """Write an article under its id and return its key; a changed text has every stage to go through.

        ``given`` is kept beside it: what the file itself gave, where the reader amended that.
        """
        *row, text, paragraphs, folds, origins, made = article
        key = int(connection.execute(_PUT, (*row, file, record)).fetchone()[0])
        connection.execute(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, text, paragraphs, folds, origins, made, given),
        )
        return key

    def given(self, key: int) -> str | None:
        """Return what the file itself gave, as it was handed to :meth:`put`."""
        row = self._database.connection.execute("SELECT given FROM texts WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def move(self, connection: sqlite3.Connection, key: int, article: str, path: str) -> None:
        """Give an article the id and path of where its file lies now."""
        connection.execute("UPDATE articles SET id = ?, path = ? WHERE key = ?", (article, path, key))

    def remove(self, connection: sqlite3.Connection, keys: Sequence[int]) -> None:
        """Drop articles; that they must leave every stage's results too is noted for its next run."""
        rows = [(key,) for key in keys]
        for stage in ("indexed", "recognised", "related"):
            connection.executemany(f"INSERT OR IGNORE INTO departed VALUES ('{stage}', ?)", rows)  # noqa: S608
        connection.executemany("DELETE FROM texts WHERE key = ?", rows)
        connection.executemany("DELETE FROM articles WHERE key = ?", rows)


_BY_PATH = """
SELECT key FROM (
    SELECT key, 0 AS nth FROM articles WHERE path = :ref
    UNION ALL SELECT key, 1 FROM files JOIN articles ON articles.file = files.same_as WHERE files.path = :ref
) ORDER BY nth, key LIMIT 1
"""

_PUT = """
INSERT INTO articles (
    id, path, title, source, author, published, moment, url, language, words, text_hash, file, record
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    indexed = indexed AND text_hash = excluded.text_hash AND title = excluded.title
        AND source IS excluded.source AND author IS excluded.author AND url IS excluded.url
        AND language IS excluded.language AND published IS excluded.published,
    recognised = recognised AND text_hash = excluded.text_hash,
    related = related AND text_hash = excluded.text_hash AND moment IS excluded.moment,
    file = excluded.file, record = excluded.record, path = excluded.path,
    title = excluded.title, source = excluded.source, author = excluded.author,
    published = excluded.published, moment = excluded.moment, url = excluded.url,
    language = excluded.language, words = excluded.words, text_hash = excluded.text_hash
RETURNING key
"""
