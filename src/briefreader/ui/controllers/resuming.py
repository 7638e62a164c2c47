"""Going on where one left off: the list comes back to the article, its order and its headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.ui.left_off import LeftOff

if TYPE_CHECKING:
    from briefreader.model import ArticleInfo
    from briefreader.ui.contents.scope import Found
    from briefreader.ui.screens.main import MainScreen


class Resuming:
    """Moves the cursor to the article last open, unless a hand was on the keyboard first."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen, self._desk, self._listing = screen, screen.desk, screen.listing
        self._last = self._wanted = screen.listing.left_off.article

    def begin(self) -> None:
        """Read the rest of the list and look for the article in it, and in what is listed after it."""
        self._listing.complete(self._look)
        self._listing.listen(self._look)
        if group := self._listing.left_off.group:
            self._listing.go(replace(self._listing.scope, group=group))

    def stay(self) -> None:
        """Leave the cursor where it is from now on: a key was pressed."""
        self._wanted = ""

    @property
    def _untouched(self) -> bool:
        return self._desk.list.cursor == 0 and self._screen.panes.current == "list"

    def _look(self, _found: Found) -> None:
        if self._wanted and self._untouched and self._desk.list.go_to_article(self._wanted):
            self._wanted = self._last = ""

    def keep(self) -> None:
        """Remember where one is: the reader is being left."""
        here, scope = self._here, self._listing.scope
        article = self._last if self._last and self._untouched else here.id if here else ""
        left = LeftOff(article, scope.order, scope.reversed, scope.group)
        left.keep(self._desk.library.collection.key)

    @property
    def _here(self) -> ArticleInfo | None:
        reading = self._screen.panes.current != "list"
        return (self._screen.opening.article if reading else None) or self._desk.list.article
