"""Whether a word of a text is one that a leaf of the query means: the rules of the index, applied to text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from briefreader.search.evaluate.terms import compiled
from briefreader.search.language.nodes import Fuzzy, Pattern, Word
from briefreader.search.words import normal, stem

Test: TypeAlias = Callable[[str], bool]


def word_test(word: Word) -> Test:
    """Accept every form of the word, and while it is open whatever it may become."""
    wanted = stem(word.text)
    if word.open:
        return lambda text: text.startswith(word.text) or stem(text) == wanted
    return lambda text: stem(text) == wanted


def form_test(word: str) -> Test:
    """Accept every form of ``word``."""
    wanted = stem(word)
    return lambda text: stem(text) == wanted


def exact_test(word: str, *, growing: bool = False) -> Test:
    """Accept ``word`` alone, or what begins with it."""
    return (lambda text: text.startswith(word)) if growing else (lambda text: text == word)


def pattern_test(pattern: Pattern) -> Test:
    """Accept what ``*`` and ``?`` allow."""
    match = compiled(pattern).match
    return lambda text: match(text) is not None


def fuzzy_test(fuzzy: Fuzzy) -> Test:
    """Accept what is so few edits away."""
    from rapidfuzz.distance import OSA

    return lambda text: OSA.distance(fuzzy.text, text, score_cutoff=fuzzy.edits) <= fuzzy.edits


class Verdicts(dict[str, tuple[int, ...]]):
    """For each word met so far, the tests (by number) that accept it."""

    def __init__(self, tests: list[Test]) -> None:
        super().__init__()
        self._tests = tests

    def __missing__(self, raw: str) -> tuple[int, ...]:
        word = normal(raw)
        verdict = self[raw] = tuple(number for number, test in enumerate(self._tests) if test(word))
        return verdict
