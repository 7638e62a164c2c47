"""One declaration per command: each has a handler, and each handler's command is declared."""

import importlib
import inspect
import pkgutil

import pytest

import briefreader.ui.controllers
import briefreader.ui.screens
from briefreader.keymap import COMMANDS, load_keymap
from briefreader.ui.commands import Actions, action
from briefreader.ui.contents.menus import EVERY_DAY, help_choices, palette_choices
from tests.ui.conftest import Opens


def handled() -> set[str]:
    found: set[str] = set()
    for package in (briefreader.ui.controllers, briefreader.ui.screens):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            for _name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                found |= {
                    command
                    for member in vars(kind).values()
                    for command, _when in getattr(member, "handled_commands", ())
                }
    return found


def test_every_command_has_a_handler() -> None:
    assert set(COMMANDS) - handled() == set()


def test_an_undeclared_command_cannot_be_handled() -> None:
    with pytest.raises(KeyError):
        action("list.dance")


def test_one_screen_handles_a_command_once() -> None:
    class Twice:
        @action("app.redraw")
        def redraw(self) -> None:
            """Paint."""

    with pytest.raises(ValueError, match="twice"):
        Actions(Twice(), Twice())


def test_help_begins_with_everyday_keys_then_lists_every_command_from_where_one_is() -> None:
    choices = help_choices(load_keymap(), "article", ascii_only=False)
    assert {choice.value for choice in choices} == set(COMMANDS)
    assert [choice.value for choice in choices if choice.group == "Every day"] == list(EVERY_DAY)
    assert [choice.lead for choice in choices[:3]] == ["Enter", "/", "n"]
    assert choices[len(EVERY_DAY)].group == "Reading pane"


def test_the_palette_offers_only_what_can_be_done() -> None:
    choices = palette_choices(load_keymap(), "list", lambda command: command == "list.sort", ascii_only=False)
    assert [choice.value for choice in choices] == ["list.sort"]


async def test_the_palette_does_what_has_its_keys_in_another_pane_too(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await reader.press(":")
        await reader.type("list.reverse")
        await reader.press("enter")
        await reader.until(lambda: reader.main.listing.scope.reversed)


async def test_the_main_screen_can_do_whatever_its_keys_promise(opened: Opens) -> None:
    async with opened() as reader:
        places = {"list", "article", "sidebar", "search", "global"}
        promised = {command.id for command in COMMANDS.values() if places & set(command.contexts)}
        can = set(reader.main.actions) | set(reader.app.actions)
        assert promised - can == set()


async def test_help_is_searched_by_typing_and_runs_what_is_chosen(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("?")
        await reader.type("reverse")
        await reader.press("enter")
        await reader.until(lambda: reader.main.listing.scope.reversed)
        assert len(reader.app.screen_stack) == 1


async def test_help_shows_how_far_down_one_is(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("?", "down", "down")
        subtitle = reader.screen.query_one("#box").border_subtitle
        total = len(help_choices(load_keymap(), "list", ascii_only=False))
        assert str(subtitle) == f"3/{total}"


async def test_the_palette_runs_a_command_by_its_name(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press(":")
        await reader.type("zoom")
        await reader.press("enter")
        assert reader.main.panes.wishes.zoomed


async def test_whoever_looks_for_hits_in_the_palette_finds_the_concordance(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        for typed in ("hits", "concordance"):
            await reader.press(":")
            await reader.until(lambda: reader.screen.context == "dialog")
            await reader.type(typed)
            chooser = reader.screen
            await reader.until(
                lambda chooser=chooser: (
                    chooser._list.choice and chooser._list.choice.value == "go.concordance"
                )
            )
            await reader.press("escape")


async def test_escape_leaves_a_menu_without_a_change(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("?", "escape")
        assert len(reader.app.screen_stack) == 1
        assert not reader.main.listing.scope.reversed
