"""What was searched for before: the history, and searches saved under a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from briefreader.library.searches import SavedSearch
    from briefreader.ui.controllers.searching import Searching
    from briefreader.ui.desk import Desk


class SearchMemory:
    """Lists past queries and saved searches, and runs the one chosen."""

    def __init__(self, screen: Screen[None], desk: Desk, searching: Searching, prompting: Prompting) -> None:
        self._screen, self._desk, self._searching, self._prompting = screen, desk, searching, prompting

    @action("search.history", when=lambda self: self._searching.apt)
    def history(self) -> None:
        """Choose a query from the history."""
        self._prompting.cancel()
        self._desk.jobs.ask(
            "search history", lambda _cancelled: self._desk.library.searches.history(), self._show_history
        )

    def _show_history(self, queries: list[str]) -> None:
        if not queries:
            self._desk.say("Nothing was searched for yet")
            return
        self._choose("Searched before", [Choice(query, query) for query in queries], self._searching.run)

    @action("search.saved", when=lambda self: self._searching.apt)
    def saved(self) -> None:
        """Choose a saved search; those with new articles say so."""
        self._prompting.cancel()
        self._desk.jobs.ask(
            "saved searches", lambda _cancelled: self._desk.library.searches.saved(), self._show_saved
        )

    def _show_saved(self, searches: list[SavedSearch]) -> None:
        if not searches:
            self._desk.say("No search is saved yet; search, then save the search under a name")
            return
        choices = [
            Choice(one.name, one.name, lead=f"{one.new:,} new" if one.new else "", note=_described(one))
            for one in searches
        ]
        self._choose("Saved searches", choices, self._run_saved)

    def _run_saved(self, name: str) -> None:
        self._desk.jobs.ask(
            "saved search",
            lambda _cancelled: self._desk.library.searches.look_at(name),
            lambda query: self._searching.run(query or ""),
        )

    @action("search.save", when=lambda self: self._searching.query)
    def save(self) -> None:
        """Ask for a name and save the query under it; a name in use is taken over."""
        query = self._searching.query
        question = Question(
            label="save as",
            verb="Save",
            placeholder="a name for this search",
            accepted=lambda name: self._save(name, query),
            context="dialog",
        )
        self._searching.keep()
        self._prompting.ask(question)

    def _save(self, name: str, query: str) -> None:
        self._desk.jobs.change(
            lambda: self._desk.library.searches.save(name, query),
            lambda _done: self._desk.say(f"Saved as {name.strip()}"),
        )

    @action("search.forget")
    def forget(self) -> None:
        """Choose a saved search to drop."""
        self._desk.jobs.ask(
            "saved searches", lambda _cancelled: self._desk.library.searches.saved(), self._show_to_forget
        )

    def _show_to_forget(self, searches: list[SavedSearch]) -> None:
        choices = [Choice(one.name, one.name, note=_described(one)) for one in searches]
        self._choose("Forget a saved search", choices, self._forget)

    def _forget(self, name: str) -> None:
        self._desk.jobs.change(
            lambda: self._desk.library.searches.forget(name),
            lambda _done: self._desk.say(f"{name} is forgotten"),
        )

    def _choose(self, title: str, choices: list[Choice[str]], chosen: Callable[[str], None]) -> None:
        def take(value: str | None) -> None:
            if value is not None:
                chosen(value)

        self._screen.app.push_screen(Chooser(title, choices), take)


def _described(one: SavedSearch) -> str:
    return f"{one.query}  ({one.total:,} found)"
