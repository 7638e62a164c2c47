"""Copied text is on a clipboard or in a file that is named, and the reader says which."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.resources import sample_corpus
from briefreader.settings import Settings
from briefreader.ui.outside.clipboard import hand_over
from tests.pty.driver import Terminal
from tests.ui.conftest import Opens

XTERM = {"TERM": "xterm-256color"}
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}


def with_program(command: str) -> Settings:
    default = Settings()
    return replace(default, programs=replace(default.programs, copy=command))


def put_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a script be what is started as tmux."""
    folder.mkdir()
    (folder / "tmux").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "tmux").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_every_copy_is_kept_where_only_its_owner_reads_it(home: Path) -> None:
    for text in ("first", "then"):
        kept = hand_over(text, Settings(), XTERM).kept
    assert kept is not None
    assert kept.read_text("utf-8") == "then"
    assert kept.stat().st_mode & 0o777 == 0o600


async def test_without_a_clipboard_the_reader_says_where_the_copy_lies(
    opened: Opens, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with opened(size=(200, 50)) as reader:
        await reader.press("y", "c")
        await reader.until(lambda: "The terminal takes no such copy: the citation is in" in reader.said)
        assert "copied.txt" in reader.said
        (kept,) = home.rglob("copied.txt")
        assert reader.titles[0] in kept.read_text("utf-8")


def test_the_program_of_the_settings_gets_the_text_and_the_terminal_nothing(
    home: Path, tmp_path: Path
) -> None:
    handed = hand_over("$(reboot) ‘x’", with_program(f"tee '{tmp_path / 'a b'}'"), XTERM)
    assert (tmp_path / "a b").read_text("utf-8") == "$(reboot) ‘x’"
    assert handed.sequence is None
    assert handed.told("the passage") == "Copied the passage, by tee"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("false", "false ended with status 1: the passage is in "),
        ("no-such-program-here", "no-such-program-here cannot be started"),
    ],
)
def test_a_program_that_fails_is_told_with_the_place_of_the_text(home: Path, command: str, told: str) -> None:
    said = hand_over("x", with_program(command), XTERM).told("the passage")
    assert said.startswith(told)
    assert "copied.txt" in said


def test_tmux_takes_a_copy_by_itself_where_it_lets_no_sequence_through(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "buffer"
    answer = f'case "$1" in show-options) echo external;; load-buffer) cat > "{kept}";; esac'
    put_on_path(tmp_path / "bin", monkeypatch, answer)
    handed = hand_over("Zdravo", Settings(), TMUX)
    assert kept.read_text("utf-8") == "Zdravo"
    assert handed.sequence is None


@pytest.mark.parametrize("script", ["echo off", "exit 1", 'test "$1" = show-options && echo on'])
def test_where_tmux_does_not_take_it_the_sequences_are_sent(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, script)
    sequence = hand_over("Zdravo", Settings(), TMUX).sequence
    assert sequence is not None
    assert "\x1bPtmux;" in sequence


def test_what_is_too_long_for_the_terminal_is_in_the_file_alone(home: Path) -> None:
    handed = hand_over("x" * 80_000, Settings(), XTERM)
    assert handed.sequence is None
    assert handed.told("the article").startswith("The terminal takes no such copy: the article is in ")


def test_a_copy_reaches_the_terminal_whole(tmp_path: Path) -> None:
    with Terminal(["briefreader", str(sample_corpus())], size=(200, 50), home=tmp_path) as terminal:
        terminal.until("17 articles")
        terminal.press("y", "c")
        terminal.until("Copied the citation; also in ~/state/briefreader/copied.txt")
        terminal.press("q")
        assert terminal.wait() == 0
        copied = (tmp_path / "state" / "briefreader" / "copied.txt").read_bytes()
        assert b"\x1b]52;c;" + base64.b64encode(copied) + b"\x07" in bytes(terminal.output)
