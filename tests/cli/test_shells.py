"""Completion as a real shell does it: what stands on its line after Tab."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Program
from tests.pty.driver import Terminal

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(briefreader completion bash)"'),
    "zsh": (["zsh", "-f"], 'autoload -Uz compinit && compinit -u; eval "$(briefreader completion zsh)"'),
    "fish": (["fish", "--no-config"], "briefreader completion fish | source"),
}
HERE = [shell for shell in SHELLS if shutil.which(shell)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a collection whose paths mean something to a shell, read once."""
    place = tmp_path_factory.mktemp("place")
    names = ("$(touch RUN).txt", "two words.txt", "a, b.txt", "it's.txt", "q*.txt")
    (place / "odd").mkdir()
    for name, source in zip(names, sorted(SAMPLE.iterdir()), strict=False):
        shutil.copy(source, place / "odd" / name)
    assert Program(place / "home")("index", str(place / "odd")).returncode == 0
    return place


@contextmanager
def shell(name: str, place: Path) -> Iterator[Terminal]:
    """Start a shell in ``place`` that completes as the manual says."""
    command, setting_up = SHELLS[name]
    env = {"XDG_CACHE_HOME": str(place / "home" / "CACHE"), "HOME": str(place / "home")}
    env |= {f"XDG_{each}_HOME": str(place / "home" / each) for each in ("CONFIG", "DATA", "STATE")}
    with Terminal(["env", "-C", str(place), *command], env=env, size=(200, 30)) as terminal:
        terminal.press(f"{setting_up}; echo read''y", "enter")
        terminal.until("ready")
        yield terminal


@pytest.mark.parametrize("name", HERE)
def test_a_command_and_an_option_are_completed(name: str, place: Path) -> None:
    with shell(name, place) as terminal:
        terminal.press("briefreader sea", "tab")
        terminal.until("briefreader search")
        terminal.press("--fac", "tab")
        terminal.until("briefreader search --facets")


@pytest.mark.parametrize("name", HERE)
def test_a_collection_is_completed_as_a_path(name: str, place: Path) -> None:
    with shell(name, place) as terminal:
        terminal.press("briefreader -c od", "tab")
        terminal.until("briefreader -c odd/")


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize(
    ("typed", "completed"),
    [("tw", r"two\ words.txt"), ("it", r"it\'s.txt"), ("a,", r"a,\ b.txt"), ("q", r"q\*.txt")],
)
def test_a_path_is_completed_so_that_the_shell_takes_it_for_one_word(
    name: str, place: Path, typed: str, completed: str
) -> None:
    with shell(name, place) as terminal:
        terminal.press(f"briefreader -c odd show {typed}", "tab")
        terminal.until(lambda screen: completed in screen.replace("\\,", ","))


@pytest.mark.parametrize("name", HERE)
def test_no_shell_runs_what_stands_in_a_path(name: str, place: Path) -> None:
    with shell(name, place) as terminal:
        terminal.press(r"briefreader -c odd show \$", "tab")
        terminal.until(r"show \$\(touch\ RUN\).txt")
        terminal.press("--json | head -c 40", "enter")
        terminal.until('"version": 1')
    assert not (place / "RUN").exists()


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize(("typed", "completed"), [("'$", "'$(touch RUN).txt'"), ('"tw', '"two words.txt"')])
def test_a_quote_that_is_open_is_closed(name: str, place: Path, typed: str, completed: str) -> None:
    with shell(name, place) as terminal:
        terminal.press(f"briefreader -c odd show {typed}", "tab")
        terminal.until(completed)


@pytest.mark.parametrize("name", HERE)
def test_names_follow_where_mentions_are_exported(name: str, place: Path) -> None:
    with shell(name, place) as terminal:
        terminal.press("briefreader -c odd export mentions Jos", "tab")
        terminal.until(r"mentions Josep\ Borrell")
