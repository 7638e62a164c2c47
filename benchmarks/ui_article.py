"""The reading pane under load: 20,000 words with 5,000 highlights, shown, jumped in, resized."""

from __future__ import annotations

import asyncio
import random
import re
import statistics
import time
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult

from benchmarks.ui_material import text
from briefreader.model import Article, Block, Mention, Span
from briefreader.ui import garbage
from briefreader.ui.widgets.article_view import ArticleView

HIGHLIGHTS = 5_000


class Pane(App[None]):
    """Holds nothing but the reading pane."""

    def compose(self) -> ComposeResult:
        """Give the pane the whole screen."""
        yield ArticleView()


def long_article() -> tuple[Article, list[Mention], list[Span]]:
    """Return an article, and mentions and hits in it that are together ``HIGHLIGHTS``."""
    body = text(20_000, random.Random(3))
    at, blocks = 0, []
    for paragraph in body.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    words = [Span(*found.span()) for found in re.finditer(r"\w{4,}", body)]
    lit = random.Random(5).sample(words, HIGHLIGHTS)
    mentions = [Mention(span.start, span.end, span.cut(body), "person") for span in lit[: HIGHLIGHTS // 2]]
    info = {"id": "1", "path": "long.txt", "title": "A long report", "words": 20_000}
    return Article(**info, text=body, paragraphs=tuple(blocks)), mentions, sorted(lit[HIGHLIGHTS // 2 :])  # type: ignore[arg-type]


def measure_article() -> None:
    """Print the CPU time until each step is painted."""
    asyncio.run(_measure())


async def _measure() -> None:
    article, mentions, hits = long_article()
    garbage.put_off()
    app = Pane()
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.query_one(ArticleView)
        garbage.resume()
        shows, jumps, sizes = [], [], []

        def show() -> None:
            view.show(article)
            view.set_layer("mention", mentions)
            view.set_layer("hit", hits)
            view.go_to_span(hits[0])

        for run in range(5):
            shows.append(await _timed(lambda: _now(show), pilot.pause))
            for hit in random.Random(run).sample(hits, 10):
                jumps.append(await _timed(lambda hit=hit: _now(lambda: view.go_to_span(hit)), pilot.pause))  # type: ignore[misc]
            for columns in (80, 120):
                sizes.append(await _timed(lambda c=columns: pilot.resize_terminal(c, 40), pilot.pause))  # type: ignore[misc]
    for name, times in (("shown", shows), ("jump", jumps), ("resize", sizes)):
        print(
            f"20,000 words, {HIGHLIGHTS:,} highlights: {name:7} {statistics.median(times):6.1f} ms CPU "
            f"(slowest {max(times):.1f})"
        )


async def _now(work: Callable[[], None]) -> None:
    work()


async def _timed(work: Callable[[], Awaitable[None]], painted: Callable[[], Awaitable[None]]) -> float:
    began = time.process_time()
    await work()
    await painted()
    return (time.process_time() - began) * 1e3


if __name__ == "__main__":
    measure_article()
