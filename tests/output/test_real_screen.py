"""What the terminal shows after many frames is what it shows when everything is painted anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.resources import sample_corpus
from tests.pty.driver import Terminal

# No step ends in a passing message: the next key, ctrl+l too, takes it away by itself.
STEPS = (
    ("j", "j", "j"),
    ("enter",),
    ("m", "m", "x"),
    ("space", "b", "escape"),
    ("tab", "down", "down"),
    ("?", "tab", "j", "j", "k"),
    ("escape", "escape"),
)
# Steps down and up are waited for one by one: in a burst they may come to one frame that moves nothing up.
ACROSS = (
    ("enter",),
    ("j",),
    ("j", "j"),
    ("k",),
    ("6", "j"),
    ("space",),
    ("k",),
    ("escape",),
    ("G", "g", "g"),
)


def look(terminal: Terminal) -> list[str]:
    """Return every cell with its colours, blanks without that of their letters."""
    screen = terminal._screen
    return [
        "".join(
            f"{cell.data}{cell.fg if cell.data != ' ' else ''}{cell.bg}{cell.reverse:d}"
            for cell in (screen.buffer[row][column] for column in range(screen.columns))
        )
        for row in range(screen.lines)
    ]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home where the sample has been read, and is not read again."""
    with Terminal(["briefreader", "index", str(sample_corpus())], home=tmp_path) as first:
        assert first.wait() == 0
    config = tmp_path / "config" / "briefreader"
    config.mkdir(parents=True, exist_ok=True)
    (config / "config.yaml").write_text("list:\n  update: no\n")
    return tmp_path


@pytest.mark.parametrize("environment", [{"COLORTERM": "truecolor"}, {"NO_COLOR": "1"}])
def test_painting_everything_anew_changes_nothing(home: Path, environment: dict[str, str]) -> None:
    command = ["briefreader", str(sample_corpus())]
    with Terminal(command, size=(120, 36), home=home, env=environment) as terminal:
        terminal.until("Names here")
        assert_painted_alike(terminal, STEPS)


def test_painting_anew_what_the_terminal_moved_by_itself_changes_nothing(home: Path) -> None:
    with Terminal(["briefreader", str(sample_corpus())], size=(60, 20), home=home) as terminal:
        terminal.until("17 articles")
        assert_painted_alike(terminal, ACROSS)
        assert b"\x1bD" in terminal.output
        assert b"\x1bM" in terminal.output


def assert_painted_alike(terminal: Terminal, steps: tuple[tuple[str, ...], ...]) -> None:
    """Press keys, and see after each step that painting everything anew makes no difference."""
    settled(terminal)
    for keys in steps:
        terminal.press(*keys)
        before = settled(terminal)
        terminal.press("ctrl+l")
        assert settled(terminal) == before


def settled(terminal: Terminal) -> list[str]:
    """Ask the program for nothing and read until it has nothing more to say."""
    terminal.settle(0.7)
    return look(terminal)
