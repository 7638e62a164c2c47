"""Unseen joiners: left where a script is spelt with them, shown where they only deceive."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.text.joiners import unjoined
from briefreader.text.sanitize import INVISIBLE, sanitize, sanitize_line
from briefreader.text.width import cell_width, wrap

ZWNJ, ZWJ, ZWSP = "\u200c", "\u200d", "\u200b"
HONEST = {
    "Persian prefix and plural": f"می{ZWNJ}خواهم کتاب{ZWNJ}ها را",
    "Persian suffix behind a letter that joins nothing": f"برادر{ZWNJ}زاده",
    "Persian age in digits": f"۲۰{ZWNJ}ساله",
    "Persian abbreviation": f"سال ۱۳۵۷ ه{ZWJ}.ش.",
    "Persian careless blank": f"شده{ZWNJ} است",
    "Urdu": f"بہ{ZWNJ}خوبی",
    "Sinhala name of a country": f"ශ්{ZWJ}රී ලංකාව",
    "Marathi": f"दऱ्{ZWJ}या",
    "Bengali": f"র{ZWJ}্যাব আল্লাহ্{ZWNJ} বলেন",
    "Malayalam old chillu": f"അവന്{ZWJ} വന്നു",
    "Khmer words": f"ខ្ញុំ{ZWSP}ទៅ{ZWSP}ផ្សារ។",
    "family": f"👩{ZWJ}👩{ZWJ}👧",
    "flag of two parts": f"🏳\ufe0f{ZWJ}🌈",
    "profession with a tone": f"👩🏽{ZWJ}⚕\ufe0f",
}
HIDING = [
    f"ow{ZWNJ}n",
    f"ow{ZWJ}n",
    f"ow{ZWSP}n",
    f"зам{ZWJ}ок",
    f"own{ZWNJ}می",
    f"می{ZWNJ}own",
    f"م{ZWJ}1",
    f"می{ZWSP}خواهم",
    f"{ZWNJ}می",
    f" {ZWJ}می",
    f"語{ZWJ}語",
    f"한{ZWNJ}국",
    f"👩{ZWJ}n",
    f"n{ZWJ}👩",
    f"👩{ZWNJ}👩",
    f"n\ufe0f{ZWJ}👩",
]


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_joiners_stay_in_the_text(text: str) -> None:
    assert sanitize(text) == sanitize_line(text) == text


@pytest.mark.parametrize("text", HIDING, ids=ascii)
def test_a_joiner_that_spelling_does_not_ask_for_is_shown(text: str) -> None:
    assert sanitize(text) == re.sub("[\u200b-\u200d]", INVISIBLE, text)


def test_of_two_joiners_in_a_row_none_is_honest() -> None:
    assert sanitize(f"می{ZWNJ}{ZWNJ}خواهم") == f"می{INVISIBLE}{INVISIBLE}خواهم"
    assert sanitize(f"👩{ZWJ}{ZWJ}👩") == f"👩{INVISIBLE}{INVISIBLE}👩"


@given(st.text(st.sampled_from(f"aя1 .語{ZWNJ}{ZWJ}{ZWSP}\ufe0f\u0301") | st.characters(), max_size=30))
def test_no_joiner_ever_hides_beside_a_letter_of_another_script(text: str) -> None:
    shown = sanitize(text)
    for joiner in re.finditer("[\u200b-\u200d]", shown):
        before, after = shown[joiner.start() - 1], shown[joiner.end() : joiner.end() + 1]
        assert joiner.start()
        assert not before.isascii()
        assert not unicodedata.name(before, "").startswith(("LATIN", "CYRILLIC", "GREEK", "CJK", "HANGUL"))
        assert not (after.isalnum() and (after.isascii() or after in "я語"))


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_joiners_take_no_cell_and_the_screen_does_without_those_that_terminals_measure_variously(
    text: str,
) -> None:
    assert cell_width(unjoined(text)) == cell_width(text)
    assert ZWJ not in unjoined(text)
    assert unjoined(text).replace(ZWNJ, "") == re.sub("[\u200b-\u200d]", "", text)


def test_joined_emoji_stand_side_by_side_and_are_counted_so() -> None:
    assert cell_width(HONEST["family"]) == 6
    assert cell_width(HONEST["flag of two parts"]) == 4


def test_khmer_breaks_where_a_word_ends_and_no_line_begins_with_a_joiner() -> None:
    text = HONEST["Khmer words"] * 4
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), 12)]
    assert all(line.endswith((ZWSP, "។")) for line in lines)
    assert "".join(lines) == text
