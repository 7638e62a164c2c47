"""A bare app for one widget, and what stands on its lines."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from briefreader.model import Article, ArticleInfo, Block, BlockKind, Fold, Span
from briefreader.ui.looks.themes import OWN_THEMES


class Stage(App[None]):
    """Shows one widget in one of the reader's themes and keeps the messages that come up from it."""

    CSS = "Screen > * { width: 1fr; height: 1fr; }"

    def __init__(self, widget: Widget, theme: str = "briefreader") -> None:
        super().__init__()
        self.widget = widget
        self.heard: list[Message] = []
        for own in OWN_THEMES:
            self.register_theme(own)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.widget


@asynccontextmanager
async def staged(
    widget: Widget, size: tuple[int, int] = (60, 20), theme: str = "briefreader"
) -> AsyncIterator[Pilot[None]]:
    app = Stage(widget, theme)
    async with app.run_test(size=size, message_hook=app.heard.append) as pilot:
        widget.focus()
        await pilot.pause()
        yield pilot


async def resized(pilot: Pilot[None], columns: int, rows: int) -> None:
    """Give the terminal another size, and wait until the widget has it."""
    assert isinstance(pilot.app, Stage)
    await pilot.resize_terminal(columns, rows)
    while pilot.app.widget.size.width != columns:
        await pilot.pause()
    await pilot.pause()


def heard(pilot: Pilot[None], kind: type[Message]) -> list[Message]:
    """Return the messages of a kind that the widget sent, each once."""
    assert isinstance(pilot.app, Stage)
    return list({id(message): message for message in pilot.app.heard if type(message) is kind}.values())


def lines(widget: Widget) -> list[str]:
    """Return what the widget paints, a string for each line."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def info(number: int, title: str = "", **more: object) -> ArticleInfo:
    values = {"source": "Heron Post", "published": f"2022-01-{number % 28 + 1:02}", "key": number} | more
    return ArticleInfo(id=f"{number:012x}", path=f"{number}.txt", title=title or f"Report {number}", **values)  # type: ignore[arg-type]


def article(
    *parts: str | tuple[BlockKind, str] | tuple[str, str, str], title: str = "A title", **more: object
) -> Article:
    """Build an article of parts: text, ``(kind, text)``, or ``("fold", reason, text)``."""
    text, blocks, folds = "", [], []
    for part in parts:
        start = len(text)
        kind, *rest = ("paragraph", part) if isinstance(part, str) else part
        text += rest[-1]
        if kind == "fold":
            folds.append(Fold(start, len(text), rest[0]))
        else:
            blocks.append(Block(start, len(text), kind))  # type: ignore[arg-type]
        text += "\n\n"
    values = {"paragraphs": tuple(blocks), "folds": tuple(folds)} | more
    return Article(id="1", path="1.txt", title=title, text=text.rstrip("\n"), **values)  # type: ignore[arg-type]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
