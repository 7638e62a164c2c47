"""Another recogniser can take the place of briefreader's own."""

from __future__ import annotations

import pickle
import sys
from types import ModuleType, SimpleNamespace

import pytest

from briefreader import entities
from briefreader.entities.backends import SpacyRecognizer
from briefreader.entities.choice import VARIABLE
from briefreader.errors import BadData
from briefreader.model import Fold

TEXT = "The Harbour Board met Ana Moreno’s lawyer on Monday in Oslo."


def found(words: str, label: str) -> SimpleNamespace:
    """An entity as spaCy gives it."""
    start = TEXT.index(words)
    return SimpleNamespace(label_=label, start_char=start, end_char=start + len(words))


@pytest.fixture
def spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for an installed spaCy with one pipeline."""

    def load(name: str) -> object:
        if name != "en_small":
            raise OSError(name)
        return lambda _text: SimpleNamespace(
            ents=[
                found("The Harbour Board", "ORG"),
                found("Ana Moreno’s", "PERSON"),
                found("Monday", "DATE"),
                found("Oslo", "GPE"),
            ]
        )

    module = ModuleType("spacy")
    module.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)


@pytest.mark.usefixtures("spacy")
def test_a_spacy_pipeline_finds_names_in_briefreader_s_own_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "spacy:en_small")
    mentions = [(each.text, each.type) for each in entities.recognize(TEXT)]
    assert mentions == [("Harbour Board", "organization"), ("Ana Moreno", "person"), ("Oslo", "location")]


@pytest.mark.usefixtures("spacy")
def test_a_spacy_pipeline_passes_over_folds_and_travels_to_workers() -> None:
    copy = pickle.loads(pickle.dumps(SpacyRecognizer("en_small")))
    assert [each.text for each in copy.find(TEXT, (Fold(0, 40, "menu"),))] == ["Oslo"]


@pytest.mark.usefixtures("spacy")
def test_a_pipeline_that_is_not_installed_is_told_in_a_sentence() -> None:
    with pytest.raises(BadData, match="no pipeline 'en_huge'"):
        SpacyRecognizer("en_huge").find(TEXT)


def test_without_spacy_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(BadData, match="briefreader\\[spacy\\]"):
        SpacyRecognizer("en_small").find(TEXT)


def test_a_recogniser_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "oracle")
    with pytest.raises(BadData, match="spacy:en_core_web_sm"):
        entities.recognize(TEXT)


def test_what_another_recogniser_found_is_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    own = entities.version()
    monkeypatch.setenv(VARIABLE, "spacy:en_small")
    assert own != entities.version()
