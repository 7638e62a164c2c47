"""Whoever asks for help gets a line for each command, whole, and an example of each."""

from __future__ import annotations

import pytest

from briefreader.cli.app import COMMANDS
from tests.cli.conftest import Program


def test_the_list_of_commands_cuts_no_sentence_short(program: Program) -> None:
    listed = program("--help").stdout.partition("Commands:")[2].splitlines()[1:]
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_shows_it_called(program: Program, command: str) -> None:
    shown = program(command, "--help").stdout
    calls = [line.strip() for line in shown.splitlines() if line.startswith("    ")]
    assert [call for call in calls if "briefreader" in call and f" {command}" in call]


@pytest.mark.parametrize("command", ["search", "mentions", "entities"])
def test_a_number_is_asked_for_by_a_letter(program: Program, command: str) -> None:
    assert "--limit N" in program(command, "--help").stdout
