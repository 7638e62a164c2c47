"""The pseudo-terminal driver can be trusted by the tests that use it."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.pty.driver import Terminal

ECHO = "import sys\nfor line in sys.stdin: print('heard', line.strip().upper(), flush=True)"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_keys_reach_the_program_and_its_answer_the_screen() -> None:
    with Terminal(python(ECHO)) as terminal:
        terminal.press("nato", "enter")
        assert terminal.until("heard NATO")
        terminal.press("ctrl+d")
        assert terminal.wait() == 0


def test_what_never_comes_fails_and_shows_the_screen() -> None:
    with Terminal(python("print('something else', flush=True); input()")) as terminal:
        terminal.until("something")
        with pytest.raises(AssertionError, match="something else"):
            terminal.until("the awaited", seconds=0.05)


def test_the_exit_status_is_the_programs_own() -> None:
    with Terminal(python("raise SystemExit(3)")) as terminal:
        assert terminal.wait() == 3


def test_a_killed_program_shows_by_its_negative_status() -> None:
    with Terminal(python("print('up', flush=True); input()")) as terminal:
        terminal.until("up")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL


def test_the_program_sees_the_size_and_learns_of_a_new_one() -> None:
    # The signal is awaited, not handled: a handler could come in the middle of a write, or before a pause.
    code = (
        "import os, signal\n"
        "resized = {signal.SIGWINCH}\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, resized)\n"
        "while True:\n"
        "    print(*os.get_terminal_size(), flush=True)\n"
        "    signal.sigwait(resized)"
    )
    with Terminal(python(code), size=(90, 20)) as terminal:
        terminal.until("90 20")
        terminal.resize(70, 10)
        assert terminal.until("70 10")


def test_questions_to_the_terminal_are_answered() -> None:
    code = (
        "import sys, tty; tty.setraw(0)\n"
        "sys.stdout.write('\\x1b[6n'); sys.stdout.flush()\n"
        "answer = sys.stdin.read(6); print('got', repr(answer), end='\\r\\n', flush=True)"
    )
    with Terminal(python(code)) as terminal:
        assert terminal.until("got '\\x1b[1;1R'")


def test_modes_and_line_settings_left_behind_are_told() -> None:
    leave = r"print('\x1b[?1049h\x1b[?1000h\x1b[?1049l', end='')"
    with Terminal(python(f"import tty; tty.setraw(0); {leave}")) as terminal:
        terminal.wait()
        assert terminal.modes_left_on() == {1000}
        assert terminal.termios_now != terminal.termios_before


def test_a_clean_program_leaves_nothing_behind() -> None:
    with Terminal(python("print('done')")) as terminal:
        terminal.wait()
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def test_the_program_lives_in_a_home_of_its_own(tmp_path: Path) -> None:
    code = "import os; print(os.environ['HOME'] == os.path.dirname(os.environ['XDG_CACHE_HOME']), flush=True)"
    with Terminal(python(code), home=tmp_path) as terminal:
        assert terminal.until("True")


def test_a_sequence_cut_short_takes_nothing_with_it_but_its_ending() -> None:
    cut = r"print('\x1b[38;2;1;2', end=''); print('Killed'); print('and on', flush=True)"
    with Terminal(python(cut)) as terminal:
        assert "illed" in terminal.until("and on")
