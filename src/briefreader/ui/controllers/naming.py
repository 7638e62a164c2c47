"""The names in the sidebar: filtering by typing, jumping to mentions, narrowing the list by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefreader.errors import BriefreaderError, NothingFound
from briefreader.ui.commands import action
from briefreader.ui.contents.names import (
    ORDERS,
    SCOPES,
    Name,
    Order,
    Scope,
    filtered,
    listed_as,
    names_of,
    ordered,
)
from briefreader.ui.contents.spark import spark
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.entity_sidebar import EntityRow

if TYPE_CHECKING:
    from briefreader.model import Entity, Mention
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.controllers.trail import NameTrail, Trail
    from briefreader.ui.desk import Desk

_SCOPE_TITLES = {"here": "in this article", "listed": "in what is listed", "all": "in all articles"}
_COLUMNS = {"here": "here", "listed": "list", "all": "art."}


class Naming:
    """Owns the names listed, the scope and order they are in, and what was typed to filter them.

    ``after_arriving`` is called when names have come that were asked for.
    """

    def __init__(self, desk: Desk, listing: Listing, opening: Opening) -> None:
        self._desk, self._listing, self._opening = desk, listing, opening
        self.scope: Scope = desk.settings.sidebar.scope
        self.order: Order = desk.settings.sidebar.sort
        self.filter = ""
        self._names: list[Name] = []
        self._pointed = ""
        self.after_arriving: Callable[[], None] = lambda: None
        listing.listen(lambda _found: self.renew() if self.scope == "listed" else self._show())
        opening.listen(lambda _article: self.renew() if self.scope == "here" else None)

    def renew(self) -> None:
        """Ask for the names of the scope anew."""
        scope, article, found = self.scope, self._opening.article, self._listing.found
        listed = found.listing.keys if found and found.scope.narrowings() else None
        self._desk.jobs.ask(
            "names",
            lambda cancelled: names_of(
                self._desk.library, scope, article.id if article else None, listed, cancelled
            ),
            self._arrive,
            failed=self._fail,
        )

    def _fail(self, error: BriefreaderError) -> None:
        if not isinstance(error, NothingFound):  # an article whose file is gone stays in sight with its names
            self._desk.say(str(error))

    def _arrive(self, names: list[Name]) -> None:
        self._names = names
        self._show()
        if self._pointed:
            self._desk.sidebar.go_to_entity(self._pointed)
            self._pointed = ""
        self.after_arriving()

    def point_at(self, mention: Mention) -> None:
        """Let the cursor go to the name that was jumped to, now or once the names of its article are here.

        It stays where it is if the name is out of sight: to turn the page at each step takes kilobytes.
        """
        known = listed_as(mention)
        self._pointed = "" if self._desk.sidebar.go_to_entity(known, unseen=False) else known

    def _show(self) -> None:
        chosen = {entity.id for entity in (*self._listing.scope.only, *self._listing.scope.without)}
        shown = ordered(filtered(self._names, self.filter), self.order)
        self._desk.sidebar.filter = self.filter
        self._desk.sidebar.counted = _COLUMNS[self.scope]
        self._desk.sidebar.show(
            [EntityRow(name.entity, name.shown_in(self.scope), name.entity.id in chosen) for name in shown]
        )

    @property
    def picked(self) -> Name | None:
        """The name under the cursor."""
        entity = self._desk.sidebar.entity
        return next((name for name in self._names if entity and name.entity.id == entity.id), None)

    @property
    def chosen(self) -> Entity | None:
        """The entity under the cursor; None where its name is ambiguous."""
        picked = self.picked
        return picked.entity if picked and not picked.words else None

    def narrow_to(self, words: str) -> None:
        """Show only the names that have these words."""
        self.filter = words.lstrip()
        self._show()
        self._desk.sidebar.go_top()

    def tell_when(self) -> None:
        """Show below the names how often the one under the cursor was in the news, month by month."""
        entity = self.chosen
        if entity is None:
            self._date(())
        else:
            library = self._desk.library
            self._desk.jobs.ask("months", lambda _cancelled: library.months(entity.id), self._date)

    def _date(self, months: Sequence[tuple[str, int]]) -> None:
        sidebar = self._desk.sidebar
        sidebar.when = spark(months, sidebar.size.width - 2, glyphs.current().bars)

    def step_back(self) -> bool:
        """Clear the filter; tell whether there was one."""
        had = bool(self.filter)
        if had:
            self.narrow_to("")
        return had

    @action("sidebar.open", when=lambda self: self.picked)
    def open(self) -> None:
        """Jump to the first mention: in this article, or in the first of those listed."""
        from briefreader.ui.controllers.trail import NameTrail, UnsureTrail

        picked, article = self.picked, self._opening.article
        if picked and picked.words and article:
            self._follow(UnsureTrail(picked.words, article.key))
            self._desk.say(f"{picked.words} may be {' or '.join(picked.could_mean)}: counted for neither")
        elif picked and self.scope == "here":
            self._follow(NameTrail(picked.entity))
        elif picked:
            self._jump(NameTrail(picked.entity))

    def _follow(self, trail: Trail) -> None:
        self._opening.lit.follow(trail, near=0)
        self._desk.use("article")

    def _jump(self, trail: NameTrail) -> None:
        found = self._listing.found
        listed = found.listing.keys if found else []
        self._opening.lit.trail = trail
        self._desk.jobs.ask(
            "first mention",
            lambda _cancelled: next(iter(trail.keys(self._desk.library, listed)), None),
            lambda key: self._arrive_at(key, trail),
        )

    def _arrive_at(self, key: int | None, trail: NameTrail) -> None:
        if key is None:
            self._desk.say(f"No article listed mentions {trail.label}")
            return
        self._listing.select(key)
        self._opening.open(key, at="first")

    @action("sidebar.narrow", when=lambda self: self.chosen)
    def narrow(self) -> None:
        """List only the articles that mention it, or undo that."""
        if self.chosen:
            self._listing.narrow(self.chosen)

    @action("sidebar.without", when=lambda self: self.chosen)
    def without(self) -> None:
        """List only the articles that do not mention it, or undo that."""
        if self.chosen:
            self._listing.exclude(self.chosen)

    @action("sidebar.scope")
    def next_scope(self) -> None:
        """Go from the names here to those listed, to all, and back."""
        self.scope = SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)]
        self._desk.say(f"Names {_SCOPE_TITLES[self.scope]}")
        self.renew()

    @action("sidebar.sort")
    def next_order(self) -> None:
        """Order by count, by name, by first appearance."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._desk.say(f"Names by {self.order}" if self.order != "first" else "Names by first appearance")
        self._show()
