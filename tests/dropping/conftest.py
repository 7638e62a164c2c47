"""A home in which a small collection has been read, copied for each test, and readers on terminals in it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.library import Library
from tests.pty.driver import Terminal

Opens = Callable[..., Terminal]

_BODY = "The ferry from Gullhaven was late again. " * 8
# Runs the program after a change to it, as a fault in the code would be.
_CHANGED = """{}
import sys
from briefreader.__main__ import main
sys.argv = ["briefreader", *sys.argv[1:]]
main()
"""


def settle(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Let this process itself live in a home."""
    patch.setenv("HOME", str(home))
    for name in ("cache", "config", "data", "state"):
        patch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("dropping")
    folder = base / "collection"
    folder.mkdir()
    for number in range(6):
        text = f"Ferry report {number}\n\n" + "\n\n".join(f"Part {part}. {_BODY}" for part in range(12))
        (folder / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        settle(base / "home", patch)
        with Library.open(folder) as library:
            library.sync()
    return base


@pytest.fixture
def home(read_before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that home, which is also this process's own."""
    home = tmp_path / "home"
    shutil.copytree(read_before / "home", home)
    settle(home, monkeypatch)
    return home


@pytest.fixture
def collection(read_before: Path) -> Path:
    return read_before / "collection"


@pytest.fixture
def reader(home: Path, collection: Path) -> Opens:
    """Return a function that opens the program; ``changed`` is code that runs in it first."""

    def open_reader(*options: str, changed: str = "", **more: object) -> Terminal:
        start = [sys.executable, "-c", _CHANGED.format(changed)] if changed else ["briefreader"]
        return Terminal([*start, *options, str(collection)], home=home, **more)  # type: ignore[arg-type]

    return open_reader


def is_open(screen: str) -> bool:
    """Tell whether the reader shows its list, an article and the names in it."""
    return "Ferry report 0" in screen and "Part 1." in screen and "576" in screen


def assert_sane(terminal: Terminal) -> None:
    """Hold that a program that has ended left the terminal as it found it, and one line or none."""
    assert terminal.modes_left_on() == set()
    assert not terminal.keyboard_left_on()
    assert terminal.termios_now == terminal.termios_before
    assert len(terminal.after_leaving().splitlines()) <= 1
    assert b"Traceback" not in terminal.output
