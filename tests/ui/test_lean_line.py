"""The bytes that reach the terminal: over SSH few of them, unless the reader chose otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from briefreader.resources import sample_corpus
from tests.pty.driver import Terminal

MOUSE = {b"1000", b"1002", b"1003", b"1006", b"1015", b"1016"}
SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "COLORTERM": "truecolor"}


def sent(
    home: Path,
    environment: Mapping[str, str | None] = SSH,
    *,
    config: str = "",
    options: Sequence[str] = (),
) -> bytes:
    """Return what a reader sends who reads a little and leaves."""
    folder = home / "config" / "briefreader"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(config)
    command = ["briefreader", *options, str(sample_corpus())]
    with Terminal(command, size=(120, 36), home=home, env=environment) as terminal:
        terminal.until("17 articles")
        terminal.press("j", "j", "enter")
        terminal.until("3/17")
        terminal.press("q", "q")
        assert terminal.wait() == 0
        return bytes(terminal.output)


def modes(output: bytes) -> set[bytes]:
    return {mode for modes in re.findall(rb"\x1b\[\?([\d;]+)h", output) for mode in modes.split(b";")}


def rich_colours(output: bytes) -> list[bytes]:
    """Return the styles that name one of more than sixteen colours."""
    return [style for style in re.findall(rb"\x1b\[([\d;]*)m", output) if re.search(rb"\b[34]8;", style)]


def test_over_ssh_no_mouse_is_tracked_and_sixteen_colours_do(tmp_path: Path) -> None:
    output = sent(tmp_path)
    assert not modes(output) & MOUSE
    assert rich_colours(output) == []
    assert b"\x1b[" in output


@pytest.mark.parametrize(
    ("config", "options"),
    [("line:\n  lean: no\n", ()), ("", ("--no-lean",)), ("line: {lean: yes}\n", ("--no-lean",))],
)
def test_who_wants_the_full_look_over_ssh_gets_it(
    tmp_path: Path, config: str, options: tuple[str, ...]
) -> None:
    output = sent(tmp_path, config=config, options=options)
    assert modes(output) & MOUSE
    assert rich_colours(output)


@pytest.mark.parametrize(("config", "options"), [("line:\n  lean: yes\n", ()), ("", ("--lean",))])
def test_who_wants_a_lean_line_gets_it_anywhere(
    tmp_path: Path, config: str, options: tuple[str, ...]
) -> None:
    output = sent(tmp_path, {"COLORTERM": "truecolor"}, config=config, options=options)
    assert not modes(output) & MOUSE
    assert rich_colours(output) == []


def test_mouse_and_theme_chosen_by_name_are_there_over_ssh(tmp_path: Path) -> None:
    output = sent(tmp_path, config="line:\n  mouse: yes\nlook:\n  theme: nord\n")
    assert modes(output) & MOUSE
    assert rich_colours(output)


def test_without_the_mouse_nothing_else_changes(tmp_path: Path) -> None:
    output = sent(tmp_path, {"COLORTERM": "truecolor"}, config="line:\n  mouse: no\n")
    assert not modes(output) & MOUSE
    assert rich_colours(output)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"TERM": "xterm-mono"}])
def test_where_there_are_no_colours_none_is_sent(tmp_path: Path, environment: dict[str, str]) -> None:
    styles = re.findall(rb"\x1b\[([\d;]*)m", sent(tmp_path, environment))
    codes = {int(code or 0) for style in styles for code in style.split(b";")}
    assert not {code for code in codes if 30 <= code <= 49 or code >= 90}
    assert {1, 7} & codes
