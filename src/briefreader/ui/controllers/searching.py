"""A search: from the key that opens the bar to landing on the hit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.contents.scope import Found, Scope
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.controllers.trail import QueryTrail

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk
    from briefreader.ui.widgets.article_list import Standing

LABEL = "/"


class Searching:
    """Searches at each key; Enter lands on the hit under the cursor, Escape brings back what was before."""

    def __init__(self, desk: Desk, prompting: Prompting, listing: Listing, opening: Opening) -> None:
        self._desk, self._prompting, self._listing, self._opening = desk, prompting, listing, opening
        self._before = listing.scope
        self._standing: Standing | None = None
        self._followed: QueryTrail | None = None
        self.explain: Callable[[], None] = lambda: None
        listing.listen(self._follow)

    @property
    def query(self) -> str:
        """The query in force."""
        return self._listing.scope.query

    @property
    def typed(self) -> str:
        """What stands in the search bar, if that is open."""
        return self.query if self._prompting.question and self._prompting.question.label == LABEL else ""

    @property
    def apt(self) -> bool:
        """Whether what works on a search may do so: no other line is being asked for."""
        return self._prompting.question is None or self._prompting.question.label == LABEL

    @action("search.open")
    def open(self) -> None:
        """Ask for a query; the last one stands there to be changed or typed over."""
        self._before = self._listing.scope
        self._ask(self._before.query, overtyped=True)
        self._get_ready()

    def _get_ready(self) -> None:
        """Load the engine while the reader's hand is on the way to the first letter."""
        library = self._desk.library
        self._desk.jobs.ask("get ready", lambda _cancelled: library.search("", limit=0), lambda _done: None)

    def open_with(self, query: str) -> None:
        """Ask for a query with ``query`` to begin with, and answer it."""
        self._prompting.cancel()
        self._before = self._listing.scope
        self._ask(query)
        self._search(query)

    def _ask(self, query: str, *, overtyped: bool = False) -> None:
        self._standing = self._desk.list.standing
        self._prompting.ask(
            Question(
                label=LABEL,
                value=query,
                overtyped=overtyped,
                placeholder='words, "a phrase", person:name, date:2022-01 … or ? for help',
                changed=self._search,
                accepted=self._accept,
                cancelled=self._restore,
                context="search",
            )
        )

    def run(self, query: str) -> None:
        """List the hits of a whole query, as if it had been typed and left."""
        self.keep()
        self._remember(query)
        scope = replace(self._listing.scope, query=query.strip(), typing=False)
        self._listing.go(scope, keep_cursor=False, then=self._lead)

    def keep(self) -> None:
        """Close the search bar and keep what it found."""
        self._before, self._standing = self._listing.scope, None
        self._prompting.cancel()

    def _search(self, query: str) -> None:
        if query == "?":
            self.explain()
        else:
            self._listing.go(self._scope(query), keep_cursor=False)

    def _scope(self, query: str) -> Scope:
        """Return the scope of a query as typed: behind a blank, its last word is whole."""
        return replace(self._listing.scope, query=query.strip(), typing=not query.endswith(" "))

    def _restore(self) -> None:
        self._listing.go(self._before, back_to=self._standing)

    def _accept(self, query: str) -> None:
        self._remember(query)
        found = self._listing.found
        if found and found.scope == self._scope(query):
            self._land(found)
        else:
            self._desk.ahead.expect("listing")
            self._listing.go(self._scope(query), keep_cursor=False, then=self._land)

    def _remember(self, query: str) -> None:
        self._desk.jobs.change(lambda: self._desk.library.searches.remember(query), lambda _done: None)

    def _land(self, found: Found) -> None:
        if not found.scope.query:
            return
        self._lead(found)
        if len(found.listing):
            self._opening.open_chosen()
        elif found.scope.typing:  # taken as whole, it may be wrong, and then that is what to say
            self._desk.ahead.expect("listing")
            self._listing.go(replace(found.scope, typing=False), keep_cursor=False, then=self._land)
        else:
            self._desk.use("list")
            self._desk.say(self._why_nothing(found))

    def _why_nothing(self, found: Found) -> str:
        hits = found.hits
        if hits and hits.problem:
            return hits.problem.message
        everything = f"{self._desk.key('app.back')} lists everything"
        if hits and hits.did_you_mean:
            key = self._desk.key("search.correct")
            return f"Nothing found. Did you mean {hits.did_you_mean}? ({key})  {everything}"
        return f"Nothing found: {everything}"

    def _follow(self, found: Found) -> None:
        """Make the hits of another query what n and N step through, until it is gone.

        A list that is only renewed, since files came or names were found, leaves them on their trail.
        """
        if _trail(found.scope) != self._followed:
            self._lead(found)

    def _lead(self, found: Found) -> None:
        self._followed = wanted = _trail(found.scope)
        trail = self._opening.lit.trail
        if wanted != trail and (wanted or isinstance(trail, QueryTrail)):
            self._opening.lit.follow(wanted)


def _trail(scope: Scope) -> QueryTrail | None:
    return QueryTrail(scope.query, scope.typing) if scope.query else None
