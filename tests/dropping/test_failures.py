"""An exception, wherever it comes from, costs one line: the terminal is sane, the log says where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dropping.conftest import Opens, assert_sane, is_open

SECRET = "marzipan-affidavit"
_FAIL = f"def fail(*arguments, **more): raise ValueError('{SECRET}')\n"

# Where a fault ends the reader, and the keys that come to it.
DEADLY = {
    "composing the screen": (
        "from briefreader.ui.screens.main import MainScreen as Faulty; Faulty.compose = fail",
        (),
    ),
    "mounting the screen": (
        "from briefreader.ui.screens.main import MainScreen as Faulty; Faulty.on_mount = fail",
        (),
    ),
    "painting a line": (
        "from briefreader.ui.widgets.article_view import ArticleView as Faulty; Faulty.render_line = fail",
        (),
    ),
    "a command": (
        "from briefreader.ui.controllers.everywhere import Everywhere as Faulty; Faulty._run_chosen = fail",
        (":",),
    ),
    "another screen": (
        "from briefreader.ui.screens.timeline import TimelineScreen as Faulty; Faulty.compose = fail",
        ("g", "t"),
    ),
    "a message": ("from briefreader.ui.app import ReaderApp as Faulty; Faulty.on_resize = fail", ()),
    "leaving": (
        "from briefreader.ui.controllers.opening import Opening as Faulty; Faulty.keep_place = fail",
        ("Q",),
    ),
}
# What only fails to be done: the reader says so and goes on.
BORNE = {
    "a search": ("from briefreader.library import Library; Library.search = fail", ("/", "ferry")),
    "a sync": ("from briefreader.library import Library; Library.sync_in_background = fail", ()),
    "a worker": ("from briefreader.library import Library; Library.stories = fail", ("g", "o")),
}


def log_of(home: Path) -> str:
    return "".join(path.read_text() for path in (home / "state" / "briefreader").glob("briefreader.log*"))


@pytest.mark.parametrize("place", DEADLY)
def test_a_fault_that_ends_the_reader_is_one_line_and_a_place_in_the_log(
    reader: Opens, home: Path, place: str
) -> None:
    change, keys = DEADLY[place]
    with reader(changed=_FAIL + change) as terminal:
        if keys:
            terminal.until(is_open)
            terminal.press(*keys)
        assert terminal.wait() == 3
        said = terminal.after_leaving().replace("\n", "")
        assert said.startswith(f"briefreader: unexpected ValueError: {SECRET}")
        assert "briefreader.log says where" in said
        assert_sane(terminal)
    log = log_of(home)
    assert "CRITICAL" in log
    assert "ValueError\n" in log
    assert "in fail" in log
    assert SECRET not in log


@pytest.mark.parametrize("place", BORNE)
def test_a_fault_beside_the_screen_is_told_and_the_reader_goes_on(
    reader: Opens, home: Path, place: str
) -> None:
    change, keys = BORNE[place]
    with reader(changed=_FAIL + change) as terminal:
        terminal.until(lambda screen: "Ferry report 0" in screen)
        terminal.press(*keys)
        terminal.until("nexpected ValueError")
        terminal.press("escape", "escape", "Q")
        assert terminal.wait() == 0
        assert terminal.after_leaving() == ""
        assert_sane(terminal)
    assert "in fail" in log_of(home)
    assert SECRET not in log_of(home)


def test_a_thread_of_some_library_that_fails_is_only_logged(reader: Opens, home: Path) -> None:
    starts = (
        "import threading\n"
        "from briefreader.ui.app import ReaderApp\n"
        "ReaderApp.on_ready = lambda self: threading.Thread(target=fail).start()"
    )
    with reader(changed=_FAIL + starts) as terminal:
        terminal.until(is_open)
        terminal.press("Q")
        assert terminal.wait() == 0
        assert_sane(terminal)
    assert "unexpected failure in a thread" in log_of(home)
    assert SECRET not in log_of(home)


def test_with_debug_the_traceback_is_shown_and_the_terminal_is_sane_all_the_same(reader: Opens) -> None:
    change, keys = DEADLY["a command"]
    with reader("--debug", changed=_FAIL + change) as terminal:
        terminal.until(is_open)
        terminal.press(*keys)
        assert terminal.wait() != 0
        assert "Traceback" in terminal.after_leaving()
        assert "in fail" in terminal.after_leaving()
        assert terminal.modes_left_on() == set()
        assert terminal.termios_now == terminal.termios_before


def test_a_command_that_fails_is_one_line_and_a_place_in_the_log(reader: Opens, home: Path) -> None:
    change = "from briefreader.library import Library; Library.search = fail"
    with reader("search", "ferry", "-c", changed=_FAIL + change) as terminal:
        assert terminal.wait() == 3
        assert b"Traceback" not in terminal.output
        assert "unexpected ValueError" in terminal.text
    assert "in fail" in log_of(home)
    assert SECRET not in log_of(home)
