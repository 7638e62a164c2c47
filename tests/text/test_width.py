"""How wide text is on a terminal, and where its lines break."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefreader.text.width import cell_width, clusters, fit, is_narrow, pad, wrap

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1ea"
ALPHABET = st.sampled_from(
    [
        *"ab cd-/,. \n\té",
        "e\u0301",
        "語",
        "文",
        "「",
        "。",
        "한",
        "שלום",
        "\u05b8",
        FAMILY,
        FLAG,
        "👍🏽",
        "\u200d",
        "\ufe0f",
        "ก\u0e33",
    ]
)
TEXTS = st.lists(ALPHABET, max_size=60).map("".join) | st.text(max_size=60)


def lines_of(text: str, width: int, **options: bool) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, **options)]


@settings(max_examples=300)
@given(TEXTS, st.integers(2, 30), st.booleans())
def test_every_code_point_stands_on_exactly_one_line(text: str, width: int, reflow: bool) -> None:
    lines = wrap(text, 0, len(text), width, reflow=reflow)
    assert [start for start, _ in lines[1:]] == [end for _, end in lines[:-1]]
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(start < end for start, end in lines)


@settings(max_examples=300)
@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_the_room(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width):
        line = text[start:end].rstrip()
        assert cell_width(line) <= max(width, *(cells for _, _, cells in clusters(text)))


@settings(max_examples=300)
@given(TEXTS, st.integers(2, 30))
def test_no_line_begins_within_a_cluster(text: str, width: int) -> None:
    for line in text.split("\n"):
        bounds = {start for start, _, _ in clusters(line)}
        assert {start for start, _ in wrap(line, 0, len(line), width)} <= bounds


@settings(max_examples=300)
@given(TEXTS, st.integers(0, 30))
def test_a_fitted_text_keeps_within_its_room_and_a_padded_one_fills_it(text: str, width: int) -> None:
    line = text.replace("\n", " ").replace("\t", " ")
    assert cell_width(fit(line, width)) <= width
    assert cell_width(pad(line, width)) == width


@given(st.characters())
def test_what_is_called_narrow_takes_one_cell(char: str) -> None:
    assert not is_narrow(char) or cell_len(char) == 1


@given(st.text())
def test_clusters_cover_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end, _ in clusters(text)) == text


@pytest.mark.parametrize("cluster", ["e\u0301", FLAG, "👍🏽", "\u1112\u1161\u11ab", "✌\ufe0f", "ש\u05b8"])
def test_what_is_read_as_one_sign_is_one_cluster(cluster: str) -> None:
    assert [(start, end) for start, end, _ in clusters(f"a{cluster}b")] == [
        (0, 1),
        (1, 1 + len(cluster)),
        (1 + len(cluster), 2 + len(cluster)),
    ]


def test_joined_emoji_are_clusters_of_their_own_since_not_every_terminal_joins_them() -> None:
    assert list(clusters(FAMILY)) == [(0, 2, 2), (2, 4, 2), (4, 5, 2)]


def test_two_flags_are_two_clusters_of_two_cells() -> None:
    assert [cells for _, _, cells in clusters(FLAG + FLAG)] == [2, 2]


def test_a_line_breaks_at_its_last_space_which_stays_behind_unseen() -> None:
    assert lines_of("the envoy left Geneva early", 15) == ["the envoy left ", "Geneva early"]


def test_a_compound_breaks_after_its_hyphen_but_a_minus_stays_with_its_number() -> None:
    assert lines_of("a well-known man", 8) == ["a well-", "known ", "man"]
    assert lines_of("it was -40 there", 9) == ["it was ", "-40 there"]


def test_a_word_too_long_for_the_line_is_cut() -> None:
    assert lines_of("unconstitutionally", 8) == ["unconsti", "tutional", "ly"]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert lines_of("pay 5\u00a0000 now", 8) == ["pay ", "5\u00a0000 ", "now"]


def test_ideographs_break_anywhere_but_before_a_full_stop_and_after_an_opening_quote() -> None:
    assert lines_of("会議は終了した。", 14) == ["会議は終了し", "た。"]
    assert lines_of("彼は言う「はい」", 10) == ["彼は言う", "「はい」"]


def test_words_written_from_right_to_left_stay_whole() -> None:
    assert lines_of("שלום עולם טוב", 9) == ["שלום עולם ", "טוב"]


def test_a_line_feed_breaks_unless_the_text_is_to_be_set_anew() -> None:
    assert lines_of("one\ntwo", 20) == ["one\n", "two"]
    assert lines_of("one\ntwo", 20, reflow=True) == ["one\ntwo"]


def test_wrapping_a_part_keeps_the_coordinates_of_the_whole() -> None:
    text = "xxxx the envoy left xxxx"
    assert wrap(text, 5, 19, 9) == [(5, 15), (15, 19)]


def test_a_word_of_a_million_letters_is_cut_into_lines() -> None:
    lines = wrap("x" * 1_000_000, 0, 1_000_000, 80)
    assert len(lines) == 12_500
