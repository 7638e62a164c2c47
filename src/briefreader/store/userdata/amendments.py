"""The reader's word on metadata and folds, which outlives every re-import."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.store.sqlite import Database
from briefreader.store.userdata.journal import Journal


@dataclass(frozen=True, slots=True)
class FoldRule:
    """A span, known by its words and about where they stood, that is to be folded or left open."""

    quote: str
    start: int
    folded: bool


class Amendments:
    """Corrected fields and overruled folds, by article id."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def fields(self, article: str) -> dict[str, str | None]:
        """Return the corrected fields of an article."""
        return dict(
            self._database.connection.execute(
                "SELECT field, value FROM amendments WHERE article = ?", (article,)
            )
        )

    def folds(self, article: str) -> list[FoldRule]:
        """Return the overruled folds of an article, in order of place."""
        rows = self._database.connection.execute(
            "SELECT quote, start, folded FROM fold_rules WHERE article = ? ORDER BY start", (article,)
        )
        return [FoldRule(quote, start, bool(folded)) for quote, start, folded in rows]

    def articles(self) -> set[str]:
        """Return the ids of all articles with an amendment."""
        rows = self._database.connection.execute(
            "SELECT article FROM amendments UNION SELECT article FROM fold_rules"
        )
        return {article for (article,) in rows}

    def state(self) -> set[tuple[str, str]]:
        """Return every amendment, as an article's id and a text that differs when the amendment does."""
        rows = self._database.connection.execute(
            "SELECT article, json_array(field, value) FROM amendments"
            " UNION ALL SELECT article, json_array(quote, start, folded) FROM fold_rules"
        )
        return set(rows)

    def set_field(self, article: str, text_hash: str, field: str, value: str | None, what: str) -> None:
        """Correct a field."""
        with self._journal.edit(what) as edit:
            edit.put("amendments", {"article": article, "field": field, "hash": text_hash, "value": value})

    def clear_field(self, article: str, field: str, what: str) -> None:
        """Go back to what the text gives for a field."""
        with self._journal.edit(what) as edit:
            edit.remove("amendments", {"article": article, "field": field})

    def set_fold(self, article: str, text_hash: str, rule: FoldRule, what: str) -> None:
        """Overrule a fold."""
        with self._journal.edit(what) as edit:
            edit.put(
                "fold_rules",
                {
                    "article": article,
                    "quote": rule.quote,
                    "hash": text_hash,
                    "start": rule.start,
                    "folded": int(rule.folded),
                },
            )
