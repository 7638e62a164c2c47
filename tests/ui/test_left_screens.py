"""What a screen has painted is forgotten with it."""

from __future__ import annotations

import gc
from weakref import ref

from textual._styles_cache import StylesCache
from textual.widget import Widget

from tests.ui.conftest import Opens
from tests.ui.reader import Reader

Painted = list[tuple[ref[Widget], ref[StylesCache]]]


async def test_the_lines_of_a_screen_that_was_left_go_with_it(opened: Opens) -> None:
    async with opened() as reader:
        painted = [each for key in ("colon", "question_mark") * 3 for each in await _visit(reader, key)]
        await reader.until(lambda: gc.collect() >= 0 and any(widget() is None for widget, _ in painted))
        assert [kept for widget, lines in painted if widget() is None and (kept := lines())] == []


async def _visit(reader: Reader, key: str) -> Painted:
    """Open a screen and leave it; return its widgets that have painted, and where each keeps its lines."""
    await reader.press(key)
    await reader.until(lambda: len(reader.app.screen_stack) > 1 and _painted(reader))
    painted = _painted(reader)
    await reader.press("escape")
    await reader.until(lambda: len(reader.app.screen_stack) == 1)
    return painted


def _painted(reader: Reader) -> Painted:
    widgets = reader.screen.walk_children(with_self=True)
    return [(ref(each), ref(each._styles_cache)) for each in widgets if each._styles_cache._cache]
