"""Handing an article to another program: pager, editor, browser, or a command of the reader's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from briefreader.errors import BriefreaderError
from briefreader.model import Article
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.outside import programs

if TYPE_CHECKING:
    from briefreader.ui.app import ReaderApp
    from briefreader.ui.desk import Desk


class Outside:
    """Gives the terminal to a program and takes it back; programs get arguments, never a shell line."""

    def __init__(self, app: Callable[[], ReaderApp], desk: Desk, prompting: Prompting) -> None:
        self._app, self._desk, self._prompting = app, desk, prompting

    @property
    def _chosen(self) -> bool:
        return self._desk.here is not None

    @action("open.pager", when=lambda self: self._chosen)
    def page(self) -> None:
        """Read the article in the pager."""
        self._with_article(
            lambda article: self._run(lambda: programs.pager(self._desk.settings), text=_plain(article))
        )

    @action("open.editor", when=lambda self: self._chosen)
    def edit(self) -> None:
        """Open the article's file in the editor."""
        library, settings = self._desk.library, self._desk.settings
        self._with_article(
            lambda article: self._run(lambda: programs.editor(settings, library.file(article.key)))
        )

    @action("open.browser", when=lambda self: self._chosen and self._desk.here.url)
    def browse(self) -> None:
        """Open the article's address in the browser."""
        self._with_article(lambda article: self.visit(article.url))

    def visit(self, address: str | None) -> None:
        """Open a web address in the browser."""
        self._run(lambda: programs.browser(self._desk.settings, address))

    @action("open.pipe", when=lambda self: self._chosen)
    def pipe(self) -> None:
        """Ask for a command and send it the article's text."""
        self._prompting.ask(
            Question(
                label="|",
                verb="Run",
                placeholder="a command that reads the article, such as: wc -w",
                accepted=self._pipe_to,
            )
        )

    def _pipe_to(self, line: str) -> None:
        if line.strip():
            self._with_article(
                lambda article: self._run(lambda: programs.arguments(line), text=_plain(article), wait=True)
            )

    def _with_article(self, then: Callable[[Article], None]) -> None:
        chosen = self._desk.here
        if chosen:
            self._desk.jobs.ask(
                "article for a program", lambda _cancelled: self._desk.library.article(chosen.key), then
            )

    def _run(
        self, command: Callable[[], Sequence[str]], *, text: str | None = None, wait: bool = False
    ) -> None:
        try:
            arguments = command()
            with self._app().suspend():
                status = programs.run(arguments, text)
                if wait:
                    _await_enter()
        except BriefreaderError as error:
            self._desk.say(str(error))
        except SuspendNotSupported:
            self._desk.say("This terminal cannot be given to another program")
        else:
            self._desk.say(f"{arguments[0]} ended with status {status}" if status else "")


def _await_enter() -> None:
    with suppress(EOFError, OSError):
        input("\n[Enter goes back to briefreader] ")


def _plain(article: Article) -> str:
    return f"{article.title}\n\n{article.text}\n"
