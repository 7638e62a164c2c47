"""What is listed: finding it beside the screen, showing it, sorting and narrowing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.contents.guarded import Guarded
from briefreader.ui.contents.scope import Found, Scope, find
from briefreader.ui.controllers.snippets import Snippets
from briefreader.ui.left_off import LeftOff
from briefreader.ui.widgets import glyphs

if TYPE_CHECKING:
    from briefreader.errors import BriefreaderError
    from briefreader.model import ArticleInfo, Entity, Hits, Snippet
    from briefreader.ui.desk import Desk
    from briefreader.ui.first_list import FirstList
    from briefreader.ui.widgets.article_list import Standing

Shown = Callable[[Found], None]


class Listing:
    """Owns the scope, asks the library for its articles and shows them in the list.

    ``awaited`` says what takes a while and is worked out now: headings over the list.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.left_off = LeftOff.of(desk.library.collection.key, desk.settings)
        self.scope = self.left_off.scope
        self.found: Found | None = None
        self.awaited = ""
        self._snippets = Snippets(desk)
        self._listeners: list[Shown] = []
        self._asked = self._again = False
        self._still_true: Found | None = None
        self._facets: list[tuple[str, str]] = []
        # The files are read once the list is painted: an empty one must not say first that there is nothing.
        self._reading = "Reading …" if desk.settings.list.update else ""

    def listen(self, listener: Shown) -> None:
        """Call ``listener`` whenever other articles are listed."""
        self._listeners.append(listener)

    def begin(self, first: FirstList | None) -> None:
        """List what is listed at the start: at once, if it was found while the screen was put together."""
        self._desk.list.empty_text = self._reading
        found = first.take(self.scope) if first else None
        if found:
            self._show(found, keep_cursor=False)
        else:
            self.reload()

    def complete(self, then: Shown) -> None:
        """Read the keys of all rows beside the screen, before anything asks for them."""
        if found := self.found:
            self._desk.jobs.ask("all rows", lambda _cancelled: found.whole(), then)

    @property
    def hits(self) -> Hits | None:
        """The answer to the query in force."""
        return self.found.hits if self.found else None

    def go(
        self,
        scope: Scope,
        *,
        keep_cursor: bool = True,
        back_to: Standing | None = None,
        then: Shown | None = None,
    ) -> None:
        """List the articles of another scope; ``then`` is called once they are shown.

        ``back_to`` is where the cursor stood when this scope was left.
        """
        self.scope, self._asked, self.awaited = scope, True, ""
        wanted, before = self._desk.settings.search.hits, self._still_true
        self._desk.jobs.ask(
            "listing",
            lambda cancelled: find(self._desk.library, scope, wanted, cancelled, before).whole(),
            lambda found: self._show(found, keep_cursor, back_to, then),
            failed=self._fail,
        )

    def get_ready(self) -> None:
        """Read what words are looked for in, while the reader's hand is on the way to the first letter."""
        if before := self._still_true:
            self._desk.jobs.ask(
                "get ready", lambda _cancelled: before.unfiltered.narrowed(()), lambda _done: None
            )

    def reload(self) -> None:
        """List anew what is listed, after a sync or a change of marks; what is being asked for goes first."""
        self._still_true = None
        if self._asked:
            self._again = True
        else:
            self.go(self.scope)

    def _fail(self, error: BriefreaderError) -> None:
        self._asked = self._again = False
        self.awaited = ""
        self._desk.say(str(error))
        self._desk.ahead.arrived("listing")

    def _show(
        self,
        found: Found,
        keep_cursor: bool,
        back_to: Standing | None = None,
        then: Shown | None = None,
    ) -> None:
        if self.awaited and self._desk.status.message == self.awaited:
            self._desk.say(f"Grouped by {found.scope.group}")
        self.found, self._asked, self.awaited = found, False, ""
        self._still_true = None if self._again else found
        self._snippets.take(found.hits, typing=found.scope.typing)
        self._desk.list.show(
            Guarded(found.listing, self._damaged),
            snippets=self._snippet if found.hits else None,
            groups=found.groups,
            keep_cursor=keep_cursor,
            back_to=back_to,
        )
        self._tell_nothing(found)
        for listener in self._listeners:
            listener(found)
        if keep_cursor and self._desk.article.has_focus and self._desk.here:
            self.select(self._desk.here.key)
        if then:
            then(found)
        if not self._asked:
            self._desk.ahead.arrived("listing")
        if self._again:
            self._again = False
            self.reload()

    def _damaged(self) -> None:
        """Have the cache mended; a row that was being painted was found damaged."""
        if self._desk.jobs.damaged:
            self._desk.list.call_later(self._desk.jobs.damaged)

    def _snippet(self, article: ArticleInfo) -> Snippet | None:
        return self._snippets.of(article.key)

    def _nothing(self, found: Found) -> str:
        hits = found.hits
        if hits and hits.did_you_mean:
            return f"Nothing found. Did you mean {hits.did_you_mean}?"
        return "Nothing found" if found.scope.narrowings() else self._reading or "No articles here"

    def tell_reading(self, told: str) -> None:
        """Say in a list that is still empty what is being read; nothing when that is over."""
        self._reading = told
        if self.found:
            self._tell_nothing(self.found)
        elif told:
            self._desk.list.empty_text = told

    def _tell_nothing(self, found: Found) -> None:
        self._desk.list.empty_text = self._nothing(found)
        if not (found.total or self._reading or found.scope.narrowings()):
            self._desk.jobs.ask(
                "formats", lambda _cancelled: self._desk.library.formats(), self._tell_formats
            )

    def _tell_formats(self, names: list[str]) -> None:
        way_on = "Put some here, or name another folder: briefreader FOLDER."
        self._desk.list.empty_text = f"No articles here. {way_on} What is read: {', '.join(names)}"

    def select(self, key: int) -> None:
        """Move the cursor to an article, where it is listed."""
        row = self.found.listing.index_of_key(key) if self.found else None
        if row is not None:
            self._desk.list.go_to(row)

    def narrow(self, entity: Entity) -> None:
        """List only articles that mention the entity; asked again, undo that."""
        only, without = _toggled(self.scope.only, self.scope.without, entity)
        self.go(replace(self.scope, only=only, without=without))

    def exclude(self, entity: Entity) -> None:
        """List only articles that do not mention the entity; asked again, undo that."""
        without, only = _toggled(self.scope.without, self.scope.only, entity)
        self.go(replace(self.scope, only=only, without=without))

    def step_back(self) -> bool:
        """Undo the latest narrowing, or end the search; tell whether there was any."""
        wider = self.scope.widened()
        if wider is None and self.scope.query:
            wider = replace(self.scope, query=self._without_facet())
        if wider is None:
            return False
        self.go(wider)
        return True

    def note_facet(self, before: str, after: str) -> None:
        """Remember that the query ``after`` came of ``before`` by a facet: a step of its own to go back."""
        self._facets.append((before, after))

    def _without_facet(self) -> str:
        """Return the query before the facet that was added last; without one there is none left."""
        before, after = self._facets.pop() if self._facets else ("", "")
        if after == self.scope.query:
            return before
        self._facets.clear()
        return ""

    @action("list.sort")
    def sort(self) -> None:
        """Take the next order."""
        self.go(self.scope.next_order())

    @action("list.group")
    def group(self) -> None:
        """Take the next grouping."""
        scope = self.scope.next_group()
        self._desk.say("Not grouped")
        self.go(scope)
        if scope.group:
            self.awaited = f"Grouping by {scope.group} {glyphs.current().ellipsis}"
            self._desk.say(self.awaited)

    @action("list.reverse")
    def reverse(self) -> None:
        """Turn the order round."""
        self.go(replace(self.scope, reversed=not self.scope.reversed))

    @property
    def _grouped(self) -> bool:
        return bool(self.found and self.found.groups)

    @action("list.next-group", when=lambda self: self._grouped)
    def next_group(self, count: int | None) -> None:
        """To the next heading."""
        self._step_headings(count or 1)

    @action("list.previous-group", when=lambda self: self._grouped)
    def previous_group(self, count: int | None) -> None:
        """To the heading before."""
        self._step_headings(-(count or 1))

    def _step_headings(self, by: int) -> None:
        before = self._desk.list.cursor
        self._desk.list.next_group(by)
        if self._desk.list.cursor == before:
            self._desk.say(f"This is the {'last' if by > 0 else 'first'} heading")

    @action("search.end", when=lambda self: self.scope.query)
    def end_search(self) -> None:
        """Drop the query."""
        self.go(replace(self.scope, query=""))


def _toggled(
    names: tuple[Entity, ...], opposite: tuple[Entity, ...], entity: Entity
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Add the entity to names, or take it out; it leaves the opposite: nothing is found by both."""
    kept = tuple(known for known in names if known.id != entity.id)
    others = tuple(known for known in opposite if known.id != entity.id)
    return kept if len(kept) < len(names) else (*names, entity), others
