"""What is folded away parts the words on its two sides: no phrase and no group of words goes across."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.search import FOLDED, Engine
from tests.search.library import Shelf, article, keys, shelved

BEFORE = "The dredger waited off Orlund until the tide turned."
AFTER = "Salvage crews boarded it before the gale; the tide had turned twice."


def body(fold: str) -> str:
    return f"{BEFORE}\n{FOLDED * len(fold)}\n{AFTER}"


@pytest.fixture(params=["Ad", "Read our terms of use and subscribe to the evening letter"])
def harbour(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Engine, Shelf]:
    """An article with something folded between two sentences, and one with both sentences in a row."""
    return shelved(
        tmp_path,
        article(1, body(request.param), "Dredger adrift"),
        article(2, f"{BEFORE}\n{AFTER}", "Gale warning"),
    )


@pytest.mark.parametrize(
    "query",
    ['"tide turned salvage"', '"turned salva', '"turned crews"~2', '"gale dredger"~40', '"crews off"~9999'],
)
def test_words_on_both_sides_of_a_fold_do_not_stand_together(
    harbour: tuple[Engine, Shelf], query: str
) -> None:
    engine, _ = harbour
    assert keys(engine, query) == [2]
    assert engine.matches(query, 1) == ()
    assert engine.matches(query, 2)


@pytest.mark.parametrize(
    ("query", "lit"), [('"salvage crews"', ["Salvage crews"]), ('"tide twice"~3', ["tide", "twice"])]
)
def test_words_on_one_side_of_a_fold_are_found_and_lit_in_their_place(
    harbour: tuple[Engine, Shelf], query: str, lit: list[str]
) -> None:
    engine, shelf = harbour
    assert sorted(keys(engine, query)) == [1, 2]
    assert [span.cut(shelf.text(1)) for span in engine.matches(query, 1)] == lit


@pytest.mark.parametrize("query", ['"adrift dredger waited"', '"adrift waited"~5', '"dredger adrift the"'])
def test_no_phrase_goes_from_the_title_on_into_the_text(harbour: tuple[Engine, Shelf], query: str) -> None:
    engine, _ = harbour
    assert keys(engine, query) == []


def test_words_near_each_other_in_a_title_are_found_whatever_the_text_folds(tmp_path: Path) -> None:
    engine, _ = shelved(
        tmp_path,
        article(1, f"{FOLDED * 9} Nothing yet. {FOLDED * 9} Later.", "Tide table for the whole gale season"),
    )
    assert keys(engine, '"gale tide"~6') == [1]


def test_a_fold_adds_no_word_to_what_a_wild_card_or_a_slip_may_mean(harbour: tuple[Engine, Shelf]) -> None:
    engine, _ = harbour
    assert keys(engine, "f*") == []
    assert keys(engine, "fb") == []


def test_a_snippet_shows_blanks_for_a_short_fold(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path, article(1, f"Pilots met {FOLDED * 5} at the sluice."))
    (hit,) = engine.search("pilots sluice").hits
    assert hit.snippet is not None
    assert hit.snippet.text == "Pilots met       at the sluice."
