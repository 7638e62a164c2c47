"""What of foreign text reaches the screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.text.sanitize import sanitize, sanitize_line

ANYTHING = st.text(st.characters(exclude_categories=()))
NEVER_SHOWN = {"Cc", "Cs", "Co", "Zl", "Zp"}
SHAPED_FORMATS = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")


def foul(char: str) -> bool:
    if char in "\n\t":
        return False
    if unicodedata.category(char) == "Cf":
        return char not in SHAPED_FORMATS
    return unicodedata.category(char) in NEVER_SHOWN or (ord(char) & 0xFFFE) == 0xFFFE


def is_joined(text: str, place: int) -> bool:
    """Tell whether a joiner stands behind a letter, accent or sign that is no Latin one."""
    return text[place] in "\u200b\u200c\u200d" and place > 0 and text[place - 1] > "\u0600"


@given(ANYTHING)
def test_sanitising_never_moves_a_code_point(raw: str) -> None:
    assert len(sanitize(raw)) == len(raw)
    assert len(sanitize_line(raw)) == len(raw)


@given(ANYTHING)
def test_sanitising_twice_changes_nothing(raw: str) -> None:
    assert sanitize(sanitize(raw)) == sanitize(raw)
    assert sanitize_line(sanitize_line(raw)) == sanitize_line(raw)


@given(ANYTHING)
def test_nothing_that_a_terminal_obeys_comes_out(raw: str) -> None:
    """Joiners within words of some scripts stay; tests/text/test_joiners.py holds them."""
    shown = sanitize(raw)
    assert not [char for place, char in enumerate(shown) if foul(char) and not is_joined(shown, place)]


@given(ANYTHING)
def test_a_line_stays_one_line(raw: str) -> None:
    assert len(sanitize_line(raw).splitlines()) <= 1


def test_every_foul_code_point_there_is_becomes_another() -> None:
    passed = [code for code in range(0x110000) if foul(chr(code)) and sanitize(chr(code)) == chr(code)]
    assert passed == []


@given(st.text(st.characters(categories=("L", "N", "P"), exclude_characters="\u115f\u1160\u3164\uffa0")))
def test_letters_digits_and_punctuation_stay_as_they_are(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mb", "a\u241b[31mb"),
        ("one\r\ntwo\rthree", "one \ntwo\nthree"),
        ("pay\u202egpj.exe", "pay◌gpj.exe"),
        ("zero\u200bwidth", "zero◌width"),
        ("ow\u200cn\u200ded", "ow◌n◌ed"),
        ("half\ud800pair", "half\ufffdpair"),
        ("hard\xa0space", "hard space"),
        ("next\x85line\u2028and\u2029on", "next\nline\nand\non"),
        ("\x9b2J", "\ufffd2J"),
        ("del\x7f", "del\u2421"),
    ],
)
def test_what_is_hidden_or_obeyed_is_shown_instead(raw: str, shown: str) -> None:
    assert sanitize(raw) == shown


def test_a_title_shows_its_line_ends_and_spaces_its_tabs() -> None:
    assert sanitize_line("two\nlines\tand a tab") == "two\u2424lines and a tab"
