"""How keys are spelt, in files and on the screen."""

import pytest

from briefreader.keymap.keys import BadKeyError, parse, shown, spelt


@pytest.mark.parametrize(
    ("spelling", "chord"),
    [
        ("g g", ("g", "g")),
        ("Esc", ("escape",)),
        ("PgDn", ("pagedown",)),
        ("CTRL+D", ("ctrl+d",)),
        ("F5", ("f5",)),
        ("meta+v", ("alt+v",)),
        ("ctrl+/", ("ctrl+underscore",)),
        ("ctrl+space", ("ctrl+@",)),
        ("ctrl+x 1", ("ctrl+x", "1")),
    ],
)
def test_common_spellings_are_understood(spelling: str, chord: tuple[str, ...]) -> None:
    assert parse(spelling) == chord


def test_capitals_are_keys_of_their_own() -> None:
    assert parse("G") != parse("g")


@pytest.mark.parametrize("spelling", ["", "  ", "\x1b", "ctrl+shift+x", "shift+a", "f13", "ctrl+", "gg"])
def test_what_is_no_key_is_refused(spelling: str) -> None:
    with pytest.raises(BadKeyError):
        parse(spelling)


def test_keys_are_shown_as_the_keyboard_has_them() -> None:
    chords = [("down",), ("ctrl+d",), ("f1",), ("g", "g"), ("space",)]
    assert [shown(chord) for chord in chords] == ["↓", "^D", "F1", "g g", "Space"]
    assert shown(("down",), ascii_only=True) == "Down"
    assert spelt(("g", "g")) == "g g"


def test_keys_that_terminals_name_otherwise_are_shown_as_the_keyboard_has_them() -> None:
    assert [shown(parse(spelling)) for spelling in ("alt+v", "ctrl+/", "ctrl+space")] == [
        "Alt+v",
        "^/",
        "^Space",
    ]
