"""What the statistical model sees of a document: short stretches around capitals, each word as attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefreader.entities.gazetteer import gazetteer, type_of
from briefreader.entities.rules import Found, judge
from briefreader.entities.tokens import Document
from briefreader.entities.wordfeatures import Word, is_capital, word_features
from briefreader.model import EntityType

_MARGIN = 2
_GAP = 3
_REACH = 6
_A = frozenset({"w=a", "w=an", "w=the"})
_NOTHING = Word(False, "-", *(() for _ in Word._fields[2:]))


class Stretch(NamedTuple):
    """Words ``first`` to ``last`` (exclusive), whose ``attributes`` the model labels as one sequence."""

    first: int
    last: int
    attributes: list[list[str]]


def stretches(document: Document) -> Iterator[Stretch]:
    """Yield the parts of a document that can hold names: words with capitals and two on either side."""
    evidence = Evidence(document)
    for (first, last), loud in zip(document.sentences, document.loud, strict=True):
        yield from evidence.sentence(first, last, "loud" if loud else "")


class Evidence:
    """All that is known of a document before the model speaks: the rules' verdict and how words recur."""

    def __init__(self, document: Document) -> None:
        self._words = document.words
        self._known = gazetteer()
        self._verdict = ["O"] * len(document.words)
        found = judge(document)
        for first, last, kind in found:
            self._verdict[first] = "B" + kind[0]
            for at in range(first + 1, last):
                self._verdict[at] = "I" + kind[0]
        self._low = {word for word in document.words if word.islower()}
        self._habit = _habits(document, found)

    def sentence(self, first: int, last: int, loud: str) -> Iterator[Stretch]:
        """Yield the stretches of the sentence from word ``first`` to ``last``."""
        words = self._words[first:last]
        named = [at for at, word in enumerate(words) if not word.islower() and is_capital(word)]
        if not named:
            return
        phrases = self._phrases(words)
        features = [_NOTHING] * len(words)
        for begin, end in _windows(named, len(words)):
            near = slice(max(0, begin - _MARGIN), end + _REACH)
            features[near] = [word_features(word) for word in words[near]]
            rows = [self._row(features, at, first, loud, phrases.get(at)) for at in range(begin, end)]
            yield Stretch(first + begin, first + end, rows)

    def _phrases(self, words: list[str]) -> dict[int, str]:
        """Return for each word within a known phrase of several words its place there and the list's type."""
        marks: dict[int, str] = {}
        at = 0
        while at < len(words):
            length, flag = self._known.phrase_at(words, at) if words[at] in self._known.longer else (0, 0)
            for place in range(at, at + length):
                marks[place] = f"p={'B' if place == at else 'I'}{type_of(flag)}{flag}"
            at += max(1, length)
        return marks

    def _row(
        self, features: Sequence[Word], at: int, offset: int, loud: str, phrase: str | None
    ) -> list[str]:
        word = features[at]
        row = list(word.own)
        size = len(features)
        row += features[at - 1].left if at else ("BOS",)
        row += features[at + 1].right if at + 1 < size else ("EOS",)
        if word.capital:
            self._add_verdict(row, offset + at, at > 0, at + 1 < size)
            if at > 1:
                row += features[at - 2].far_left
            if at + 2 < size:
                row += features[at + 2].far_right
            self._add_capital(row, features, at, offset + at, loud)
        if phrase:
            row.append(phrase)
        return row

    def _add_verdict(self, row: list[str], here: int, before: bool, after: bool) -> None:
        verdict = self._verdict
        row.append("v=" + verdict[here])
        if before:
            row.append("-v=" + verdict[here - 1])
        if after:
            row.append("+v=" + verdict[here + 1])

    def _add_capital(self, row: list[str], features: Sequence[Word], at: int, here: int, loud: str) -> None:
        before = features[at - 1].shape if at else "#"
        after = features[at + 1].shape if at + 1 < len(features) else "#"
        shape = features[at].shape
        row.append(f"{before}|{shape}")
        row.append(f"{shape}|{after}")
        row.append(f"v|{self._verdict[here]}|{before}")
        if loud:
            row += (loud, loud + shape, f"{loud}{self._verdict[here]}")
        text = self._words[here]
        if text.lower() in self._low:
            row.append("low")
        habit = self._habit.get(text)
        if habit:
            row += habit
        row += _edges(features, at)


def _windows(named: Sequence[int], size: int) -> list[tuple[int, int]]:
    """Return the ranges around the places in ``named``, near ones in one range."""
    windows: list[tuple[int, int]] = []
    begin = end = named[0]
    for at in named[1:]:
        if at - end > _GAP + _MARGIN:
            windows.append((max(0, begin - _MARGIN), min(size, end + _MARGIN + 1)))
            begin = at
        end = at
    windows.append((max(0, begin - _MARGIN), min(size, end + _MARGIN + 1)))
    return windows


def _edges(features: Sequence[Word], at: int) -> Iterator[str]:
    """Yield the nearest words outside a run of capitals, which often give its office or its kind."""
    left = at - 1
    while left >= 0 and features[left].capital and at - left < 4:
        left -= 1
    if left != at - 1 and left >= 0:
        yield from features[left].edge_left
    right = at + 1
    while right < len(features) and features[right].capital and right - at < 4:
        right += 1
    if right != at + 1:
        yield from features[right - 1].tail
        if right < len(features):
            yield from features[right].edge_right
    yield from _apposed(features, right)


def _apposed(features: Sequence[Word], end: int) -> Iterator[str]:
    """Yield what a name is said to be: "maker" for the words of "Vesta Motors, a maker of vans"."""
    if end + 2 < len(features) and features[end].own[1] == "w=," and features[end + 1].own[1] in _A:
        for word in features[end + 2 : end + 6]:
            if word.shape == ",":
                return
            yield from word.apposed


def _habits(document: Document, found: Sequence[Found]) -> dict[str, tuple[str, ...]]:
    """Return how each word is used in the document's names: as what type, and alone, first or last."""
    types: dict[str, dict[EntityType, int]] = {}
    places: dict[str, dict[str, None]] = {}
    for first, last, kind in found:
        weight = 2 if last - first > 1 else 1
        for at in range(first, last):
            word = document.words[at]
            counts = types.setdefault(word, {})
            counts[kind] = counts.get(kind, 0) + weight
            place = "alone" if last - first == 1 else "last" if at == last - 1 else "first"
            places.setdefault(word, {})[place] = None
    habits: dict[str, tuple[str, ...]] = {}
    for word, counts in types.items():
        kind = max(counts, key=lambda each: (counts[each], each))
        habits[word] = (f"h={kind}", *(f"h={kind}{place}" for place in places[word]))
    return habits
