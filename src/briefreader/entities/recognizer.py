"""From a text to its mentions: the recogniser as the other rooms know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from briefreader.entities.mentions import to_mentions
from briefreader.entities.rules import judge
from briefreader.entities.tokens import read
from briefreader.model import Fold, Mention


class Recognizer(Protocol):
    """Finds names. An implementation can be pickled, so that worker processes may have it."""

    def find(self, text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
        """Return the mentions in ``text`` outside ``folds``, in order, without overlaps, ``entity`` None."""
        ...


class RuleRecognizer:
    """Rules and lists alone."""

    def find(self, text: str, folds: Sequence[Fold] = ()) -> list[Mention]:
        """Return the mentions in ``text`` outside ``folds``, in order, without overlaps, ``entity`` None."""
        document = read(text, folds)
        return to_mentions(document, judge(document))


def default_recognizer() -> Recognizer:
    """Return the recogniser that comes with briefreader."""
    return RuleRecognizer()
