"""Below sixty columns or twenty lines there is one clear line, on every screen, and nothing is lost by it."""

from __future__ import annotations

import pytest

from briefreader.ui.widgets.too_small import sentence
from tests.ui.conftest import Opens
from tests.ui.reader import Reader

SMALL = [(59, 40), (120, 19), (30, 10), (17, 3), (9, 2), (3, 1), (1, 1)]
SCREENS = {
    "list": (),
    "search line": ("slash", "a"),
    "help": ("question_mark",),
    "palette": ("colon",),
    "notebook": ("g", "n"),
    "timeline": ("g", "t"),
    "stories": ("g", "o"),
    "together": ("g", "w"),
    "concordance": ("g", "k"),
    "report": ("g", "i"),
    "themes": ("T",),
    "names in the drawer": ("e",),
    "comparison": ("c", "j", "c"),
}


def lines(reader: Reader) -> list[str]:
    """What the terminal shows, without the blanks behind it."""
    screen = reader.app.screen
    strips = screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_every_screen_says_it_in_one_line_and_comes_back_whole(
    opened: Opens, keys: tuple[str, ...]
) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press(*keys)
        await reader.pilot.pause()
        for width, height in SMALL:
            await reader.pilot.resize_terminal(width, height)
            await reader.until(lambda width=width: "".join(lines(reader)).strip() == sentence(width))
        await reader.pilot.resize_terminal(80, 24)
        await reader.until(lambda: len(lines(reader)) == 24 and sentence(80) not in "".join(lines(reader)))
        assert sum(map(bool, lines(reader))) > 12


async def test_what_is_opened_in_too_small_a_terminal_is_there_when_it_grows(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.pilot.resize_terminal(20, 5)
        await reader.press("g", "n")
        await reader.until(lambda: "".join(lines(reader)).strip() == sentence(20))
        await reader.pilot.resize_terminal(80, 24)
        await reader.until(lambda: any("Notebook" in line for line in lines(reader)))


def test_the_sentence_is_as_long_as_there_is_room_for() -> None:
    said = [sentence(columns) for columns in range(60)]
    assert all(len(each) <= columns for columns, each in enumerate(said))
    assert "60 columns and 20 lines" in said[59]
    assert all("small" in each for each in said[5:50])
