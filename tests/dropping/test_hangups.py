"""The line drops without a word: the reader notices, keeps the place and ends."""

from __future__ import annotations

import os
import select
import signal
from pathlib import Path

import pytest

from briefreader.library import Library
from tests.dropping.conftest import Opens, is_open
from tests.pty.driver import LIMIT, Terminal

_DEAF = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"


@pytest.mark.parametrize("deaf", [False, True], ids=["hears-sighup", "ignores-sighup"])
def test_a_terminal_that_goes_away_ends_the_reader_and_keeps_the_place(
    reader: Opens, collection: Path, deaf: bool
) -> None:
    with reader(changed=_DEAF if deaf else "pass") as terminal:
        terminal.until(is_open)
        terminal.press("enter")
        terminal.until("f Find")
        terminal.press("d", "d")
        terminal.until(lambda screen: "Part 0." not in screen and "Part 5." in screen)
        terminal.hang_up()
        assert terminal.process_ends(LIMIT) == 128 + signal.SIGHUP
    with Library.open(collection) as library:
        assert any((library.marks.of(info.id).place or 0) > 300 for info in library.listing())


@pytest.mark.parametrize("key", ["p", "e"], ids=["pager", "editor"])
def test_a_terminal_that_goes_away_leaves_no_program_behind(
    reader: Opens, collection: Path, tmp_path: Path, key: str
) -> None:
    other = f"sh -c 'echo $$ >{tmp_path}/number; echo at work; read a </dev/tty'"
    with reader(env={"PAGER": other, "EDITOR": other}) as terminal:
        terminal.until(is_open)
        terminal.press("v", key)
        terminal.until("at work")
        running = os.pidfd_open(int((tmp_path / "number").read_text()))
        terminal.hang_up()
        assert terminal.process_ends(LIMIT) == 128 + signal.SIGHUP
        assert select.select([running], [], [], LIMIT)[0]
        os.close(running)
    with Library.open(collection) as library:
        assert library.sync().added == 0


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "</dev/null", ">/dev/null", "2>/dev/null"])
def test_without_one_of_the_three_streams_the_reader_does_not_begin(
    home: Path, collection: Path, closed: str
) -> None:
    line = f'briefreader "$1" {closed}; echo "status $?" >/dev/tty'
    with Terminal(["sh", "-c", line, "sh", str(collection)], home=home) as terminal:
        terminal.wait()
        assert "status 2" in terminal.text
        assert b"Traceback" not in terminal.output
        assert b"\x1b[?1049h" not in terminal.output
        assert ("2>" in closed) or "the reader needs a terminal" in terminal.text.replace("\n", "")


def test_a_pipe_that_closes_early_ends_a_command_in_silence(home: Path, collection: Path) -> None:
    line = 'briefreader -c "$1" search ferry --json | head -c 1'
    with Terminal(["sh", "-c", line, "sh", str(collection)], home=home) as terminal:
        terminal.wait()
        assert terminal.text.strip() == "{"


@pytest.mark.parametrize("command", ["--version", '-c "$1" search ferry', '-c "$1" entities --json'])
def test_an_output_without_room_is_told_in_one_sentence(home: Path, collection: Path, command: str) -> None:
    line = f'briefreader {command} >/dev/full; echo "status $?"'
    with Terminal(["sh", "-c", line, "sh", str(collection)], home=home) as terminal:
        terminal.wait()
        told, status, *blank = terminal.text.split("\n")
    assert (told, status) == ("briefreader: the system: No space left on device", "status 4")
    assert not any(blank)


def test_reset_makes_a_terminal_sane_that_was_left_by_kill_9(home: Path, collection: Path) -> None:
    line = 'briefreader "$1"; briefreader reset'
    with Terminal(["sh", "-c", line, "sh", str(collection)], home=home) as terminal:
        terminal.until(is_open)
        (child,) = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
        os.kill(int(child), signal.SIGKILL)
        terminal.wait()
        assert terminal.modes_left_on() == set()
        assert not terminal.keyboard_left_on()
        assert terminal.output.rstrip().endswith(b"\x1b[?1049l\r") or b"Killed" in terminal.output
        local = terminal.termios_now[3]
        assert local == terminal.termios_before[3]
