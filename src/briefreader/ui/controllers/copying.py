"""Copying: text, passage, citation, path or address to the clipboard of the reader's own terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefreader import places
from briefreader.errors import OutOfReach
from briefreader.ui import osc52, textual_private
from briefreader.ui.citation import citation
from briefreader.ui.commands import action

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefreader.model import Article, ArticleInfo
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

NO_CLIPBOARD = ("linux", "vt", "dumb", "cons25")


class Copying:
    """Sends text by OSC 52; where the terminal cannot take it, into a file that it names."""

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
            self.copy(self._opening.passage().cut(self._opening.article.text), "the passage")

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
                lambda path: self.copy(path, "the path"),
            )

    @action("copy.url", when=lambda self: self._chosen and self._chosen.url)
    def url(self) -> None:
        """Copy the web address."""
        if self._chosen and self._chosen.url:
            self.copy(self._chosen.url, "the address")

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard, or into a file where that cannot be."""
        sequence = osc52.sequence(text, os.environ)
        able = not os.environ.get("TERM", "").startswith(NO_CLIPBOARD)
        if sequence and able and textual_private.write(self._app(), sequence):
            self._desk.say(f"Copied {what}")
        else:
            self._desk.say(_into_file(text, what))

    def _with_article(self, then: Callable[[Article], None]) -> None:
        chosen = self._chosen
        if chosen:
            self._desk.jobs.ask(
                "article to copy", lambda _cancelled: self._desk.library.article(chosen.key), then
            )


def _into_file(text: str, what: str) -> str:
    """Write ``text`` where only this user can read it, and say where."""
    path = places.state_root() / "copied.txt"
    try:
        places.private_directory(path.parent)
        path.unlink(missing_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(text)
    except (OSError, OutOfReach) as error:
        return f"Could not copy {what}: {error}"
    return f"This terminal takes no copy: {what} is in {path}"
