"""Themes: ours, and files of the reader's own."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.settings import Loaded, Settings, read_settings
from briefreader.ui.looks.own_themes import load_themes
from briefreader.ui.looks.theme_check import with_themes_checked
from briefreader.ui.outside.terminal import Terminal
from tests.ui.conftest import Opens


def told(directory: Path) -> list[str]:
    return [str(problem) for problem in load_themes(directory)[1]]


def test_a_theme_file_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "dusk.yaml").write_text('base: briefreader-light\naccent: "#7b2d8b"\nborder: "#123456"\n')
    (theme,), problems = load_themes(tmp_path)
    assert (theme.name, theme.accent, theme.dark) == ("dusk", "#7b2d8b", False)
    assert theme.variables["border"] == "#123456"
    assert problems == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('acent: "#fff"\n', "dusk.yaml:1: “acent” is no colour of a theme (did you mean “accent”?)"),
        ("# mine\naccent: mauvish\n", 'dusk.yaml:2: accent: “mauvish” is no colour; write "#rrggbb"'),
        ("base: briefreeder\n", "dusk.yaml:1: “briefreeder” is no theme (did you mean “briefreader”?)"),
        ("- a\n", 'dusk.yaml:1: expected lines like “accent: "#7b2d8b"”'),
    ],
)
def test_a_theme_that_cannot_serve_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "dusk.yaml").write_text(text)
    assert told(tmp_path) == [sentence]
    assert load_themes(tmp_path)[0] == []


def test_a_theme_file_of_another_name_is_told_how_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "dusk.yml").write_text('accent: "#7b2d8b"\n')
    assert told(tmp_path) == ["dusk.yml:1: is not read: name it dusk.yaml"]


def test_without_a_folder_there_are_no_themes_of_ones_own(tmp_path: Path) -> None:
    assert load_themes(tmp_path / "themes") == ([], [])


async def test_a_theme_of_ones_own_is_offered_and_remembered(opened: Opens, home: Path) -> None:
    folder = home / "config" / "briefreader" / "themes"
    folder.mkdir(parents=True)
    (folder / "dusk.yaml").write_text('accent: "#7b2d8b"\n')
    async with opened() as reader:
        await reader.press("T")
        await reader.type("dusk")
        await reader.press("enter")
        assert reader.app.theme == "dusk"
    async with opened() as reader:
        assert reader.app.theme == "dusk"


@pytest.mark.parametrize("theme", ["briefreader", "briefreader-light", "briefreader-16", "briefreader-mono"])
async def test_each_theme_of_ours_can_be_worn(opened: Opens, theme: str) -> None:
    async with opened() as reader:
        reader.app.wardrobe.wear(theme)
        await reader.press("j")
        assert reader.app.theme == theme


def configured(home: Path, text: str) -> Loaded:
    folder = home / "config" / "briefreader"
    (folder / "themes").mkdir(parents=True, exist_ok=True)
    (folder / "config.yaml").write_text(text)
    return with_themes_checked(read_settings(folder / "config.yaml"))


def test_a_theme_that_there_is_not_is_told_with_its_line_and_the_nearest(home: Path) -> None:
    loaded = configured(home, "# mine\nlook:\n  theme: nrod\n")
    assert [str(problem) for problem in loaded.problems] == [
        "config.yaml:3: look.theme: there is no theme “nrod” (did you mean “nord”?); auto serves"
    ]
    assert loaded.settings == Settings()
    assert loaded.lines == {}


@pytest.mark.parametrize("theme", ["auto", "nord", "briefreader-16", "dusk"])
def test_a_theme_that_there_is_passes_the_check(home: Path, theme: str) -> None:
    configured(home, "")
    (home / "config" / "briefreader" / "themes" / "dusk.yaml").write_text("base: nord\n")
    assert configured(home, f"look:\n  theme: {theme}\n").problems == ()


async def test_a_start_with_a_theme_that_there_is_not_tells_it_and_goes_on(opened: Opens, home: Path) -> None:
    settings = configured(home, "look:\n  theme: nrod\n").settings
    wrong = replace(settings, look=replace(settings.look, theme="nrod"))
    async with opened(settings=wrong) as reader:
        assert any("config.yaml:2: look.theme" in notice for notice in reader.app.notices)
        assert reader.app.theme == "briefreader"


async def test_a_theme_tried_on_over_the_one_in_the_settings_is_told_to_last_until_the_end(
    opened: Opens, home: Path
) -> None:
    settings = replace(Settings(), look=replace(Settings().look, theme="nord"))
    async with opened(settings=settings) as reader:
        await reader.press("T")
        await reader.type("gruvbox")
        await reader.press("enter")
        assert reader.app.theme == "gruvbox"
        assert "config.yaml names nord" in reader.said
    async with opened(settings=settings) as reader:
        assert reader.app.theme == "nord"


async def test_without_colours_a_theme_with_some_is_not_worn_but_kept_for_another_terminal(
    opened: Opens, home: Path
) -> None:
    async with opened(terminal=Terminal(colors=0)) as reader:
        await reader.press("T")
        await reader.type("nord")
        await reader.press("enter")
        assert reader.app.theme == "briefreader-mono"
        assert "too few colours" in reader.said
    async with opened() as reader:
        assert reader.app.theme == "nord"


async def test_auto_goes_back_to_what_suits_the_terminal(opened: Opens, home: Path) -> None:
    async with opened() as reader:
        for theme in ("nord", "auto"):
            await reader.press("T")
            await reader.type(theme)
            await reader.press("enter")
        assert reader.app.theme == "briefreader"
