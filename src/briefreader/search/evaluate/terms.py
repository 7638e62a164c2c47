"""Which terms of a segment a leaf of the query means: ranges in its lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from fnmatch import translate
from typing import TypeAlias

from briefreader.search.index.lexicon import Lexicon
from briefreader.search.index.schema import LETTERS
from briefreader.search.language.nodes import Fuzzy, Pattern
from briefreader.text.stems import stem

Range: TypeAlias = tuple[int, int]
Expansion: TypeAlias = Callable[[Lexicon], list[Range]]
_WILD = re.compile(r"[*?]")


def _kept(question: tuple[Hashable, ...], ranges: Expansion) -> Expansion:
    """Answer a question to a lexicon once: the passages ask again, and so does the next key pressed."""

    def answer(lexicon: Lexicon) -> list[Range]:
        found = lexicon.answers.get(question)
        if found is None:
            found = lexicon.answers[question] = ranges(lexicon)
        return found

    return answer


def exactly(letter: bytes, word: str) -> Expansion:
    """Mean the term that is just ``word``; by its stem it is found sooner than by halving the lexicon."""
    term = letter + word.encode()
    shared = letter + stem(word).encode()

    def ranges(lexicon: Lexicon) -> list[Range]:
        return [(number, number + 1) for number in lexicon.sharing(shared) if lexicon[number] == term]

    return ranges


def folds(letter: bytes) -> Expansion:
    """Mean the places in a field where something is folded."""
    return exactly(LETTERS["fold"], letter.decode())


def forms(letter: bytes, word: str, *, besides: bool = False) -> Expansion:
    """Mean every form of ``word``; with ``besides`` all but the word itself."""
    wanted = stem(word)
    itself = letter + word.encode() if besides else b""
    shared = letter + wanted.encode()

    def ranges(lexicon: Lexicon) -> list[Range]:
        found = ((number, lexicon[number]) for number in lexicon.sharing(shared))
        return [
            (number, number + 1)
            for number, term in found
            if term[:1] == letter and term != itself and stem(term[1:].decode()) == wanted
        ]

    return _kept(("forms", letter, word, besides), ranges)


def beginning(letter: bytes, start: str) -> Expansion:
    """Mean every term that begins with ``start``."""
    prefix = letter + start.encode()

    def ranges(lexicon: Lexicon) -> list[Range]:
        first, last = lexicon.prefix(prefix)
        return [(first, last)] if first < last else []

    return ranges


def matching(letter: bytes, pattern: Pattern) -> Expansion:
    """Mean every term that ``*`` and ``?`` allow."""
    literal = _WILD.split(pattern.text)[0]
    if pattern.text == literal + "*":
        return beginning(letter, literal)
    test = _test(pattern)

    def ranges(lexicon: Lexicon) -> list[Range]:
        first, last = lexicon.prefix(letter + literal.encode())
        terms = enumerate(lexicon.cut(first, last), first)
        return _joined(number for number, term in terms if test(term))

    return _kept(("matching", letter, pattern.text), ranges)


def _test(pattern: Pattern) -> Callable[[bytes], bool]:
    """Tell which terms (behind the field's letter) a pattern means; most lack its longest run of letters."""
    longest = max(_WILD.split(pattern.text), key=len)
    part = longest.encode()
    if pattern.text == f"*{longest}*":
        return lambda term: term.find(part, 1) > 0
    match = compiled(pattern).match
    return lambda term: part in term and match(term[1:].decode()) is not None


def compiled(pattern: Pattern) -> re.Pattern[str]:
    """Return the regular expression that stands for a pattern."""
    return re.compile(translate(pattern.text))


def near(letter: bytes, fuzzy: Fuzzy) -> Expansion:
    """Mean every term within so many edits (insert, delete, replace, swap neighbours)."""
    from rapidfuzz.distance import OSA

    def ranges(lexicon: Lexicon) -> list[Range]:
        numbers = lexicon.resembling(letter, fuzzy.text, fuzzy.edits)
        words = ((number, lexicon[number][1:].decode()) for number in numbers)
        cutoff = fuzzy.edits
        return _joined(
            number for number, word in words if OSA.distance(fuzzy.text, word, score_cutoff=cutoff) <= cutoff
        )

    return _kept(("near", letter, fuzzy.text, fuzzy.edits), ranges)


def _joined(numbers: Iterable[int]) -> list[Range]:
    """Return ascending numbers as ranges, neighbours in one."""
    ranges: list[Range] = []
    first = last = -1
    for number in numbers:
        if number != last:
            if last >= 0:
                ranges.append((first, last))
            first = number
        last = number + 1
    return [*ranges, (first, last)] if last >= 0 else ranges


def between(letter: bytes, first: str | None, last: str | None, *, before: bool) -> Expansion:
    """Mean every value of a field from ``first`` to ``last``, or to just before it."""
    start = letter + (first or "").encode()
    end = letter + (last.encode() if last else b"\xff") + (b"" if before else b"\xff")

    def ranges(lexicon: Lexicon) -> list[Range]:
        found = lexicon.between(start, end)
        return [found] if found[0] < found[1] else []

    return ranges
