"""Python looks for garbage again once the reader has started, whatever was typed meanwhile."""

from __future__ import annotations

import gc

import pytest

from briefreader.ui import garbage
from briefreader.ui.screens.main import MainScreen
from tests.ui.conftest import Opens


async def test_who_types_before_the_screen_is_complete_gets_a_reader_that_looks_for_garbage(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete = MainScreen._complete

    def typed_ahead(screen: MainScreen) -> None:
        assert screen.crew
        complete(screen)

    monkeypatch.setattr(MainScreen, "_complete", typed_ahead)
    garbage.put_off()
    try:
        async with opened() as reader:
            await reader.until(gc.isenabled)
    finally:
        gc.unfreeze()
        gc.enable()
