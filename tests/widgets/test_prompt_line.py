"""The line that asks takes the keys whenever it is on a screen, and is no trouble when it is not."""

from __future__ import annotations

from textual.widgets import Input

from briefreader.ui.widgets.prompt_line import PromptLine
from briefreader.ui.widgets.status_bar import StatusBar
from tests.widgets.stage import staged


async def test_what_is_asked_before_the_line_is_on_its_screen_has_the_keys_once_it_is() -> None:
    line = PromptLine()
    async with staged(StatusBar()) as pilot:
        line.ask("Find:")
        await pilot.app.mount(line)
        await pilot.pause()
        assert pilot.app.focused is line.query_one(Input)
        await pilot.press("a")
        assert line.text == "a"


async def test_a_line_whose_screen_has_gone_can_still_be_asked() -> None:
    line = PromptLine()
    async with staged(line) as pilot:
        await line.remove()
        line.ask("Filter:", "left")
        await pilot.pause()
        assert line.asking
        assert pilot.app.focused is None
