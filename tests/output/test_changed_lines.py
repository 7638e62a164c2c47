"""What a key sends to a real terminal: the lines that it changes, and no others."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.resources import sample_corpus
from tests.pty.driver import LIMIT, Terminal

QUIET_S = 1.0
COUNT = 34
"""The edge of the list's frame, where the selected are counted."""
_CONTROL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_GAPS = 24
"""Cells sent though they have not changed: a gap between two changes that is shorter than a move."""
_NAMES = 3
"""Rows in which the names go along: the one left, the one come to, and the months of that one."""
STATUS = 35
"""The row of the status bar: counts and hints change with most keys."""

Look = list[list[tuple[object, ...]]]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Terminal]:
    """The sample collection, read before, in a reader of which only the keys change the screen."""
    with Terminal(["briefreader", "index", str(sample_corpus())], home=tmp_path) as first:
        assert first.wait() == 0
    config = tmp_path / "config" / "briefreader"
    config.mkdir(parents=True, exist_ok=True)
    (config / "config.yaml").write_text("list:\n  update: no\nreading:\n  preview: no\n")
    with Terminal(["briefreader", str(sample_corpus())], size=(120, 36), home=tmp_path) as terminal:
        terminal.until(lambda screen: "17 articles" in screen and "Names here" in screen)
        terminal.press("g", "u")
        terminal.until(lambda screen: "1 of 3" not in screen)
        terminal.press("k")  # takes away what was said of the tour
        terminal.until(lambda screen: "g u" not in screen)
        terminal.settle(QUIET_S)
        yield terminal


def look(terminal: Terminal) -> Look:
    """Return what each cell shows, with its style."""
    screen = terminal._screen
    return [[screen.buffer[row][column] for column in range(screen.columns)] for row in range(screen.lines)]


class Painted:
    """What keys have painted.

    ``rows`` were written to, ``changed`` look different now; ``too_many`` cells were sent and did not change.
    """

    def __init__(self, terminal: Terminal, *keys: str, idle: bool = False) -> None:
        before, sent = look(terminal), len(terminal.output)
        terminal._screen.dirty.clear()
        terminal.press(*keys)
        if keys and not idle:
            terminal._read(time.monotonic() + LIMIT)
        terminal.settle(QUIET_S)
        after, data = look(terminal), bytes(terminal.output[sent:])
        self.changed = {row for row in range(len(after)) if after[row] != before[row]}
        self.rows = set(terminal._screen.dirty)
        self.bytes = len(data)
        cells = sum(
            a != b for old, new in zip(before, after, strict=True) for a, b in zip(old, new, strict=True)
        )
        self.too_many = len(_CONTROL.sub("", data.decode())) - cells


def rows_of(number: int) -> set[int]:
    """Return the lines of an article in the list at this width, counted from 0."""
    return {1 + 2 * number, 2 + 2 * number}


@pytest.mark.parametrize(
    ("keys", "left", "come_to"), [("j", 0, 1), ("jj", 0, 2), ("5j", 0, 5), ("jjk", 0, 1), ("xj", 0, 2)]
)
def test_the_cursor_of_the_list_repaints_what_it_leaves_and_where_it_comes_to(
    reader: Terminal, keys: str, left: int, come_to: int
) -> None:
    painted = Painted(reader, *keys)
    between = set().union(*(rows_of(number) for number in range(left, come_to + 2)))
    counted = {COUNT} if "x" in keys else set()
    assert painted.rows <= between | counted | {STATUS}
    assert rows_of(left) | rows_of(come_to) <= painted.rows
    assert painted.bytes <= 500 * len(keys)


def test_a_row_of_the_list_costs_its_changed_cells_and_not_a_line_more(reader: Terminal) -> None:
    for number in range(8):
        painted = Painted(reader, "j")
        assert painted.rows == painted.changed == rows_of(number) | rows_of(number + 1) | {STATUS}
        assert painted.too_many <= _GAPS
        assert painted.bytes <= 500


def test_the_next_mention_on_the_screen_repaints_the_two_mentions_and_their_names(reader: Terminal) -> None:
    open_first(reader)
    for key in "mmmM":
        painted = Painted(reader, key)
        assert painted.rows == painted.changed
        assert 0 < len(painted.rows - {STATUS}) <= 4 + _NAMES
        assert painted.too_many <= _GAPS
        assert painted.bytes <= 800


def test_the_next_find_repaints_the_two_finds_and_the_count(reader: Terminal) -> None:
    open_first(reader)
    reader.press("f", *"the", "enter")
    reader.until("“the” 1/")
    reader.settle(QUIET_S)
    for number, key in ((2, "n"), (3, "n"), (2, "N")):
        painted = Painted(reader, key)
        assert f"“the” {number}/" in reader.text
        assert painted.rows == painted.changed
        assert 0 < len(painted.rows - {STATUS}) <= 4
        assert painted.too_many <= _GAPS
        assert painted.bytes <= 800


def test_a_line_down_on_the_whole_screen_moves_the_lines_that_stay(reader: Terminal) -> None:
    reader.resize(60, 20)
    reader.settle(QUIET_S)
    reader.press("enter")
    reader.until("Enter Open")
    reader.settle(QUIET_S)
    for key in "jjjk":
        painted = Painted(reader, key)
        assert len(painted.changed) > 10
        assert painted.bytes <= 500


def test_what_changes_nothing_sends_nothing(reader: Terminal) -> None:
    assert Painted(reader, "k", idle=True).bytes == 0
    open_first(reader)
    assert Painted(reader, "k", idle=True).bytes == 0
    assert Painted(reader).bytes == 0


def open_first(terminal: Terminal) -> None:
    """Read the first article, and wait for its names."""
    terminal.press("enter")
    terminal.until("Note")
    terminal.settle(QUIET_S)
