"""The judge of terminal output knows an attack when it sees one, and Textual's own sequences as harmless."""

from __future__ import annotations

import pytest

from tests.hostile.escapes import any_controls, controls, foreign_controls
from tests.hostile.payloads import PAYLOADS
from tests.hostile.stream import Stream, parsed

ATTACKS = {name: text for name, text in PAYLOADS.items() if not name.startswith(("markup", "placeholder"))}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_that_came_through_is_seen(name: str) -> None:
    around = f"\x1b[1;1H\x1b[1mtitle {ATTACKS[name]} end\x1b[0m"
    assert foreign_controls(around.encode())


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_seen_in_the_output_of_a_command(name: str) -> None:
    assert any_controls(f"title {ATTACKS[name]} end\n".encode())


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[0m",
        "\x1b[1;38;2;1;20;255;48;5;234m",
        "\x1b[24;80H",
        "\x1b[?1049h\x1b[?25l",
        "\x1b[?2026$p\x1b[>1u\x1b[<u",
    ],
)
def test_what_textual_sends_is_no_attack(sent: str) -> None:
    assert foreign_controls(f"{sent}Ⱥ text, שלום, مرحبا ␛◌\r\n".encode()) == set()


def test_a_sequence_is_told_whole() -> None:
    assert list(controls("a\x1b]0;b\x07c\x1b[2Jd\x9b7me")) == ["\x1b]0;b\x07", "\x1b[2J", "\x9b7m"]


def test_a_sequence_that_comes_in_pieces_is_told_whole() -> None:
    stream = Stream()
    for byte in "a\x1b]0;bœ\x1b\\c\x1b[2".encode():
        stream.feed(bytes([byte]))
    stream.close()
    assert list(stream.counted) == ["\x1b]0;bœ\x1b\\", "\x1b[2"]


def test_a_write_to_the_clipboard_is_foreign_unless_it_was_asked_for() -> None:
    stream = parsed(b"text\x1b]52;c;YQ==\x07text")
    assert stream.foreign() == set(stream.clipboard_writes()) == {"\x1b]52;c;YQ==\x07"}
