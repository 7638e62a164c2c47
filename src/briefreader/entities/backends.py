"""Other recognisers in the place of briefreader's own: a spaCy pipeline that the user has installed.

The environment variable BRIEFREADER_RECOGNIZER names one, as "spacy:en_core_web_sm"; worker processes
inherit it. What another recogniser found before is found anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefreader.entities.choice import VARIABLE, choice
from briefreader.entities.recognizer import ModelRecognizer, Recognizer
from briefreader.errors import BadData
from briefreader.model import EntityType, Fold, Mention

_LABELS: dict[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "location",
    "LOC": "location",
    "FAC": "location",
    "NORP": "misc",
    "MISC": "misc",
    "EVENT": "misc",
    "WORK_OF_ART": "misc",
    "PRODUCT": "misc",
    "LAW": "misc",
}
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")


class SpacyRecognizer:
    """Finds names with the spaCy pipeline called ``pipeline``, loaded on first use."""

    def __init__(self, pipeline: str) -> None:
        self._name = pipeline
        self._pipeline: Any = None

    def find(self, text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
        """Return the mentions in ``text`` outside ``folds``, in order, without overlaps, ``entity`` None."""
        self._pipeline = self._pipeline or _load(self._name)
        mentions = []
        for found in self._pipeline(text).ents:
            kind = _LABELS.get(found.label_)
            mention = _trimmed(text, found.start_char, found.end_char, kind) if kind else None
            if mention and not any(mention.overlaps(fold) for fold in folds):
                mentions.append(mention)
        return mentions

    def __getstate__(self) -> tuple[str]:
        return (self._name,)

    def __setstate__(self, state: tuple[str]) -> None:
        self.__init__(*state)  # type: ignore[misc]


def default_recognizer() -> Recognizer:
    """Return the recogniser that the environment asks for, briefreader's own by default.

    Raises:
        BadData: it asks for one that there is not.
    """
    name = choice()
    if not name:
        return ModelRecognizer()
    kind, _, pipeline = name.partition(":")
    if kind != "spacy" or not pipeline:
        raise BadData(f"{VARIABLE} is {name!r}: it reads like spacy:en_core_web_sm, or is not set")
    return SpacyRecognizer(pipeline)


def _load(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise BadData("spaCy is not installed: pip install 'briefreader[spacy]'") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise BadData(f"spaCy has no pipeline {name!r} here: install it, or unset {VARIABLE}") from error


def _trimmed(text: str, start: int, end: int, kind: EntityType) -> Mention | None:
    """Return a mention without article and possessive, as briefreader's own have none."""
    words = text[start:end]
    for article in _ARTICLES:
        if words.startswith(article):
            start += len(article)
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending):
            end -= len(ending)
    return Mention(start, end, text[start:end], kind) if end > start else None
