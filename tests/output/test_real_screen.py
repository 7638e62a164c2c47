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
    ("?",),
    ("escape", "escape"),
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


@pytest.mark.parametrize("environment", [{"COLORTERM": "truecolor"}, {"NO_COLOR": "1"}])
def test_painting_everything_anew_changes_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    with Terminal(["briefreader", "index", str(sample_corpus())], home=tmp_path) as first:
        assert first.wait() == 0
    config = tmp_path / "config" / "briefreader"
    config.mkdir(parents=True, exist_ok=True)
    (config / "config.yaml").write_text("list:\n  update: no\n")
    command = ["briefreader", str(sample_corpus())]
    with Terminal(command, size=(120, 36), home=tmp_path, env=environment) as terminal:
        terminal.until("Names here")
        settled(terminal)
        for keys in STEPS:
            terminal.press(*keys)
            before = settled(terminal)
            terminal.press("ctrl+l")
            assert settled(terminal) == before


def settled(terminal: Terminal) -> list[str]:
    """Ask the program for nothing and read until it has nothing more to say."""
    import time

    while terminal._read(time.monotonic() + 0.7):
        pass
    return look(terminal)
