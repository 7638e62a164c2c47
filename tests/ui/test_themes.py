"""Themes: ours, and files of the reader's own."""

from pathlib import Path

import pytest

from briefreader.ui.own_themes import load_themes
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
        reader.app.wear(theme)
        await reader.press("j")
        assert reader.app.theme == theme
