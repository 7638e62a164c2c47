"""Read state, stars, tags and places in the reader's own data."""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefreader.model import Marks
from briefreader.store.sqlite import Database
from briefreader.store.userdata.journal import Journal

Owner = tuple[str, str]
"""An article's id and the hash of its text."""

_MARKS = """
SELECT ids.value, coalesce(marks.read, 0), coalesce(marks.starred, 0), places.position,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM tags WHERE article = ids.value ORDER BY tag)),
    (SELECT count(*) FROM notes WHERE article = ids.value)
FROM json_each(?) AS ids
LEFT JOIN marks ON marks.article = ids.value
LEFT JOIN places ON places.article = ids.value
"""


class MarkTable:
    """What the reader made of articles, by their ids."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def of(self, ids: Sequence[str]) -> dict[str, Marks]:
        """Return the marks of each of ``ids``."""
        return {
            str(article): Marks(bool(read), bool(starred), tuple(json.loads(tags)), notes, place)
            for article, read, starred, place, tags, notes in self._database.connection.execute(
                _MARKS, (json.dumps(list(ids)),)
            )
        }

    def flag(self, owners: Sequence[Owner], column: str, value: bool, what: str | None) -> None:
        """Set ``read`` or ``starred`` for each of ``owners`` in one step; without a name it is none."""
        with self._journal.edit(what) if what else self._journal.unrecorded() as edit:
            edit.put_all("marks", ("article", "hash", column), ((*owner, int(value)) for owner in owners))

    def flagged_all(self, ids: Sequence[str], column: str) -> bool:
        """Tell whether each of ``ids`` is ``read`` or ``starred``."""
        ((without,),) = self._database.rows(
            "SELECT EXISTS (SELECT 1 FROM json_each(?) LEFT JOIN marks ON article = value"  # noqa: S608
            f" WHERE {column} IS NOT 1)",
            (json.dumps(list(ids)),),
        )
        return not without

    def retag(self, owners: Sequence[Owner], given: Sequence[str], taken: Sequence[str], what: str) -> None:
        """Give tags to each of ``owners``, and take tags away, in one step."""
        with self._journal.edit(what) as edit:
            for tag in given:
                edit.put_all("tags", ("article", "hash", "tag"), ((*owner, tag) for owner in owners))
            for tag in taken:
                edit.remove_all("tags", ("article", "tag"), ((article, tag) for article, _ in owners))

    def set_place(self, owner: Owner, position: int) -> None:
        """Remember the code point last read; no step to undo."""
        with self._database.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", (*owner, position))

    def tags(self) -> dict[str, int]:
        """Return every tag and how many articles bear it."""
        return dict(
            self._database.connection.execute("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag")
        )

    def flagged(self, flag: str) -> set[str] | None:
        """Return ids by ``read``, ``starred``, ``opened``, ``noted``, ``tagged``, ``tag:x``; else None."""
        if flag.startswith("tag:"):
            return self._ids(
                "SELECT article FROM tags WHERE tag = ? COLLATE NOCASE", flag.removeprefix("tag:")
            )
        statement = _FLAGS.get(flag)
        return None if statement is None else self._ids(statement)

    def _ids(self, statement: str, *values: str) -> set[str]:
        return {article for (article,) in self._database.connection.execute(statement, values)}


_FLAGS = {
    "read": "SELECT article FROM marks WHERE read",
    "starred": "SELECT article FROM marks WHERE starred",
    "opened": "SELECT article FROM places",
    "noted": "SELECT DISTINCT article FROM notes",
    "note": "SELECT DISTINCT article FROM notes",
    "tagged": "SELECT DISTINCT article FROM tags",
}
