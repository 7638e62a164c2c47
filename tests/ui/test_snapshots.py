"""What the reader looks like, at every size and in every kind of colour."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from textual.pilot import Pilot

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.outside.terminal import Terminal
from briefreader.ui.widgets.chord_table import ChordTable, fits
from briefreader.ui.widgets.virtual_list import VirtualList
from tests.ui.reader import PATIENCE_S, Reader

SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]
KINDS = {
    "colour": Terminal(),
    "sixteen": Terminal(colors=16),
    "mono": Terminal(colors=0),
    "ascii": Terminal(unicode=False),
}
SCENES = {
    "list": ("*", "x", "x", "D"),
    "names": ("tab", "tab", "+"),
    "reading": ("slash", *"grushko", "enter", "o", "f", *"moscow", "enter", "x"),
    "pending": ("g",),
    "help": ("?", *"note"),
    "notebook": ("enter", "a", *"ask the desk", "enter", "}", "quotation_mark", "g", "n"),
    "timeline": ("g", "t"),
    "together": ("g", "w"),
    "concordance": ("enter", "tab", "@", "right_parenthesis"),
    "about": ("enter", "tab", "="),
}
"""Each is painted at every size and in every kind of colours and signs, but not at each size in each kind."""
ROUND = [
    pytest.param(scene, size, kind, id=f"{scene}-{size[0]}x{size[1]}-{kind}")
    for turn, scene in enumerate(SCENES)
    for size, kind in zip(SIZES, [*KINDS][turn % 4 :] + [*KINDS][: turn % 4], strict=True)
]
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
    status = main.desk.status
    short = reader.app.keys.pending and not fits(status.hints, main.size.width)
    tabled = not short or reader.screen.query(ChordTable)
    lists = [each for screen in reader.app.screen_stack for each in screen.query(VirtualList)]
    at_work = any(not worker.is_finished for worker in reader.app.workers)
    return bool(reader.titles and shown and tabled and not at_work) and all(each.at_rest for each in lists)


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let notes be written on one day for ever."""
    noted = datetime(2031, 3, 5, 8, tzinfo=UTC)
    clock = SimpleNamespace(datetime=SimpleNamespace(now=lambda _zone: noted), UTC=UTC)
    monkeypatch.setattr("briefreader.library.marks.datetime", clock)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_search_and_its_hits(looks_as_before: Looks, size: tuple[int, int], kind: str) -> None:
    assert looks_as_before(size, "slash", *"kuleba", "enter", terminal=KINDS[kind])


@pytest.mark.parametrize(("scene", "size", "kind"), ROUND)
def test_a_screen(looks_as_before: Looks, scene: str, size: tuple[int, int], kind: str) -> None:
    assert looks_as_before(size, *SCENES[scene], terminal=KINDS[kind])


def test_the_names_as_a_drawer_with_a_filter(looks_as_before: Looks) -> None:
    assert looks_as_before((100, 30), "enter", "tab", "f", *"bor")


def test_a_terminal_that_is_too_small(looks_as_before: Looks) -> None:
    assert looks_as_before((59, 19))
