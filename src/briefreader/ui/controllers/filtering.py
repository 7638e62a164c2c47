"""Filtering the list by typing part of a title, source, author or date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question

if TYPE_CHECKING:
    from briefreader.ui.contents.scope import Found, Scope
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.desk import Desk
    from briefreader.ui.widgets.article_list import Standing


class Filtering:
    """Filters at each key; Enter keeps the filter where it leaves anything, Escape brings back what was."""

    def __init__(self, desk: Desk, prompting: Prompting, listing: Listing) -> None:
        self._desk, self._prompting, self._listing = desk, prompting, listing

    @action("list.filter")
    def open(self) -> None:
        """Ask for words."""
        before, standing = self._listing.scope.words, self._desk.list.standing
        self._prompting.ask(
            Question(
                "filter",
                verb="Keep",
                value=before,
                placeholder="part of a title, source, author or date",
                changed=self._filter,
                ready=self._leaves_any,
                accepted=lambda _words: None,
                cancelled=lambda: self._restore(before, standing),
                context="search",
            )
        )
        self._listing.get_ready()

    def _scope(self, words: str) -> Scope:
        return replace(self._listing.scope, words=words.strip())

    def _filter(self, words: str) -> None:
        if words != self._prompting.text:
            return  # letters have been typed since, and perhaps been entered
        if self._scope(words) != self._listing.scope:
            self._prompting.remark("")
            self._listing.go(self._scope(words))

    def _leaves_any(self, words: str) -> bool:
        """Tell whether any article has the words, or find that out and accept them then."""
        found, scope = self._listing.found, self._scope(words)
        if found and found.scope == scope:
            return self._told(found)
        self._desk.ahead.expect("listing")
        self._listing.go(scope, then=lambda _found: self._prompting.accept())
        return False

    def _told(self, found: Found) -> bool:
        """Say so where nothing is left of the list."""
        if found.total or not found.scope.words:
            return True
        self._prompting.remark(nothing_left(self._desk))
        return False

    def _restore(self, words: str, standing: Standing | None) -> None:
        """List what was listed, the cursor on its article and line; keys wait until it is there."""
        found, scope = self._listing.found, self._scope(words)
        untouched = found and found.scope == scope == self._listing.scope
        if not (untouched and self._desk.list.standing == standing):
            self._desk.ahead.expect("listing")
            self._listing.go(scope, back_to=standing)


def nothing_left(desk: Desk) -> str:
    """Return what to say beside words that nothing has."""
    return f"nothing has this; {desk.key('app.back')} brings back what was"
