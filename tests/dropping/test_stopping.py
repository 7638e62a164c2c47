"""The reader stops and goes on as the shell wants it, and the terminal is the shell's meanwhile."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.dropping.conftest import Opens, assert_sane, is_open
from tests.pty.driver import Terminal


def test_a_stopped_reader_gives_the_terminal_back_and_paints_it_anew_when_it_goes_on(reader: Opens) -> None:
    with reader(size=(120, 36)) as terminal:
        terminal.until(is_open)
        for stop in (lambda: terminal.press("ctrl+z"), lambda: terminal.signal(signal.SIGTSTP)):
            stop()
            terminal.until_stopped()
            assert terminal.modes_left_on() == set()
            assert terminal.termios_now == terminal.termios_before
            assert "Ferry report 0" not in terminal.text
            terminal.signal(signal.SIGCONT)
            terminal.until(is_open)
        terminal.press("Q")
        assert terminal.wait() == 0
        assert_sane(terminal)


def test_a_reader_that_is_stopped_in_a_dialog_goes_on_in_it(reader: Opens) -> None:
    with reader(size=(120, 36)) as terminal:
        terminal.until(is_open)
        terminal.press(":", "note")
        terminal.until("─ Commands ─")
        terminal.press("ctrl+z")
        terminal.until_stopped()
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before
        terminal.signal(signal.SIGCONT)
        terminal.until("─ Commands ─")
        terminal.press("ctrl+c")
        assert terminal.wait() == 0
        assert_sane(terminal)


def test_a_stop_that_nobody_can_see_coming_leaves_no_raw_line_behind(reader: Opens) -> None:
    with reader(size=(120, 36)) as terminal:
        terminal.until(is_open)
        terminal.signal(signal.SIGSTOP)
        terminal.until_stopped()
        for painted in (2, 3):  # the last follows no stop at all
            terminal.signal(signal.SIGCONT)
            terminal.until(lambda _screen, n=painted: terminal.output.count(b"\x1b[?1049h") == n)
            terminal.until(is_open)
        terminal.press("j", "Q")
        assert terminal.wait() == 0
        assert_sane(terminal)


def test_a_shell_may_put_the_reader_into_the_background_and_fetch_it_back(
    home: Path, collection: Path
) -> None:
    shell = ["bash", "--norc", "--noediting", "-i"]
    with Terminal(shell, home=home, env={"PS1": "ready> "}, size=(120, 36)) as terminal:
        terminal.until("ready>")
        terminal.press(f"briefreader {collection}", "enter")
        terminal.until(is_open)
        terminal.press("ctrl+z")
        terminal.until("Stopped")
        terminal.press("bg", "enter", "echo shell is $((40 + 2))", "enter")
        terminal.until("shell is 42")
        terminal.press("fg", "enter")
        terminal.until(is_open)
        terminal.press("Q")
        terminal.until("ready>")
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def test_another_program_is_stopped_together_with_the_reader_and_fetched_back(
    home: Path, collection: Path
) -> None:
    shell = ["bash", "--norc", "--noediting", "-i"]
    variables = {"PS1": "ready> ", "PAGER": "sh -c 'echo at work; read a </dev/tty'"}
    with Terminal(shell, home=home, env=variables, size=(120, 36)) as terminal:
        terminal.until("ready>")
        terminal.press(f"briefreader {collection}", "enter")
        terminal.until(is_open)
        terminal.press("v", "p")
        terminal.until("at work")
        terminal.press("ctrl+z")
        terminal.until("Stopped")
        terminal.press("echo shell is $((40 + 2))", "enter")
        terminal.until("shell is 42")
        terminal.press("fg", "enter", "enter")
        terminal.until(is_open)
        terminal.press("Q")
        terminal.until("ready>")
        assert terminal.output.count(b"\x1b[?1049h") == 2  # taking it back once more would lose the key
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def test_a_reader_started_in_the_background_waits_for_the_terminal(home: Path, collection: Path) -> None:
    shell = ["bash", "--norc", "--noediting", "-i"]
    with Terminal(shell, home=home, env={"PS1": "ready> "}, size=(120, 36)) as terminal:
        terminal.until("ready>")
        terminal.press(f"set -b; briefreader {collection} &", "enter")
        terminal.until("Stopped")
        terminal.press("fg", "enter")
        terminal.until(is_open)
        terminal.press("Q")
        terminal.until("ready>")
        assert terminal.modes_left_on() == set()
