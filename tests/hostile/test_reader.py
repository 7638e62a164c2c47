"""The reader, walked through every screen over a hostile collection, sends nothing but its own sequences."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.text.sanitize import sanitize
from tests.hostile.collection import HONEST
from tests.hostile.conftest import Hostile
from tests.hostile.escapes import foreign_controls
from tests.hostile.payloads import PAYLOADS
from tests.pty.driver import Terminal

VIEWS = {"t": "─ Timeline", "w": "─ Mentioned together", "i": "─ Import report", "n": "─ Notebook"}


@pytest.fixture
def reader(hostile: Hostile, indexed: Path, tmp_path: Path, start: list[str]) -> Iterator[Terminal]:
    """Open the collection at the top of its list; afterwards, judge all that was sent."""
    home = tmp_path / "home"
    shutil.copytree(indexed, home)
    command = [*start, str(hostile.folder), str(hostile.wreck)]
    with Terminal(command, home=home, size=(140, 40)) as terminal:
        terminal.until(
            lambda screen: f"{hostile.count} articles" in screen and f"Body {hostile.count - 1} " in screen
        )
        yield terminal
        terminal.press("ctrl+c")
        assert terminal.wait() == 0, terminal.after_leaving()
        assert foreign_controls(bytes(terminal.output)) == set()
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def pane(screen: str) -> str:
    """Return what the middle pane shows, without blanks: where a line breaks is not of interest here."""
    shown = (line.split("││") for line in screen.splitlines())
    return "".join("".join(parts[1].split()) for parts in shown if len(parts) == 3)


def test_every_article_is_shown_as_its_sanitised_self(reader: Terminal, hostile: Hostile) -> None:
    exact = exactly_shown()
    for number in reversed(range(hostile.count)):
        reader.until(f"Body {number} ")
        for part in exact.get(number, ()):  # a frame may come in pieces
            reader.until(lambda screen, part=part: part in pane(screen))
        if number:
            reader.press("J")


def exactly_shown() -> dict[int, tuple[str, ...]]:
    """Return what must stand in the pane, of articles whose format has no say in how an attack is read.

    The reader of files takes soft hyphens and characters without any width out of a body: they are no text.
    """
    fillers = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
    return {
        3 * place: tuple(
            "".join(sanitize(part).split())
            for part in (
                f"Brief {3 * place} {payload} title",
                f"Ana{payload}Testova met Bruno Probst of the Ruritanian {payload} Bank".translate(fillers),
                HONEST,
            )
        )
        for place, payload in enumerate(PAYLOADS.values())
    }


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
    reader.until(lambda screen: VIEWS[key] not in screen and "articles ·" in screen)


def test_names_help_and_palette_stay_clean(reader: Terminal) -> None:
    reader.press("G")
    reader.until("Testova")
    reader.press("tab", "tab", "#", "#", "j", "j", "enter")
    reader.press("?", "note")
    reader.until(lambda screen: "─ Keys ─" in screen and "note" in screen)
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
    # Notes stand in the order of their articles, and there are more of them than rows; besides them the quote
    # just taken, and the article of the one attack that is fit for a tag.
    reader.until(f"─ Notebook {2 * len(PAYLOADS) + 2} ─")
    reader.press("f", "meeting")
    assert "“Body 0 tells of a meeting.”" in reader.until("─ Notebook 1 ─")
    reader.press("enter", "q")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)], ids=str)
def test_no_size_of_terminal_lets_anything_through(reader: Terminal, size: tuple[int, int]) -> None:
    reader.resize(*size)
    reader.press("G", "enter")
    assert reader.until("Body 0 ")
