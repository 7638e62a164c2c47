"""Notes and collected quotes in the reader's own data."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from briefreader.model import Note
from briefreader.store.sqlite import Database
from briefreader.store.userdata.journal import Journal

_COLUMNS = "id, article, start, end, quote, text, created"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note hangs: the article, the span, the words under it and the few words before it."""

    article: str
    hash: str
    start: int
    end: int
    quote: str
    before: str


class NoteTable:
    """The reader's notes, by number."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self, article: str | None = None) -> list[Note]:
        """Return the notes of one article, or of all, in order of place."""
        where = "" if article is None else "WHERE article = :article"
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM notes {where} ORDER BY article, start, id",  # noqa: S608
            {"article": article},
        )
        return [Note(*row) for row in rows]

    def together(self) -> Mapping[int, Sequence[Note]]:
        """Return, by the number of each note that was written to several places at once, the other ones.

        Those bear the same words and the same moment, to the microsecond.
        """
        found: dict[tuple[str, str], list[Note]] = defaultdict(list)
        for note in self.all():
            found[note.created, note.text].append(note)
        return {
            note.id: [other for other in written if other.id != note.id]
            for written in found.values()
            if len({note.article for note in written}) > 1
            for note in written
        }

    def get(self, number: int) -> Note | None:
        """Return the note with this number."""
        rows = self._database.connection.execute(f"SELECT {_COLUMNS} FROM notes WHERE id = ?", (number,))  # noqa: S608
        found = rows.fetchone()
        return None if found is None else Note(*found)

    def add(self, anchors: Sequence[Anchor], text: str, created: str, what: str) -> list[int]:
        """Write a note to each anchor, all in one step, and return their numbers."""
        with self._journal.edit(what) as edit:
            first = self._next()
            numbers = [first + place for place in range(len(anchors))]
            for number, anchor in zip(numbers, anchors, strict=True):
                edit.put("notes", {"id": number, **asdict(anchor), "text": text, "created": created})
        return numbers

    def edit(self, numbers: Iterable[int], text: str, what: str) -> None:
        """Give notes other words, in one step."""
        with self._journal.edit(what) as edit:
            for number in numbers:
                edit.put("notes", {"id": number, "text": text})

    def remove(self, number: int, what: str) -> None:
        """Delete a note."""
        with self._journal.edit(what) as edit:
            edit.remove("notes", {"id": number})

    def containing(self, words: Iterable[str]) -> set[str]:
        """Return the ids of articles with a note whose text or quote holds all of ``words``."""
        statement = "SELECT DISTINCT article FROM notes"
        patterns = ["%" + _escaped(word) + "%" for word in words]
        if patterns:
            statement += " WHERE " + " AND ".join(
                ["(text || ' ' || quote) LIKE ? ESCAPE '!'"] * len(patterns)
            )
        return {article for (article,) in self._database.connection.execute(statement, patterns)}

    def astray(self, article: str, text_hash: str) -> list[tuple[Note, str]]:
        """Return the article's notes that hang on another text, each with the words before it."""
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS}, before FROM notes WHERE article = ? AND hash <> ?",  # noqa: S608
            (article, text_hash),
        )
        return [(Note(*row[:-1]), row[-1]) for row in rows]

    def reanchor(
        self, connection: sqlite3.Connection, number: int, start: int, end: int, text_hash: str
    ) -> None:
        """Hang a note on its words in a changed text; no step to undo."""
        connection.execute(
            "UPDATE notes SET start = ?, end = ?, hash = ? WHERE id = ?", (start, end, text_hash, number)
        )

    def _next(self) -> int:
        rows = self._database.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'notes'")
        found = rows.fetchone()
        return 1 if found is None else int(found[0]) + 1


def _escaped(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
