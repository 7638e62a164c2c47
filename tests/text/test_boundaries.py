"""Where words and sentences end, and the normal forms they are compared in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model import Span
from briefreader.text.normal import comparable, fold_accents, fold_case, straighten
from briefreader.text.sentences import sentences
from briefreader.text.words import count_words, words


def parts(text: str) -> list[str]:
    return [span.cut(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The ferry sank.", "Nobody drowned."],
        ["Mr. Oakes of the U.S. Navy spoke at 5 p.m. on Jan. 5.", "He left."],
        ["“Did it rain?” she asked.", "It had."],
        ["“It rained.”", "“It snowed.”"],
        ["She works for Dunmore Inc. in Leeds."],
        ["He said no.", "Then No. 5 came in."],
        ["J. R. Hale et al. wrote it.", "Nobody read it!"],
        ["It cost 3.5 million.", "Fig. 2 shows why."],
        ["船が沈んだ。", "誰も溺れなかった。"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    joiner = "" if expected[0].endswith("。") else " "
    assert parts(joiner.join(expected)) == expected


def test_a_wrapped_line_does_not_end_a_sentence_but_a_blank_one_does() -> None:
    assert parts("The boat\nsank fast\n\nA heading\n\nIt was old.") == [
        "The boat\nsank fast",
        "A heading",
        "It was old.",
    ]


def test_glued_sentences_are_parted() -> None:
    assert parts("The boat sank.The crew swam.") == ["The boat sank.", "The crew swam."]


def test_only_the_part_asked_for_is_looked_at() -> None:
    text = "One here. Two here. Three here."
    assert [span.cut(text) for span in sentences(text, Span(10, 19))] == ["Two here."]


@given(st.text(alphabet="aB .!?\n“”'\"。"))
def test_sentences_never_overlap_and_leave_out_only_space(text: str) -> None:
    left = 0
    for span in sentences(text):
        assert not text[left : span.start].strip()
        assert span.start < span.end
        left = span.end
    assert not text[left:].strip()


def test_a_word_keeps_its_apostrophe_its_hyphen_and_its_decimals() -> None:
    text = "Don't re-open 1,000.5 boxes, naïve 船長"
    assert [span.cut(text) for span in words(text)] == [
        "Don't", "re-open", "1,000.5", "boxes", "naïve", "船", "長",
    ]  # fmt: skip
    assert count_words(text) == 7
    assert [span.cut(text) for span in words(text, Span(6, 13))] == ["re-open"]


@given(st.text())
def test_normal_forms_keep_the_length(text: str) -> None:
    for form in (fold_case, fold_accents, straighten, comparable):
        assert len(form(text)) == len(text)


def test_quotes_dashes_accents_and_case_do_not_tell_words_apart() -> None:
    assert comparable("“Łódź” – BRAȘOV’s") == '"lodz" - brasov\'s'
    assert fold_case("İstanbul") == "istanbul"


def test_a_joiner_is_part_of_its_word() -> None:
    text = "او می\u200cخواهد بیاید"
    assert [span.cut(text) for span in words(text)] == ["او", "می\u200cخواهد", "بیاید"]
