"""The reader comes to the size that its terminal has, however that is told."""

from __future__ import annotations

from textual.events import Resize
from textual.geometry import Size

from tests.ui.conftest import Opens

OLDER, NOW = Size(80, 24), Size(120, 36)


async def test_an_older_size_told_last_is_not_kept(opened: Opens) -> None:
    async with opened(size=NOW) as reader:
        await reader.pilot.resize_terminal(*OLDER)
        await reader.pilot.resize_terminal(*NOW)
        reader.app.post_message(Resize(OLDER, OLDER))
        await reader.until(lambda: reader.app.size == OLDER)
        await reader.until(lambda: reader.app.size == NOW)
