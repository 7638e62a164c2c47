"""A glance at the article under the cursor: shown once the cursor rests, or to whoever leaves the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.model import Article
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.controllers.panes import Panes
    from briefreader.ui.desk import Desk


class Previewing:
    """Shows the article under the cursor beside the list, or to whoever goes from the list to where it is.

    While the list has the screen to itself nothing is read: ``_unseen`` keeps that the cursor has come to
    rest on an article that was not shown.
    """

    def __init__(self, desk: Desk, panes: Panes, opening: Opening) -> None:
        self._desk, self._panes, self._opening = desk, panes, opening
        self._unseen = False
        opening.listen_reading(self._read)

    def rested(self) -> None:
        """Show the article that the cursor has come to rest on, if there is a pane in sight for it."""
        if self._panes.current == "list" and self._wanted:
            self._unseen = not self._panes.shown.shows("article")
            if not self._unseen:
                self._show()

    def left(self) -> None:
        """Show the article that the cursor is on, unless it has been shown since the cursor came there."""
        gone = self._panes.current != "list"  # and not only to a line to type in
        in_haste = not self._desk.list.at_rest and self._panes.shown.shows("article")
        unseen = gone and (self._unseen or not self._desk.list.at_rest)
        if (self._wanted and (in_haste or unseen)) or (gone and self._opening.article is None):
            self._unseen = False
            self._show()

    @property
    def _wanted(self) -> bool:
        return self._desk.settings.reading.preview

    def _show(self) -> None:
        if article := self._desk.list.article:
            self._opening.preview(article)

    def _read(self, _article: Article) -> None:
        """Leave alone what was opened to be read: the cursor may be on another article then."""
        self._unseen = False
        self._desk.list.rest()
