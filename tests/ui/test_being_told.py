"""A reader is told which key does what: in the footer, in sentences, and in the line that is asked for."""

import re

import pytest

from briefreader.keymap import COMMANDS
from tests.ui.conftest import Opens


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS.values() if each.needs], ids=lambda each: each.id
)
def test_what_a_command_needs_is_short_and_names_only_commands(command: object) -> None:
    assert set(re.findall(r"\{([^}]*)\}", command.needs)) <= set(COMMANDS)
    assert len(command.title) + len(command.needs) <= 80


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_help_and_the_ways_out_stay_in_the_footer(opened: Opens, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await reader.type("/borrell")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        bar = reader.main.desk.status
        for message in ("", "a long sentence about something " * 5):
            bar.message = message
            assert bar.render_line(0).text.rstrip().endswith("? Help  Esc Back  q Leave")


@pytest.mark.parametrize(
    ("keys", "verb"),
    [("a", "Save"), ("E", "Write"), ("gk", "List"), ("t", "Save"), ("|", "Run"), ("f", "Keep")],
)
async def test_the_footer_says_what_enter_does_with_what_is_typed(
    opened: Opens, keys: str, verb: str
) -> None:
    async with opened() as reader:
        await reader.read()
        await reader.type(keys)
        assert ("Enter", verb) in reader.main.desk.status.hints


async def test_a_new_query_types_over_the_old_one(opened: Opens) -> None:
    async with opened() as reader:
        await reader.type("/borrell")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        await reader.type("/kuleba")
        assert reader.main.crew.line.text == "kuleba"


@pytest.mark.parametrize(
    ("key", "text"),
    [("right", "borrells"), ("end", "borrells"), ("backspace", "borrels"), ("home", "sborrell")],
)
async def test_an_old_query_that_is_edited_first_stays(opened: Opens, key: str, text: str) -> None:
    async with opened() as reader:
        await reader.type("/borrell")
        await reader.press("enter")
        await reader.until(lambda: reader.landed)
        await reader.press("slash", key, "s")
        assert reader.main.crew.line.text == text


async def test_where_nothing_is_found_the_way_back_is_named(opened: Opens) -> None:
    async with opened() as reader:
        everything = reader.titles
        await reader.type("/zeppelinfahrt")
        await reader.press("enter")
        await reader.until(lambda: reader.said)
        assert reader.said.startswith("Nothing found")
        assert reader.said.endswith("Esc lists everything")
        await reader.press("escape")
        await reader.until(lambda: reader.titles == everything)
