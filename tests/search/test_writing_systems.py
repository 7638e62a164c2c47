"""Words of any script: found however their signs are written, lit from the first to the last of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.search.passages.folded import fold
from briefreader.search.words import normal, normal_words, raw_words
from tests.search.library import article, keys, shelved


@pytest.mark.parametrize(
    ("text", "query", "lit"),
    [
        ("한국 정부와 한글 학회", "한국", ["한국"]),
        ("한국 정부와 한글 학회", "한*", ["한국", "한글"]),
        ("東京港で会談が終わった", "会談", ["会談"]),
        ("かき、がき", "がき", ["がき"]),
        ("การเจรจาที่ท่าเรือสิ้นสุดลง", "ท่าเรือ", ["ท่าเรือ"]),
        ("बंदरगाह पर हिन्दी बैठक", "हिन्दी", ["हिन्दी"]),
        ("बंदरगाह पर हिन्दी बैठक", "हिन*", ["हिन्दी"]),
        ("हनद", "हिन्दी", []),
        ("قال مُحَمَّد إن الميناء مغلق", "محمد", ["مُحَمَّد"]),
        ("قال محمد إن المينـــاء مغلق", "مُحَمَّد الميناء", ["محمد", "المينـــاء"]),
        ("שָׁלוֹם לנמל", "שלום", ["שָׁלוֹם"]),
        ("Лукʼянівка мовчить", "лукʼянівка", ["Лукʼянівка"]),
        ("ΟΔΥΣΣΕΑΣ έφυγε", "οδυσσεας", ["ΟΔΥΣΣΕΑΣ"]),
        ("the har◌bour◌mas◌ter sailed", "harbourmaster", ["har◌bour◌mas◌ter"]),
        ("او می\u200cخواهد بیاید", "میخواهد", ["می\u200cخواهد"]),
        ("او میخواهد بیاید", "می\u200cخواهد", ["میخواهد"]),
        ("ශ්\u200dරී ලංකාව", "ශ්\u200dරී", ["ශ්\u200dරී"]),
        ("Straße nach Ærø", "straße", ["Straße"]),
        ("Fahrt nach Ærø", "aro", ["Ærø"]),
        ("e\u0301te\u0301 e\u0301", "été", ["e\u0301te\u0301"]),
        ("ﬂood at the quay", "quay", ["quay"]),
        ("A−B and 1\u00a0200 tons", '"1 200 tons"', ["1\u00a0200 tons"]),
        ("don't, don’t, dont", "don't", ["don't", "don’t"]),
        ("The mayors' and the mayor’s boats", "mayor's", ["mayors", "mayor"]),
        ("rock-’n’-roll", '"rock n roll"', ["rock-’n’-roll"]),
        ("COVID-19 and F-16s", "covid-19", ["COVID-19"]),
        ("a 3.5% rise, 3,5 more", "3.5", ["3.5", "3,5"]),
        ("snake_case names", "case", ["case"]),
        ("x²y and H₂O", "h₂o", ["H₂O"]),
    ],
)
def test_a_word_is_found_and_lit_in_its_script(tmp_path: Path, text: str, query: str, lit: list[str]) -> None:
    engine, _ = shelved(tmp_path, article(1, text), article(2, "nothing of the kind"))
    assert keys(engine, query) == ([1] if lit else [])
    assert [span.cut(text) for span in engine.matches(query, 1)] == lit


scripts = st.text(
    st.one_of(
        st.sampled_from("aéßIİı’-_.1² \u0301\u25cc\x1e"),
        st.characters(categories=["Ll", "Lu", "Lo", "Mn", "Mc", "Nd", "No", "Po", "Zs", "So"]),
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(scripts)
def test_no_word_of_any_text_is_empty_and_each_reads_the_same_again(text: str) -> None:
    for word in normal_words(text):
        assert word
        assert normal(word) == word


@settings(max_examples=300, deadline=None)
@given(scripts)
def test_folding_for_the_eye_gives_the_words_of_the_index_and_their_places(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text) + 1):
        start, _ = folded.original((place, place))
        assert start <= len(text)
    assert [normal(word) for word in raw_words(folded.text)] == normal_words(text)


def test_a_word_behind_a_stray_vowel_sign_lights_up(tmp_path: Path) -> None:
    engine, _ = shelved(tmp_path / "shelf", article(1, "\ua8e017 boats, \u0e01\u09bc18 nets"))
    assert keys(engine, "17 18") == [1]
    assert [(span.start, span.end) for span in engine.matches("17 18", 1)] == [(1, 3), (13, 15)]


@settings(max_examples=100, deadline=None)
@given(scripts.filter(lambda text: bool(normal_words(text))), st.data())
def test_every_word_of_a_text_finds_it_and_lights_up(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(raw_words(text)))
    engine, _ = shelved(tmp_path_factory.mktemp("shelf"), article(1, text))
    assert keys(engine, f'"{word}"') == [1]
    spans = engine.matches(f'"{word}"', 1)
    assert normal_words(word)[0] in {part for span in spans for part in normal_words(span.cut(text))}
    assert all(not unicodedata.combining(span.cut(text)[0]) for span in spans)
