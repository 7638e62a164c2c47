"""What the reader looks like, at every size and in every kind of colour."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.terminal import Terminal
from tests.ui.reader import PATIENCE_S, Reader

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]
KINDS = {
    "sixteen colours": Terminal(colors=16),
    "no colours": Terminal(colors=0),
    "ASCII": Terminal(unicode=False),
}
Looks = Callable[..., bool]


@pytest.fixture
def looks_as_before(snap_compare: Any, library: Library, settings: Settings) -> Looks:
    """Compare the screen after some keys with the picture kept."""

    def compare(size: tuple[int, int], *keys: str, terminal: Terminal | None = None) -> bool:
        app = ReaderApp(library, settings=settings, terminal=terminal)
        reader = Reader(app)

        async def play(pilot: Pilot[int]) -> None:
            reader.pilot = pilot
            await settled(reader)
            for key in keys:
                await reader.press(key)
                await settled(reader)

        return bool(snap_compare(app, terminal_size=size, run_before=play))

    return compare


async def settled(reader: Reader) -> None:
    """Wait until the list is filled, the article in sight is shown with its names, and no work is left."""
    quiet = 0
    async with asyncio.timeout(PATIENCE_S):
        while quiet < 3:
            await reader.pilot.pause()
            quiet = quiet + 1 if is_settled(reader) else 0


def is_settled(reader: Reader) -> bool:
    main = reader.main
    previews = main.context == "list" and main.panes.shown.shows("article")
    chosen, article = main.desk.list.article, main.opening.article
    shown = not previews or (chosen and article and chosen.id == article.id)
    return bool(reader.titles and shown) and all(worker.is_finished for worker in reader.app.workers)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_main_screen_at_every_size(looks_as_before: Looks, size: tuple[int, int]) -> None:
    assert looks_as_before(size)


@pytest.mark.parametrize("kind", KINDS)
def test_the_main_screen_in_fewer_colours_and_signs(looks_as_before: Looks, kind: str) -> None:
    assert looks_as_before((100, 30), "enter", terminal=KINDS[kind])


@pytest.mark.parametrize("size", SIZES[1:3], ids=str)
def test_a_search_with_its_hits(looks_as_before: Looks, size: tuple[int, int]) -> None:
    assert looks_as_before(size, "slash", *"kuleba", "enter")


def test_the_names_as_a_drawer_with_a_filter(looks_as_before: Looks) -> None:
    assert looks_as_before((100, 30), "enter", "tab", *"bor")


def test_help_over_the_main_screen(looks_as_before: Looks) -> None:
    assert looks_as_before((80, 24), "?")


def test_the_timeline(looks_as_before: Looks) -> None:
    assert looks_as_before((80, 24), "g", "t")
