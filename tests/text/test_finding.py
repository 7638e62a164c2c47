"""What is found in a text as it is typed: small letters, patterns, whole words."""

from __future__ import annotations

import pytest

from briefreader.text.finding import BadPattern, find

TEXT = "The Envoy met an envoy in 2019\nand in 2022; envoys\nmeet."


def found(typed: str) -> list[str]:
    return [span.cut(TEXT) for span in find(TEXT, typed)]


def test_small_letters_find_any_case_and_capitals_only_themselves() -> None:
    assert found("envoy") == ["Envoy", "envoy", "envoy"]
    assert found("Envoy") == ["Envoy"]


def test_words_are_found_across_a_line_end() -> None:
    assert found("envoys meet") == ["envoys\nmeet"]


def test_signs_mean_themselves_outside_slashes() -> None:
    assert find("a.b (c) a+b", "a.b") == find("a.b (c) axb", "a.b")
    assert [span.start for span in find("x (c) [b]", "[b]")] == [6]


def test_an_expression_between_slashes_is_searched_for_while_the_second_is_not_typed_yet() -> None:
    assert found(r"/20[12]\d/") == found(r"/20[12]\d") == ["2019", "2022"]
    assert found(r"/^and") == ["and"]
    assert found(r"/\S+\W+met") == ["Envoy met"]
    assert found("/x*") == []


def test_nothing_typed_finds_nothing() -> None:
    assert found("") == found("  ") == found("/") == []


def test_half_an_expression_is_said_to_be_none() -> None:
    with pytest.raises(BadPattern, match=r"^no regular expression: missing \)$"):
        find(TEXT, "/(envoy")


def test_an_expression_that_would_take_for_ever_is_given_up() -> None:
    with pytest.raises(BadPattern, match="too long"):
        find("a" * 40 + "b", r"/(a|aa)+$", time_limit=0.05)


def test_a_word_is_found_whether_joiners_stand_in_it_or_not() -> None:
    text = "او می\u200cخواهد و میخواهد"
    assert [span.cut(text) for span in find(text, "میخواهد")] == ["می\u200cخواهد", "میخواهد"]
    assert find(text, "می\u200cخواهد") == find(text, "میخواهد")
    assert find(text, "\u200c") == []
