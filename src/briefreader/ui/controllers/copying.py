"""Copying: text, passage, citation, path or address to the clipboard of the reader's own terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefreader.ui import textual_private
from briefreader.ui.commands import action
from briefreader.ui.contents.citation import citation
from briefreader.ui.contents.quoted import quoted
from briefreader.ui.outside import clipboard

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefreader.model import Article, ArticleInfo
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk
    from briefreader.ui.outside.clipboard import Handed


class Copying:
    """Hands text over to the clipboard."""

    def __init__(self, app: Callable[[], ReaderApp], desk: Desk, opening: Opening) -> None:
        self._app, self._desk, self._opening = app, desk, opening

    @property
    def _chosen(self) -> ArticleInfo | None:
        return self._desk.here or self._opening.article

    @action("copy.text", when=lambda self: self._chosen)
    def text(self) -> None:
        """Copy the article's text."""
        self._with_article(lambda article: self.copy(article.text, "the article"))

    @action("copy.passage", when=lambda self: self._opening.article)
    def passage(self) -> None:
        """Copy the paragraph of the current hit."""
        if self._opening.article:
            self.copy(self._opening.sight.passage().cut(self._opening.article.text), "the passage")

    @action("copy.citation", when=lambda self: self._chosen)
    def citation(self) -> None:
        """Copy the citation."""
        if self._chosen:
            self.copy(citation(self._chosen), "the citation")

    @action("copy.path", when=lambda self: self._chosen)
    def path(self) -> None:
        """Copy the path of the file."""
        chosen = self._chosen
        if chosen:
            self._desk.jobs.ask(
                "path",
                lambda _cancelled: os.fspath(self._desk.library.file(chosen.key)),
                lambda path: self.copy(quoted(path), "the path"),
            )

    @action("copy.url", when=lambda self: self._chosen and self._chosen.url)
    def url(self) -> None:
        """Copy the web address."""
        if self._chosen and self._chosen.url:
            self.copy(self._chosen.url, "the address")

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard; say where it is besides."""
        self._desk.jobs.ask(
            "copy",
            lambda _cancelled: clipboard.hand_over(text, self._desk.settings),
            lambda handed: self._finish(handed, what),
        )

    def _finish(self, handed: Handed, what: str) -> None:
        if handed.sequence:
            textual_private.write(self._app(), handed.sequence)
        self._desk.say(handed.told(what))

    def _with_article(self, then: Callable[[Article], None]) -> None:
        chosen = self._chosen
        if chosen:
            self._desk.jobs.ask(
                "article to copy", lambda _cancelled: self._desk.library.article(chosen.key), then
            )
