"""Counts and chords as fingers type them."""

import pytest

from briefreader.keymap import KeyReader, NotMine, Run, Waiting, load_keymap


@pytest.fixture
def reader() -> KeyReader:
    return KeyReader(load_keymap())


def test_a_key_runs_its_command(reader: KeyReader) -> None:
    assert reader.press("list", "j") == Run("move.down", None)


def test_a_number_before_a_key_is_its_count(reader: KeyReader) -> None:
    assert [reader.press("list", key) for key in "12j"] == [Waiting(), Waiting(), Run("move.down", 12)]
    assert not reader.pending


def test_a_leading_zero_is_no_count(reader: KeyReader) -> None:
    assert isinstance(reader.press("list", "0"), NotMine)


def test_a_chord_waits_shows_itself_and_names_what_may_follow(reader: KeyReader) -> None:
    assert reader.press("list", "3") == Waiting()
    assert reader.press("list", "g") == Waiting()
    assert reader.shown() == "3 g"
    assert reader.choices("list")[("g",)] == "move.top"
    assert reader.press("list", "g") == Run("move.top", 3)


def test_a_broken_chord_says_what_it_cut_short_and_starts_over(reader: KeyReader) -> None:
    reader.press("list", "g")
    assert reader.press("list", "Q") == NotMine(("g",))
    assert reader.press("list", "j") == Run("move.down")


def test_letters_are_text_in_the_search_bar_but_control_keys_are_commands(reader: KeyReader) -> None:
    assert reader.press("search", "j") == NotMine()
    assert reader.press("search", "5") == NotMine()
    assert reader.press("search", "ctrl+p") == Run("app.palette")
    assert reader.press("search", "enter") == Run("search.accept")


def test_letters_are_commands_among_the_names_as_in_every_list(reader: KeyReader) -> None:
    assert reader.press("sidebar", "n") == Run("match.next")
    assert reader.press("sidebar", "j") == Run("move.down")
    assert reader.press("sidebar", "f") == Run("sidebar.filter")
    assert reader.press("sidebar", "+") == Run("sidebar.narrow")
    assert reader.press("sidebar", "?") == Run("app.help")


def test_global_keys_keep_out_of_dialogs(reader: KeyReader) -> None:
    assert isinstance(reader.press("dialog", "ctrl+p"), NotMine)


def test_a_count_beyond_reason_is_bounded(reader: KeyReader) -> None:
    for key in "99999999999":
        reader.press("list", key)
    answer = reader.press("list", "j")
    assert isinstance(answer, Run)
    assert answer.count is not None
    assert answer.count <= 1_000_000


def test_forgetting_drops_count_and_chord(reader: KeyReader) -> None:
    reader.press("list", "4")
    reader.press("list", "g")
    reader.forget()
    assert reader.shown() == ""
    assert reader.press("list", "j") == Run("move.down", None)
