"""From a text to its mentions: the recogniser as the other rooms know it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from briefreader.entities.consistency import agree
from briefreader.entities.mentions import to_mentions
from briefreader.entities.tagger import Tagger, shipped
from briefreader.entities.tokens import read
from briefreader.model import Fold, Mention


class Recognizer(Protocol):
    """Finds names. An implementation can be pickled, so that worker processes may have it."""

    def find(self, text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
        """Return the mentions in ``text`` outside ``folds``, in order, without overlaps, ``entity`` None."""
        ...


class ModelRecognizer:
    """The rules, the model that weighs their verdict, and agreement across the text.

    ``weights`` names the model's file; None is the one that comes with briefreader. It is opened on first
    use, so that a recogniser can travel to another process.
    """

    def __init__(self, weights: Path | None = None) -> None:
        self._weights = weights
        self._tagger: Tagger | None = None

    def find(self, text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
        """Return the mentions in ``text`` outside ``folds``, in order, without overlaps, ``entity`` None."""
        if self._tagger is None:
            self._tagger = Tagger(self._weights) if self._weights else shipped()
        document = read(text, folds)
        return to_mentions(document, agree(document, self._tagger.find(document)))

    def __getstate__(self) -> tuple[Path | None]:
        return (self._weights,)

    def __setstate__(self, state: tuple[Path | None]) -> None:
        (self._weights,) = state
        self._tagger = None
