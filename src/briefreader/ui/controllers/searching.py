"""A search: from the key that opens the bar to landing on the hit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.controllers.trail import QueryTrail
from briefreader.ui.scope import Found, Scope

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Searching:
    """Searches at each key; Enter lands on the hit under the cursor, Escape brings back what was before."""

    def __init__(self, desk: Desk, prompting: Prompting, listing: Listing, opening: Opening) -> None:
        self._desk, self._prompting, self._listing, self._opening = desk, prompting, listing, opening
        self._before = listing.scope
        listing.listen(self._follow)

    @action("search.open")
    def open(self) -> None:
        """Ask for a query; the last one stands there to be changed."""
        self._before = self._listing.scope
        self._prompting.ask(
            Question(
                label="/",
                value=self._before.query,
                placeholder='words, "a phrase", person:name, date:2022-01 …',
                changed=self._search,
                accepted=self._accept,
                cancelled=self._restore,
                context="search",
            )
        )

    def _search(self, query: str) -> None:
        self._listing.go(self._scope(query), keep_cursor=False)

    def _scope(self, query: str) -> Scope:
        return replace(self._listing.scope, query=query.strip())

    def _restore(self) -> None:
        self._listing.go(self._before)

    def _accept(self, query: str) -> None:
        found = self._listing.found
        if found and found.scope == self._scope(query):
            self._land(found)
        else:
            self._listing.go(self._scope(query), keep_cursor=False, then=self._land)

    def _land(self, found: Found) -> None:
        if not found.scope.query:
            return
        if len(found.listing):
            self._opening.open_chosen()
        else:
            self._desk.list.focus()
            self._desk.say(self._why_nothing(found))

    def _why_nothing(self, found: Found) -> str:
        hits = found.hits
        if hits and hits.problem:
            return hits.problem.message
        if hits and hits.did_you_mean:
            return f"Nothing found for {found.scope.query}. Did you mean {hits.did_you_mean}?"
        return f"Nothing found for {found.scope.query}"

    def _follow(self, found: Found) -> None:
        """Make the query's hits what n and N step through, until the query is gone."""
        query, trail = found.scope.query, self._opening.trail
        if query and not (isinstance(trail, QueryTrail) and trail.query == query):
            self._opening.follow(QueryTrail(query))
        elif not query and isinstance(trail, QueryTrail):
            self._opening.follow(None)
