"""The log: small, private, and without a word of what was read."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from briefreader import log
from briefreader.library import Library
from tests.dropping.conftest import settle
from tests.pty.driver import Terminal

CANARY = "xylophonecanary"
# A reader in whom much fails, with the article's own words in what is raised.
_FAULTY = f"""
from briefreader.library import Library
from briefreader.ui.controllers.everywhere import Everywhere
def fail(*arguments, **more):
    import logging, warnings
    warnings.warn("{CANARY} in a warning")
    logging.getLogger("some.library").error("{CANARY} %s", "{CANARY}")
    raise ValueError("{CANARY} in what failed") from KeyError("{CANARY}")
Library.stories = Library.similar = fail
Everywhere.redraw.__code__ = fail.__code__
import sys
from briefreader.__main__ import main
sys.argv = ["briefreader", *sys.argv[1:]]
main()
"""


@pytest.fixture
def handler(tmp_path: Path) -> log.LogFile:
    return log.LogFile(tmp_path / "state" / "briefreader.log")


def record(said: str, name: str = "briefreader.somewhere") -> logging.LogRecord:
    return logging.LogRecord(name, logging.INFO, __file__, 1, said, (), None)


def test_a_log_that_has_grown_is_put_aside_and_only_so_many_are_kept(
    handler: log.LogFile, tmp_path: Path
) -> None:
    for _ in range(5 * log.LARGEST // 1000):
        handler.emit(record("x" * 1000))
    found = sorted((tmp_path / "state").iterdir())
    assert len(found) == 1 + log.KEPT
    assert all(path.stat().st_size < log.LARGEST + 2000 for path in found)


def test_two_readers_write_one_log_and_put_it_aside_once(handler: log.LogFile, tmp_path: Path) -> None:
    other = log.LogFile(tmp_path / "state" / "briefreader.log")
    other.emit(record("the other began"))
    while not (aside := tmp_path / "state" / "briefreader.log.1").exists():
        handler.emit(record("x" * 10_000))
    other.emit(record("y" * log.LARGEST))
    other.emit(record("the other went on"))
    assert "the other began" in aside.read_text()
    assert "the other went on" in (tmp_path / "state" / "briefreader.log").read_text()


def test_the_log_is_the_users_alone(handler: log.LogFile, tmp_path: Path) -> None:
    handler.emit(record("a line"))
    kept = tmp_path / "state" / "briefreader.log"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no directory")
    blocked = log.LogFile(tmp_path / "state" / "briefreader.log")
    blocked.emit(record("lost"))
    assert (tmp_path / "state").read_text() == "no directory"


def test_a_link_planted_in_the_place_of_the_log_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "briefreader.log").symlink_to(target)
    log.LogFile(tmp_path / "state" / "briefreader.log").emit(record("a line"))
    assert target.read_text() == "precious"


def test_of_other_packages_and_of_exceptions_only_the_places_are_kept(
    handler: log.LogFile, tmp_path: Path
) -> None:
    try:
        raise ValueError(CANARY) from KeyError(CANARY)
    except ValueError as error:
        failed = (type(error), error, error.__traceback__)
    handler.emit(logging.LogRecord("briefreader.x", logging.ERROR, __file__, 1, "failed", (), failed))
    handler.emit(record(f"{CANARY} \x1b[2J", name="other.library"))
    written = (tmp_path / "state" / "briefreader.log").read_text()
    assert CANARY not in written
    assert "ValueError\n  at tests/dropping/test_log.py:" in written
    assert "KeyError" in written
    assert "other.library: (at test_log:1)" in written


def test_a_whole_session_with_its_failures_leaves_no_word_of_an_article_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, folder = tmp_path / "home", tmp_path / "collection"
    folder.mkdir()
    (folder / f"{CANARY}.md").write_text(
        f"---\ntitle: The {CANARY} title\nauthor: {CANARY.title()} Writer\nsource: {CANARY} Post\n"
        f"tags: [{CANARY}]\n---\n\nMinister Ana {CANARY.title()} met the {CANARY} board. {CANARY}.\n",
    )
    (folder / "broken.json").write_text(f'{{"{CANARY}": ')
    (folder / "other.txt").write_text(f"Another report\n\nIt speaks of the {CANARY} too, at some length.\n")
    command = [sys.executable, "-c", _FAULTY, "--debug", str(folder)]
    with Terminal(command, home=home, size=(140, 40)) as terminal:
        terminal.until("2 articles")
        terminal.until(f"{CANARY} title")
        terminal.press("/", CANARY)
        terminal.until("best first")
        terminal.press("enter")
        terminal.until("hit 1/")
        terminal.press("a")
        terminal.until("note on")
        terminal.press(f"note on {CANARY}", "enter")
        terminal.until("Noted")
        terminal.press("g", "o")
        terminal.until("nexpected ValueError")
        terminal.press("escape", "g", "i")
        terminal.until("─ Import report")
        terminal.press("escape", "ctrl+l")
        assert terminal.wait() != 0
        assert CANARY in terminal.after_leaving()
    with Terminal(["briefreader", "-c", str(folder), "search", f"{CANARY} ("], home=home) as terminal:
        terminal.wait()
    settle(home, monkeypatch)
    logs = list(log.log_file().parent.glob("briefreader.log*"))
    written = "".join(path.read_text() for path in logs)
    assert "ERROR" in written
    assert "some.library" in written
    assert CANARY not in written.lower()
    with Library.open(folder) as library:
        assert [note.text for note in library.marks.notes()] == [f"note on {CANARY}"]
