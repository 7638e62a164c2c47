"""The keymaps that come with the program are whole and free of clashes."""

import pytest

from briefreader.keymap import COMMANDS, PRESETS, load_keymap
from briefreader.keymap.clashes import first_clash
from briefreader.keymap.files import preset_file, read


def test_every_command_has_a_line_in_the_default_keymap() -> None:
    assert set(read(preset_file("default")).entries) == set(COMMANDS)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_a_preset_means_two_things_in_one_place(preset: str) -> None:
    entries = load_keymap(preset=preset).entries
    assert first_clash(entries, suspects=entries) is None


@pytest.mark.parametrize("preset", PRESETS)
def test_shipped_keymaps_have_no_problem_and_no_caution(preset: str) -> None:
    assert read(preset_file(preset)).problems == ()


def test_every_command_can_be_reached_in_every_place_it_works() -> None:
    keymap = load_keymap()
    lost = [
        (command.id, context)
        for command in COMMANDS.values()
        for context in command.contexts
        if context != "global" and not keymap.chords(command.id, context)
    ]
    assert lost == []


def test_titles_and_help_fit_their_lines() -> None:
    assert all(len(command.title) <= 20 and len(command.help) <= 72 for command in COMMANDS.values())
