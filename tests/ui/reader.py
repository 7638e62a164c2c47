"""A hand on the reader's keyboard and an eye on its screen; it waits for messages, never for time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from textual.message import Message
from textual.pilot import Pilot

from briefreader.model import Article
from briefreader.ui.app import ReaderApp
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.screens.main import MainScreen

PATIENCE_S = 60
LOOK_AGAIN_S = 0.1
SPELT = {" ": "space", "/": "slash"}


class Reader:
    """Presses keys and tells what is shown."""

    pilot: Pilot[int]

    def __init__(self, app: ReaderApp) -> None:
        self.app = app
        # Between two keys of a chord this hand waits for an idle processor, which may take seconds.
        app.settings = replace(app.settings, keys=replace(app.settings.keys, patience=PATIENCE_S))
        self._noticed = asyncio.Event()

    def notice(self, _message: Message) -> None:
        """Take note that something has happened."""
        self._noticed.set()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait, message by message, until something holds."""
        async with asyncio.timeout(PATIENCE_S):
            while not holds():
                self._noticed.clear()
                with suppress(TimeoutError):  # a message is noticed before it has had its effect
                    await asyncio.wait_for(self._noticed.wait(), LOOK_AGAIN_S)

    async def press(self, *keys: str) -> None:
        """Press keys by their names."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, character by character."""
        await self.pilot.press(*(SPELT.get(character, character) for character in text))

    async def filter(self, words: str) -> None:
        """Narrow the list in use by words, and keep that."""
        await self.press("f")
        await self.type(words)
        await self.press("enter")

    async def search(self, query: str) -> None:
        """Search for a query and land on its first hit."""
        await self.press("slash")
        await self.type(query)
        await self.press("enter")
        await self.until(lambda: self.landed)

    async def read(self) -> None:
        """Open the article under the cursor and go there."""
        await self.press("enter")
        await self.until(lambda: self.article and self.place == "article")

    async def read_names(self) -> None:
        """Open the article under the cursor and wait for its names."""
        await self.press("enter")
        await self.until(lambda: self.names)

    async def menu(self, *keys: str) -> None:
        """Press keys that open a menu."""
        await self.press(*keys)
        await self.until(lambda: isinstance(self.screen, Chooser) and self.screen.is_mounted)

    async def choose(self, words: str) -> None:
        """Take the line with these words from a menu."""
        await self.type(words)
        await self.press("enter")

    @property
    def main(self) -> MainScreen:
        """The main screen, also while another one is over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def screen(self) -> Any:
        """The screen on top."""
        return self.app.screen

    @property
    def titles(self) -> list[str]:
        """The titles listed."""
        return [article.title for article in self.main.desk.list.listing]

    @property
    def article(self) -> Article | None:
        """The article that is open."""
        return self.main.opening.article

    @property
    def lit(self) -> str | None:
        """The words stepped to."""
        view = self.main.desk.article
        return view.current.cut(view.text) if view.current else None

    @property
    def landed(self) -> bool:
        """Whether keys go to the article and it was stepped to something there: no glance from the list."""
        return bool(self.lit and self.place == "article")

    @property
    def names(self) -> list[str]:
        """The names listed in the sidebar."""
        return [row.entity.name for row in self.main.desk.sidebar.rows]

    @property
    def said(self) -> str:
        """The sentence in the status bar."""
        return self.main.desk.status.message

    @property
    def place(self) -> str:
        """The pane or line that keys go to."""
        return self.main.context

    @property
    def hints(self) -> list[str]:
        """The titles of what the footer offers."""
        return [title for _key, title in self.main.desk.status.hints]


def remark(reader: Reader) -> str:
    """Return what is said beside the line that is typed in."""
    return str(reader.screen.query_one("#prompt .remark").visual)
