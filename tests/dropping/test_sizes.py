"""Any size of the terminal, and any haste in changing it, is survived."""

from __future__ import annotations

import pytest

from tests.dropping.conftest import Opens, assert_sane, is_open


def test_five_hundred_sizes_in_a_second_end_in_a_whole_screen(reader: Opens) -> None:
    with reader(size=(120, 36)) as terminal:
        terminal.until(is_open)
        for turn in range(500):
            terminal.resize(1 + (turn * 37) % 200, 1 + (turn * 13) % 60)
        terminal.resize(120, 36)
        terminal.until(is_open)
        terminal.press("?")
        terminal.until("Keys")
        terminal.press("escape")
        terminal.until(lambda screen: "Keys" not in screen)
        terminal.press("Q")
        assert terminal.wait() == 0
        assert_sane(terminal)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 40), (300, 2)], ids=str)
def test_a_reader_that_begins_in_no_room_at_all_grows_with_its_terminal(
    reader: Opens, size: tuple[int, int]
) -> None:
    with reader(size=size) as terminal:
        terminal.until(lambda _screen: {1049, 2004} <= terminal.modes_left_on())
        terminal.press("j", "/", "f", "escape", "?", "escape", "g", "t", "escape", ":", "escape")
        terminal.resize(120, 36)
        terminal.until(is_open)
        terminal.press("Q")
        assert terminal.wait() == 0
        assert_sane(terminal)
