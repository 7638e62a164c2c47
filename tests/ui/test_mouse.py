"""The mouse on a real terminal: it points, selects and scrolls, and is never needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.driver import Terminal

TEXT = """Ferry line reopens

The harbour office said that Ottilie Brandt signed on Monday.

Ottilie Brandt will speak on https://ferry.example/line at noon.
"""
LEFT = 0
DRAG, WHEEL_DOWN = 32, 65


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    collection = tmp_path / "articles"
    collection.mkdir()
    (collection / "a.txt").write_text(TEXT, encoding="utf-8")
    (collection / "b.txt").write_text(
        "Tides of the week\n\n" + "\n\n".join(f"Day {n} brings high water at {n % 12}." for n in range(90)),
        encoding="utf-8",
    )
    with Terminal(["briefreader", str(collection)], size=(120, 36), home=tmp_path) as terminal:
        terminal.until("2 articles")
        yield terminal
        terminal.press("Q")
        assert terminal.wait() == 0
        assert not terminal.modes_left_on()


def where(terminal: Terminal, words: str) -> tuple[int, int]:
    """Return row and column, from 0, of words in sight, those of the article rather than of the list."""
    lines = terminal.until(words).splitlines()
    row = next(number for number, line in enumerate(lines) if words in line)
    return row, lines[row].rindex(words)


def point(
    terminal: Terminal, words: str, button: int = LEFT, *, last: bool = False, up: bool = False
) -> None:
    """Send what a terminal sends for the mouse on the first letter of words in sight, or on the last."""
    row, column = where(terminal, words)
    column += len(words) if last else 1
    terminal.press(f"\x1b[<{button};{column};{row + 1}{'m' if up else 'M'}")


def look(terminal: Terminal, words: str) -> tuple[str, bool]:
    """Return how the first letter of words is painted."""
    row, column = where(terminal, words)
    cell = terminal._screen.buffer[row][column]
    return cell.bg, cell.reverse


def until_painted_otherwise(terminal: Terminal, words: str, before: tuple[str, bool]) -> None:
    terminal.until(lambda _screen: look(terminal, words) != before)


def draw_over(terminal: Terminal, words: str) -> None:
    before = look(terminal, words)
    point(terminal, words)
    point(terminal, words, DRAG, last=True)
    point(terminal, words, last=True, up=True)
    until_painted_otherwise(terminal, words, before)
    terminal.until(bar("a Note"))


def click(terminal: Terminal, words: str) -> None:
    point(terminal, words)
    point(terminal, words, up=True)


def open_first(terminal: Terminal) -> None:
    click(terminal, "Ferry line")
    terminal.until("The harbour office said")


def bar(holds: str) -> Callable[[str], bool]:
    return lambda screen: holds in screen.splitlines()[-1]


def test_a_click_on_a_row_goes_there_and_a_second_one_opens_it(terminal: Terminal) -> None:
    click(terminal, "b.txt")
    terminal.until("Day 1 brings")
    terminal.until(bar("s Sort"))
    click(terminal, "b.txt")
    terminal.until(bar("a Note"))


def test_a_click_on_a_name_in_the_text_follows_it(terminal: Terminal) -> None:
    open_first(terminal)
    terminal.until("People")
    click(terminal, "Ottilie Brandt will")
    terminal.until(bar("Ottilie Brandt 2/2"))
    terminal.press("N")
    terminal.until(bar("Ottilie Brandt 1/2"))


def test_a_click_on_an_address_makes_enter_open_it(terminal: Terminal) -> None:
    open_first(terminal)
    before = look(terminal, "https://ferry")
    click(terminal, "https://ferry")
    until_painted_otherwise(terminal, "https://ferry", before)
    terminal.until(bar("a Note"))
    terminal.press("enter")
    terminal.until("no browser is named")


def test_what_the_mouse_is_drawn_over_is_selected_and_can_be_copied(
    terminal: Terminal, tmp_path: Path
) -> None:
    open_first(terminal)
    draw_over(terminal, "harbour office said")
    terminal.press("y", "p")
    terminal.until("Copied the passage")
    assert (tmp_path / "state" / "briefreader" / "copied.txt").read_text("utf-8") == "harbour office said"


def test_a_click_beside_the_selection_drops_it(terminal: Terminal, tmp_path: Path) -> None:
    open_first(terminal)
    draw_over(terminal, "harbour office said")
    before = look(terminal, "harbour office said")
    click(terminal, "at noon")
    until_painted_otherwise(terminal, "harbour office said", before)
    terminal.press("y", "p")
    terminal.until("Copied the passage")
    copied = (tmp_path / "state" / "briefreader" / "copied.txt").read_text("utf-8")
    assert copied != "harbour office said"


def test_the_wheel_scrolls_what_it_is_over(terminal: Terminal) -> None:
    click(terminal, "Tides of")
    terminal.until("Day 1 brings")
    for _ in range(2):
        point(terminal, "Day 3 brings", WHEEL_DOWN)
    terminal.until(lambda screen: "Day 0 brings" not in screen)
    assert "b.txt" in terminal.text
