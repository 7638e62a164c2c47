"""The manual pages tell what the command line declares."""

from __future__ import annotations

from tools.write_man import MAN, pages

from briefreader.cli.app import COMMANDS
from tests.docs.pages import ROOT


def test_the_manual_pages_are_those_of_this_command_line() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in MAN.iterdir()}
    assert there == pages(), "write them anew: python -m tools.write_man"


def test_no_line_of_a_help_text_becomes_an_instruction_to_the_formatter() -> None:
    known = (".TH", ".SH", ".PP", ".TP", ".B ", ".nf", ".fi")
    lines = [line for page in pages().values() for line in page.splitlines()]
    assert [line for line in lines if line.startswith((".", "'")) and not line.startswith(known)] == []


def test_every_command_of_the_program_is_in_the_manual() -> None:
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [
        name for name in COMMANDS if f"briefreader {name}" not in manual and f"`{name} " not in manual
    ] == []
