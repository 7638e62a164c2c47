"""What the reader has searched for: the history, and searches saved under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.errors import BadData

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.model import Hits
    from briefreader.store.userdata.searches import SavedQuery

_BY_KEYS = "SELECT id FROM articles WHERE key IN (SELECT value FROM json_each(?))"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A saved search as it stands now: how many articles it finds, and how many it did not find last time."""

    name: str
    query: str
    total: int
    new: int


class SearchesBook:
    """The reader's searches in this collection; each change is on disk when the call returns."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._table = shelf.userdata.searches

    def remember(self, query: str) -> None:
        """Put ``query`` at the head of the history."""
        if query.strip():
            self._table.remember(query.strip())

    def history(self) -> list[str]:
        """Return the queries asked, the latest first, each once."""
        return self._table.asked()

    def save(self, name: str, query: str) -> None:
        """Save ``query`` under ``name``, in the place of one of that name; what it finds now counts as seen.

        Raises:
            BadData: there is no name or no query, the name is too long, or the query is wrong.
        """
        name, query = " ".join(name.split()), query.strip()
        if not name or not query or len(name) > _LONGEST_NAME:
            raise BadData(f"a saved search needs a query and a name of 1 to {_LONGEST_NAME} letters")
        problem = self._ask(query).problem
        if problem is not None:
            raise BadData(f"this query cannot be saved: {problem.message}")
        self._table.save(name, query, self._found(query))

    def saved(self) -> list[SavedSearch]:
        """Return the saved searches by name, each asked anew and counted."""
        return [self._counted(one) for one in self._table.saved()]

    def look_at(self, name: str) -> str | None:
        """Return the query of a saved search; what it finds now counts as seen. None without one."""
        for one in self._table.saved():
            if one.name.casefold() == name.casefold():
                self._table.save(one.name, one.query, self._found(one.query))
                return one.query
        return None

    def forget(self, name: str) -> None:
        """Drop a saved search."""
        self._table.forget(name)

    def _counted(self, one: SavedQuery) -> SavedSearch:
        found = self._found(one.query)
        return SavedSearch(one.name, one.query, len(found), len(found - one.seen))

    def _found(self, query: str) -> frozenset[str]:
        """Return the ids of what a query finds; keys would not outlive a rebuild of the cache."""
        rows = self._shelf.cache.database.rows(_BY_KEYS, (str(self._ask(query).keys.tolist()),))
        return frozenset(str(article) for (article,) in rows)

    def _ask(self, query: str) -> Hits:
        return self._shelf.ask(lambda engine: engine.search(query, limit=0))
