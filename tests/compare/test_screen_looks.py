"""What the compare screen looks like at three sizes, in its facts, and without colours or Unicode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from briefreader.library import Library
from briefreader.settings import Settings
from briefreader.ui.app import ReaderApp
from briefreader.ui.outside.terminal import Terminal
from tests.compare.comparing import compare
from tests.ui.reader import Reader

Looks = Callable[..., bool]


@pytest.fixture
def looks_as_before(snap_compare: Any, library: Library, settings: Settings) -> Looks:
    """Compare the screen after some keys with the picture kept."""

    def look(size: tuple[int, int], *keys: str, terminal: Terminal | None = None) -> bool:
        app = ReaderApp(library, settings=settings, terminal=terminal)
        reader = Reader(app)

        async def play(pilot: Pilot[int]) -> None:
            reader.pilot = pilot
            while not reader.titles:
                await pilot.pause()
            await compare_when_read(reader, pilot)
            await reader.press(*keys)
            await settled(reader)

        return bool(snap_compare(app, terminal_size=size, run_before=play))

    return look


async def compare_when_read(reader: Reader, pilot: Pilot[int]) -> None:
    """Open the compare screen, giving messages a turn while it works."""
    reader.until = lambda holds: until(pilot, holds)  # type: ignore[method-assign]
    await compare(reader)


async def until(pilot: Pilot[int], holds: Callable[[], object]) -> None:
    while not holds():
        await pilot.pause()


async def settled(reader: Reader) -> None:
    """Wait until no work is left."""
    for _ in range(3):
        await reader.pilot.pause()
        await until(reader.pilot, lambda: all(worker.is_finished for worker in reader.app.workers))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_the_compare_screen_at_a_link(looks_as_before: Looks, size: tuple[int, int]) -> None:
    assert looks_as_before(size, "n", "n")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=str)
def test_the_facts_beside_the_accounts_or_over_them(looks_as_before: Looks, size: tuple[int, int]) -> None:
    assert looks_as_before(size, "f", "j")


def test_what_has_no_match_folded(looks_as_before: Looks) -> None:
    assert looks_as_before((120, 36), "o")


def test_the_compare_screen_in_ascii_without_colours(looks_as_before: Looks) -> None:
    assert looks_as_before((100, 30), "n", terminal=Terminal(colors=0, unicode=False))
