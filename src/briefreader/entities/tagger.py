"""The statistical model: a linear-chain conditional random field over the words of a document.

Lafferty, McCallum, Pereira (2001); trained and run by CRFsuite (Okazaki).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pycrfsuite

from briefreader.entities.features import stretches
from briefreader.entities.packaged import FOLDER
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

MODEL = "model.crfsuite"
CODES: dict[str, EntityType] = {"p": "person", "o": "organization", "l": "location", "m": "misc"}


class Tagger:
    """Labels a document's words with the weights in the file at ``path``."""

    def __init__(self, path: Path) -> None:
        self._model = pycrfsuite.Tagger()
        self._model.open(str(path))

    def find(self, document: Document) -> list[Found]:
        """Return the names the model sees, in order and without overlaps."""
        found: list[Found] = []
        tag = self._model.tag
        for first, _, attributes in stretches(document):
            found += spans(tag(attributes), first)
        return found


def spans(labels: Sequence[str], offset: int = 0) -> list[Found]:
    """Read names off labels such as "Bp", "Ip", "O": begin or inside, and the type's initial."""
    found: list[Found] = []
    start, code = -1, ""
    for at, label in enumerate((*labels, "O")):
        if start >= 0 and (label[0] != "I" or label[1] != code):
            found.append(Found(offset + start, offset + at, CODES[code]))
            start = -1
        if label != "O" and start < 0:
            start, code = at, label[1]
    return found


@cache
def shipped() -> Tagger:
    """Return the model that comes with briefreader."""
    return Tagger(FOLDER / MODEL)
