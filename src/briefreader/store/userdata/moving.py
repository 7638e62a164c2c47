"""What the reader made follows an article whose file was moved, renamed or changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from briefreader.store.sqlite import Database
from briefreader.store.userdata.schema import KEYS


class Mover:
    """Re-attaches rows to articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owners(self) -> dict[str, set[str]]:
        """Return every article id that owns a row, with the text hashes its rows bear."""
        owners: dict[str, set[str]] = {}
        for table in KEYS:
            rows = self._database.connection.execute(f"SELECT DISTINCT article, hash FROM {table}")  # noqa: S608
            for article, text_hash in rows:
                owners.setdefault(article, set()).add(text_hash)
        return owners

    def move(self, articles: Mapping[str, str]) -> None:
        """Give the rows of each old id to the new id; what the new id has already stays its own."""
        if not articles:
            return
        with self._database.transaction() as connection:
            for table in KEYS:
                connection.executemany(
                    f"UPDATE OR IGNORE {table} SET article = ? WHERE article = ?",  # noqa: S608
                    [(new, old) for old, new in articles.items()],
                )

    def stamp(self, connection: sqlite3.Connection, article: str, text_hash: str) -> None:
        """Note that the article's marks belong to this text now; notes see to that themselves."""
        for table in KEYS:
            if table != "notes":
                connection.execute(f"UPDATE {table} SET hash = ? WHERE article = ?", (text_hash, article))  # noqa: S608
