"""Which articles are worth comparing with one at hand, and why."""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection

from briefreader.compare.digests import Digest, dot
from briefreader.compare.duplicates import likeness_of
from briefreader.compare.sketches import Overlap, overlap

_TERMS_LOOKED_UP = 32
_MOST_PLACES = 3000
_SHARED_PASSAGE = 0.06
_LEAST = 0.03
_NAMES_SHOWN = 3


class Suggester:
    """Finds articles alike to another one, by number."""

    def __init__(self) -> None:
        self._places: dict[int, array[int]] = {}
        self.count = 0

    def add(self, known: Digest) -> None:
        """Take the next article under its heaviest terms."""
        for term in known.vector.terms[:_TERMS_LOOKED_UP].tolist():
            self._places.setdefault(term, array("I")).append(self.count)
        self.count += 1

    def alike(
        self, number: int, digest_of: Callable[[int], Digest], same_story: Collection[int], limit: int
    ) -> list[tuple[int, float, str]]:
        """Return (number, likeness from 0 to 1, reason) of the articles most alike, best first."""
        own = digest_of(number)
        found: list[tuple[int, float, Overlap]] = []
        for other in self._candidates(number, own, 4 * limit + 20) | (set(same_story) - {number}):
            theirs = digest_of(other)
            text = overlap(own.sketch, theirs.sketch)
            value = _score(own, theirs, text, other in same_story)
            if value >= _LEAST:
                found.append((other, value, text))
        best = heapq.nlargest(limit, found, key=lambda item: (item[1], -item[0]))
        telling = any(other not in same_story for other, _, _ in best)
        return [
            (other, value, _reason(own, digest_of(other), text, telling and other in same_story))
            for other, value, text in best
        ]

    def _candidates(self, number: int, own: Digest, limit: int) -> set[int]:
        worth: dict[int, float] = defaultdict(float)
        for term, weight in zip(own.vector.terms.tolist(), own.vector.weights.tolist(), strict=True):
            for other in self._places.get(term, ())[-_MOST_PLACES:]:
                worth[other] += weight
        worth.pop(number, None)
        return set(heapq.nlargest(limit, worth, key=worth.__getitem__))


def _score(own: Digest, theirs: Digest, text: Overlap, same_story: bool) -> float:
    names = len(set(own.names) & set(theirs.names)) / max(1, min(len(own.names), len(theirs.names)))
    extras = names + same_story + likeness_of(text)
    return min(1.0, 0.7 * dot(own.vector, theirs.vector) + 0.1 * extras)


def _reason(own: Digest, theirs: Digest, text: Overlap, same_story: bool) -> str:
    """Name what the two share, the most telling first; ``same_story``: that they are of one story tells."""
    reasons: list[str] = []
    if likeness_of(text):
        reasons.append("nearly the same text")
    elif text.containment >= _SHARED_PASSAGE:
        reasons.append("shared passage")
    names = [name for name in own.names if name in theirs.names]
    if names:
        reasons.append("both name " + ", ".join(names[:_NAMES_SHOWN]))
    if same_story:
        reasons.append("same story")
    return "; ".join(reasons) or "similar words"
