"""The installed program on a real pseudo-terminal: a reader's path, and the terminal left as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.resources import sample_corpus
from tests.pty.driver import Terminal


def reader_in(home: Path, **options: object) -> Terminal:
    return Terminal(["briefreader", os.fspath(sample_corpus())], home=home, **options)  # type: ignore[arg-type]


def names(screen: str) -> str:
    """Return what the pane of names shows."""
    return "\n".join(line.split("││")[2] for line in screen.splitlines() if line.count("││") == 2)


def test_a_newcomer_finds_a_phrase_steps_through_it_and_leaves(tmp_path: Path) -> None:
    with reader_in(tmp_path, size=(120, 36)) as terminal:
        terminal.until("17 articles")
        terminal.press("/", *'"security guarantees"', "enter")
        terminal.until("hit 1/")
        terminal.press("n")
        terminal.until("─ Kuleba, Borrell insist")
        terminal.press("tab")
        terminal.until(lambda screen: "Only these" in screen and "Josep Borrell" in names(screen))
        terminal.press("f", "borrell")
        terminal.until(lambda screen: "Josep Borrell" in names(screen) and "Places" not in names(screen))
        terminal.press("enter")
        terminal.until("Only names with borrell")
        terminal.press("enter")
        terminal.until("Josep Borrell 1/")
        terminal.press("q")  # the names are shown whole again
        terminal.until(lambda screen: "Places" in names(screen))
        terminal.press("q")  # the search ends
        terminal.until("17 articles")
        terminal.press("q")
        assert terminal.wait() == 0
        assert not terminal.modes_left_on()


def test_names_stand_beside_the_article_in_sight_as_soon_as_they_are_found(tmp_path: Path) -> None:
    with reader_in(tmp_path, size=(120, 36)) as terminal:
        terminal.until("People")
        terminal.until("Organisations")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_the_reader_and_leaves_the_terminal_sane(
    tmp_path: Path, number: signal.Signals
) -> None:
    with reader_in(tmp_path, size=(80, 24)) as terminal:
        terminal.until("articles")
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert not terminal.modes_left_on()
        assert f"ended by {number.name}" in terminal.text


def test_a_terminal_that_shrinks_to_nothing_and_grows_again_is_survived(tmp_path: Path) -> None:
    with reader_in(tmp_path, size=(100, 30)) as terminal:
        terminal.until("articles")
        terminal.resize(1, 1)
        terminal.resize(40, 10)
        terminal.until("needs 60 columns")
        terminal.resize(100, 30)
        terminal.until("articles")
        terminal.press("q")
        assert terminal.wait() == 0


def test_no_terminal_is_told_in_one_line_that_names_the_other_ways() -> None:
    ended = subprocess.run(
        [Path(sys.executable).parent / "briefreader", os.fspath(sample_corpus())],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "search, show" in ended.stderr
