"""Words to numbers while a segment is written."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from briefreader.search.documents import FOLDED
from briefreader.search.index.schema import LETTERS
from briefreader.search.words import FOLDS, STOP_WORDS, normal, raw_words


@dataclass(frozen=True, slots=True)
class Tokens:
    """A field's words as numbers, and how many of them count towards the field's length."""

    numbers: array[int]
    length: int


class Vocabulary(dict[str, int]):
    """Numbers for the words of one field, given on first sight; words that differ in accents share one.

    The stop words come first, so that ``number < stops`` tells them. They do not count towards the length of
    a text: Whoosh's own analyzers drop them, and the ranking is to be the same.
    """

    def __init__(self, letter: bytes, terms: list[bytes]) -> None:
        super().__init__()
        self._letter = letter
        self._terms = terms
        self._stops = frozenset(self._number(word) for word in sorted(STOP_WORDS))

    def __missing__(self, word: str) -> int:
        plain = normal(word)
        number = self[word] = self._number(word) if plain == word else self[plain]
        return number

    def _number(self, word: str) -> int:
        self[word] = len(self._terms)
        self._terms.append(self._letter + word.encode())
        return self[word]

    def tokens(self, text: str) -> Tokens:
        """Number the words of ``text``; a fold counts as a word, but not towards the length."""
        numbers = array("I")
        folds = 0
        for folds, part in enumerate(FOLDS.split(text) if FOLDED in text else (text,)):
            if folds:
                numbers.append(self._fold())
            numbers.extend(map(self.__getitem__, raw_words(part)))
        return Tokens(numbers, len(numbers) - folds - sum(map(self._stops.__contains__, numbers)))

    def _fold(self) -> int:
        number = self.get(FOLDED)
        if number is None:
            number = self[FOLDED] = len(self._terms)
            self._terms.append(LETTERS["fold"] + self._letter)
        return number

    def exactly(self, value: str) -> Tokens:
        """Number ``value`` as one term, just as it is written."""
        number = self.get(value)
        return Tokens(array("I", [self._number(value) if number is None else number]), 0)
