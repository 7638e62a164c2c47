"""The installed reader, left open, takes in files that come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.driver import Terminal


def article(folder: Path, name: str, title: str) -> None:
    partial = folder / f".{name}"
    partial.write_text(f"---\ntitle: {title}\n---\n\nThe lock keeper of {name} saw it all.\n")
    partial.rename(folder / name)


@pytest.mark.parametrize("config", ["", "list:\n  watch: no\n"])
def test_a_file_that_comes_is_listed_while_the_reader_is_open(tmp_path: Path, config: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    article(folder, "first.md", "The lock is open")
    settings = tmp_path / "config" / "briefreader" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(config)
    command = ["briefreader", *(["--watch"] if config else []), str(folder)]
    with Terminal(command, home=tmp_path, size=(120, 30)) as terminal:
        terminal.until("1 new")
        article(folder, "second.md", "The lock is shut")
        terminal.until("The lock is shut")
        terminal.until("2 articles")
        terminal.press("q")
        assert terminal.wait() == 0
        assert not terminal.modes_left_on()
