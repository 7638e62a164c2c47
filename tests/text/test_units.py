"""How a stretch of text grows and shrinks by words and sentences."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from briefreader.model import Span
from briefreader.text.units import Edge, Unit, Units

TEXT = "The envoy left. He took a train!\n\nNobody saw him. It rained."
PARTS = [Span(0, 32), Span(34, len(TEXT))]


def grown(start: str, *steps: tuple[Unit, Edge, int]) -> str:
    units = Units(TEXT, PARTS)
    unit = steps[0][0]
    span = units.at(TEXT.index(start), unit)
    assert span is not None
    for unit, edge, by in steps:
        span = units.moved(span, unit, edge, by)
    return span.cut(TEXT)


def test_the_unit_at_a_place_is_the_one_it_lies_in_or_the_next() -> None:
    units = Units(TEXT, PARTS)
    assert units.at(5, "word") == Span(4, 9)
    assert units.at(3, "word") == Span(4, 9)
    assert units.at(0, "sentence") == Span(0, 15)
    assert units.at(len(TEXT), "word") is None


def test_a_selection_grows_over_the_edge_of_a_paragraph() -> None:
    assert grown("He", ("sentence", "end", 1)) == "He took a train!\n\nNobody saw him."


def test_a_selection_shrinks_to_one_unit_and_no_further() -> None:
    assert grown("envoy", ("word", "end", 3), ("word", "end", -1)) == "envoy left. He"
    assert grown("envoy", ("word", "end", 3), ("word", "end", -9)) == "envoy"
    assert grown("took", ("word", "start", 5)) == "took"


def test_the_start_moves_as_the_end_does() -> None:
    assert grown("took", ("word", "start", -2)) == "left. He took"
    assert grown("took", ("word", "start", -2), ("word", "start", 1)) == "He took"


def test_sentences_and_words_may_be_mixed() -> None:
    assert grown("He", ("sentence", "end", 0), ("word", "end", -1)) == "He took a train"
    assert grown("envoy", ("word", "end", 0), ("sentence", "end", 1)) == "envoy left."


def test_an_empty_text_has_nothing_to_select() -> None:
    assert Units("").at(0, "sentence") is None
    assert Units("").moved(Span(0, 0), "word", "end", 1) == Span(0, 0)


@example(". .a", [("sentence", "start", -2), ("sentence", "end", -1), ("word", "start", 0)])
@example("a. .", [("sentence", "end", 2), ("sentence", "start", 2), ("word", "end", 0)])
@given(
    st.text("ab .\n", max_size=30),
    st.lists(
        st.tuples(
            st.sampled_from(["word", "sentence"]), st.sampled_from(["start", "end"]), st.integers(-4, 4)
        )
    ),
)
def test_a_selection_is_never_empty_and_never_leaves_the_text(
    text: str, steps: list[tuple[Unit, Edge, int]]
) -> None:
    units = Units(text)
    span = units.at(0, "word")
    if span is None:
        return
    for unit, edge, by in steps:
        span = units.moved(span, unit, edge, by)
        assert 0 <= span.start < span.end <= len(text)
