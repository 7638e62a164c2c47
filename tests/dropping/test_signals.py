"""A signal ends the reader as its own key would: nothing is lost, the terminal is left as it was found."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from briefreader.library import Library
from tests.dropping.conftest import Opens, assert_sane, is_open
from tests.pty.driver import Terminal

ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
# What modern terminals answer: reports of their size, and of the mouse in pixels, are then switched on too.
OTHER = "sh -c 'echo at work; read a </dev/tty'"
MODERN = {b"\x1b[?2048$p": b"\x1b[?2048;2$y"}


def read_on_and_note(terminal: Terminal) -> None:
    terminal.until(is_open)
    terminal.press("enter")
    terminal.until("f Find")
    terminal.press("d", "d")
    terminal.until(lambda screen: "Part 0." not in screen and "Part 5." in screen)
    terminal.press("a")
    terminal.until("Enter Save")
    terminal.press("kept through it all", "enter")
    terminal.until(lambda screen: "✎" in screen or "Noted" in screen)


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_place_and_notes_outlive_a_signal_and_the_terminal_is_sane(
    reader: Opens, home: Path, collection: Path, number: signal.Signals
) -> None:
    with reader(answers=MODERN) as terminal:
        read_on_and_note(terminal)
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert terminal.after_leaving() == (
            f"briefreader: ended by {number.name}; what you read and marked is kept"
        )
        assert_sane(terminal)
    with Library.open(collection) as library:
        (note,) = library.marks.notes()
        assert note.text == "kept through it all"
        assert (library.marks.of(note.article).place or 0) > 300


@pytest.mark.parametrize(
    ("keys", "awaited"),
    [(("/", "ferry"), "best first"), ((":", "note"), "─ Commands"), (("g", "t"), "─ Timeline")],
    ids=["search", "palette", "timeline"],
)
def test_a_signal_ends_the_reader_wherever_it_is(reader: Opens, keys: tuple[str, ...], awaited: str) -> None:
    with reader() as terminal:
        terminal.until(is_open)
        terminal.press(*keys)
        terminal.until(awaited)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert "ended by SIGTERM" in terminal.after_leaving()
        assert_sane(terminal)


@pytest.mark.parametrize(
    ("keys", "awaited"),
    [(("/", "ferry"), "best first"), (("t", "port"), "tag port"), ((":", "note"), "Go to all notes")],
    ids=["search", "tag", "palette"],
)
def test_ctrl_c_leaves_from_a_line_that_is_being_typed_and_copies_nothing(
    reader: Opens, keys: tuple[str, ...], awaited: str
) -> None:
    with reader() as terminal:
        terminal.until(is_open)
        terminal.press(*keys)
        terminal.until(awaited)
        terminal.press("ctrl+x", "ctrl+c")
        assert terminal.wait() == 0
        assert b"\x1b]52" not in terminal.output
        assert_sane(terminal)


def test_ctrl_c_held_down_leaves_as_one_does(reader: Opens) -> None:
    with reader() as terminal:
        terminal.until(is_open)
        while terminal.status() is None:
            terminal.press("ctrl+c")
            terminal._read(time.monotonic() + 0.01)
        assert terminal.wait() == 0
        assert set(terminal.after_leaving()) <= set("^C")  # the echo of those that came too late
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def test_ctrl_c_in_the_pager_is_for_the_pager_alone(reader: Opens) -> None:
    pager = "sh -c 'trap \"echo interrupted\" INT; echo paging; read a </dev/tty; read b </dev/tty'"
    with reader(env={"PAGER": pager}) as terminal:
        terminal.until(is_open)
        terminal.press("v", "p")
        terminal.until("paging")
        terminal.press("ctrl+c")
        terminal.until("interrupted")
        terminal.press("enter", "enter")
        terminal.until(is_open)
        terminal.press("Q")
        assert terminal.wait() == 0
        assert_sane(terminal)


@pytest.mark.parametrize("key", ["p", "e"], ids=["pager", "editor"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_lets_another_program_end_first_and_then_ends_the_reader(
    reader: Opens, collection: Path, number: signal.Signals, key: str
) -> None:
    with reader(env={"PAGER": OTHER, "EDITOR": OTHER}) as terminal:
        read_on_and_note(terminal)
        terminal.press("v", key)
        terminal.until("at work")
        terminal.signal(number)
        terminal.press("enter")
        assert terminal.wait() == 128 + number
        assert f"ended by {number.name}" in terminal.after_leaving()
        assert_sane(terminal)
    with Library.open(collection) as library:
        (note,) = library.marks.notes()
        assert (library.marks.of(note.article).place or 0) > 300


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_command_that_is_ended_says_so_and_gives_the_cursor_back(
    reader: Opens, number: signal.Signals
) -> None:
    slow = (
        "from briefreader.library import Library\n"
        "from briefreader.model import Progress\n"
        "import time\n"
        "def sync(self, progress=None, **more):\n"
        "    progress(Progress('read', 1, 2))\n"
        "    while True: time.sleep(0.05)\n"  # pause() would sleep through a signal that came just before
        "Library.sync = sync"
    )
    with reader("index", changed=slow) as terminal:
        terminal.until("Reading")
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert f"briefreader: ended by {number.name}; what was done is kept" in terminal.text
        assert bytes(terminal.output).rpartition(b"\x1b[?25")[2].startswith(b"h")
        assert terminal.termios_now == terminal.termios_before
