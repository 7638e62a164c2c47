"""The reader, walked through every screen over a hostile collection, sends nothing but its own sequences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.text.sanitize import sanitize_line
from tests.hostile.conftest import Hostile
from tests.hostile.escapes import foreign_controls
from tests.hostile.payloads import PAYLOADS
from tests.pty.driver import Terminal

VIEWS = {"t": "Timeline", "w": "Mentioned together", "i": "Import report", "n": "Notebook"}


@pytest.fixture
def reader(hostile: Hostile, tmp_path: Path) -> Iterator[Terminal]:
    """Open the collection and wait until it is indexed; afterwards, judge all that was sent."""
    with Terminal(["briefreader", str(hostile.folder)], home=tmp_path, size=(140, 40)) as terminal:
        terminal.until(lambda screen: f"1/{hostile.count}" in screen and "Body" in screen)
        search_until_found(terminal, hostile)
        yield terminal
        terminal.press("ctrl+c")
        assert terminal.wait() == 0
        assert foreign_controls(bytes(terminal.output)) == set()
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def search_until_found(terminal: Terminal, hostile: Hostile) -> None:
    """Search for a word that every article has, and end the search when all are indexed."""
    terminal.press("/", "marker")
    terminal.until(f"{hostile.count} articles · best first", seconds=60)
    terminal.press("escape")
    terminal.until(lambda screen: "date" in screen.splitlines()[0])
    # The cursor stays with the best hit when the search ends: the walk begins at the top.
    terminal.press("g", "g")
    terminal.until(lambda screen: f" 1/{hostile.count} " in screen and f"Body {hostile.count - 1} " in screen)


def test_every_article_is_shown_with_marks_for_what_it_tries(reader: Terminal, hostile: Hostile) -> None:
    seen = set()
    for number in reversed(range(hostile.count)):
        screen = reader.until(lambda screen, awaited=f"Body {number} ": awaited in screen)
        seen |= {name for name, payload in PAYLOADS.items() if sanitize_line(payload).strip() in screen}
        if number:
            reader.press("J")
    assert {
        "window-title",
        "clipboard",
        "colour",
        "c1-osc",
        "bidi-override",
        "markup",
        "markup-action",
    } <= seen


def test_searching_filtering_and_finding_stay_clean(reader: Terminal, hostile: Hostile) -> None:
    reader.press("/", "testova")
    reader.until(lambda screen: "articles · best first" in screen and " testova " in screen)
    reader.press("enter")
    for _ in range(40):
        reader.press("n")
    assert "hit" in reader.until("hit ")
    reader.press("f", "agreed", "enter", "escape")
    reader.until("hit ")


def test_a_pasted_attack_is_searched_for_as_marks(reader: Terminal) -> None:
    for payload in PAYLOADS.values():
        if "\n" not in payload:
            reader.press("/")
            reader.until("Go to hit")
            reader.press(f"\x1b[200~x{payload.replace(chr(27), '')}\x1b[201~", "escape")
            reader.until(lambda screen: "Go to hit" not in screen)
    assert reader.until("articles ·")


@pytest.mark.parametrize("key", VIEWS)
def test_every_view_of_the_collection_stays_clean(reader: Terminal, key: str) -> None:
    reader.press("g", key)
    assert reader.until(VIEWS[key])
    reader.press("j", "j", "G", "g", "g", "q")
    reader.until("articles ·")


def test_names_help_and_palette_stay_clean(reader: Terminal) -> None:
    reader.press("G")
    reader.until("Testova")
    reader.press("tab", "tab", "#", "#", "j", "j", "enter")
    reader.press("?", "note")
    reader.until(lambda screen: "Keys" in screen and "note" in screen)
    reader.press("escape")
    reader.until(lambda screen: "─ Keys ─" not in screen)
    reader.press(":", "theme")
    assert reader.until("Choose the colours")
    reader.press("escape")
    reader.until(lambda screen: "─ Commands ─" not in screen)


def test_notes_and_quotes_stay_clean(reader: Terminal) -> None:
    reader.press("G", "enter")
    reader.until("Body 0 ")
    reader.press('"', "g", "n")
    assert reader.until("Notebook 1")
    reader.press("q")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)], ids=str)
def test_no_size_of_terminal_lets_anything_through(reader: Terminal, size: tuple[int, int]) -> None:
    reader.resize(*size)
    reader.press("G", "enter")
    assert reader.until("Body 0 ")
