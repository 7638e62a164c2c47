"""Where a text as wide as the screen moves by some lines, the terminal moves them."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.ui.output.shown import ShownScreen
from tests.output.test_shown import frame, look

COLUMNS, ROWS = 30, 12
INSIDE = COLUMNS - 2
STYLES = ("", "1;38;2;9;9;9", "7", "48;2;0;0;40")
LINES = st.lists(
    st.tuples(st.sampled_from(STYLES), st.text("ab 語é", max_size=INSIDE // 2)), min_size=30, max_size=40
)
TEXT = [("", f"line {number} of what is read") for number in range(40)]


class Window:
    """Two terminals over a framed text: one is sent everything, the other what a ShownScreen makes of it."""

    def __init__(self, left: str = "│", right: str = "│") -> None:
        self.full, self.spared = pyte.Screen(COLUMNS, ROWS), pyte.Screen(COLUMNS, ROWS)
        self._shown = ShownScreen(COLUMNS, ROWS)
        self.write(
            [(0, 0, "", "─" * COLUMNS), (ROWS - 1, 0, "", "─" * COLUMNS)]
            + [(row, 0, "2;31", left) for row in range(1, ROWS - 1)]
            + [(row, COLUMNS - 1, "2;31", right) for row in range(1, ROWS - 1)]
        )

    def write(self, runs: list[tuple[int, int, str, str]]) -> str:
        sent = self._shown.feed(frame(runs))
        pyte.Stream(self.full).feed(frame(runs).replace("\n", ""))
        pyte.Stream(self.spared).feed(sent)
        assert looks(self.spared) == looks(self.full)
        return sent

    def show(self, lines: list[tuple[str, str]], top: int) -> str:
        """Show the lines from ``top`` on and return what was sent for it."""
        sight = lines[top : top + ROWS - 2]
        return self.write([(row, 1, style, filled(text)) for row, (style, text) in enumerate(sight, start=1)])


def looks(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    return [[look(screen.buffer[row][column]) for column in range(COLUMNS)] for row in range(ROWS)]


def filled(text: str) -> str:
    wide = sum(char == "語" for char in text)
    return text + " " * (INSIDE - len(text) - wide)


@settings(max_examples=200, deadline=None)
@given(LINES, st.lists(st.integers(0, 20), min_size=1, max_size=8))
def test_wherever_one_scrolls_the_terminal_shows_what_is_there(
    lines: list[tuple[str, str]], tops: list[int]
) -> None:
    window = Window()
    for top in tops:
        window.show(lines, top)


@pytest.mark.parametrize(("before", "after"), [(0, 1), (1, 0), (0, 4), (9, 5)])
def test_only_the_lines_that_come_into_sight_are_sent(before: int, after: int) -> None:
    window = Window()
    window.show(TEXT, before)
    sent = window.show(TEXT, after)
    assert sent.count("line") == abs(after - before)
    assert "\x1b[2;11r" in sent
    assert sent.count("\x1b[r") == 1


def test_a_few_lines_that_change_are_not_worth_a_scroll() -> None:
    window = Window()
    window.show(TEXT, 0)
    assert "r" not in window.show([TEXT[0], TEXT[2], TEXT[1], *TEXT[3:]], 0).replace("read", "")


def test_beside_another_pane_nothing_is_moved() -> None:
    window = Window()
    beside = [(row, 16, "", f"name {row:8}") for row in range(1, ROWS - 1)]
    window.write([(row, 1, "", f"line {row:9}") for row in range(1, ROWS - 1)] + beside)
    sent = window.write([(row, 1, "", f"line {row + 1:9}") for row in range(1, ROWS - 1)])
    assert "\x1bD" not in sent


def test_what_is_not_known_beside_the_text_is_not_moved() -> None:
    window = Window()
    window.show(TEXT, 0)
    window._shown.forget()
    for top in (0, 1):
        sent = window.show(TEXT, top)
    assert "\x1bD" not in sent
