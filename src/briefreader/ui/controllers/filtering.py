"""Filtering the list by typing part of a title, source, author or date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, filter_question

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing


class Filtering:
    """Filters at each key; Enter keeps the filter, Escape the one before."""

    def __init__(self, prompting: Prompting, listing: Listing) -> None:
        self._prompting, self._listing = prompting, listing

    @action("list.filter")
    def open(self) -> None:
        """Ask for words."""
        before = self._listing.scope.words
        self._prompting.ask(filter_question(before, self._filter, "part of a title, source, author or date"))
        self._listing.get_ready()

    def _filter(self, words: str) -> None:
        if words.strip() != self._listing.scope.words:
            self._listing.go(replace(self._listing.scope, words=words.strip()))
