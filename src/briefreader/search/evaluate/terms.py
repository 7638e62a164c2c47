"""Which terms of a segment a leaf of the query means: ranges in its lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import translate
from typing import TypeAlias

from briefreader.search.index.lexicon import Lexicon
from briefreader.search.language.nodes import Fuzzy, Pattern
from briefreader.search.words import stem

Range: TypeAlias = tuple[int, int]
Expansion: TypeAlias = Callable[[Lexicon], list[Range]]
_WILD = re.compile(r"[*?]")


def exactly(letter: bytes, word: str) -> Expansion:
    """Mean the term that is just ``word``; by its stem it is found sooner than by halving the lexicon."""
    term = letter + word.encode()
    shared = letter + stem(word).encode()

    def ranges(lexicon: Lexicon) -> list[Range]:
        return [(number, number + 1) for number in lexicon.sharing(shared) if lexicon[number] == term]

    return ranges


def forms(letter: bytes, word: str) -> Expansion:
    """Mean every form of ``word``."""
    wanted = stem(word)
    shared = letter + wanted.encode()

    def ranges(lexicon: Lexicon) -> list[Range]:
        found = ((number, lexicon[number]) for number in lexicon.sharing(shared))
        return [
            (number, number + 1)
            for number, term in found
            if term[:1] == letter and stem(term[1:].decode()) == wanted
        ]

    return ranges


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
    test = compiled(pattern).match

    def ranges(lexicon: Lexicon) -> list[Range]:
        first, last = lexicon.prefix(letter + literal.encode())
        terms = enumerate(lexicon.cut(first, last), first)
        return [(number, number + 1) for number, term in terms if test(term[1:].decode())]

    return ranges


def compiled(pattern: Pattern) -> re.Pattern[str]:
    """Return the regular expression that stands for a pattern."""
    return re.compile(translate(pattern.text))


def near(letter: bytes, fuzzy: Fuzzy) -> Expansion:
    """Mean every term within so many edits (insert, delete, replace, swap neighbours)."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    def ranges(lexicon: Lexicon) -> list[Range]:
        first, words = lexicon.words(letter)
        found = extract(fuzzy.text, words, scorer=OSA.distance, score_cutoff=fuzzy.edits, limit=None)
        return sorted((first + place, first + place + 1) for _, _, place in found)

    return ranges


def between(letter: bytes, first: str | None, last: str | None, *, before: bool) -> Expansion:
    """Mean every value of a field from ``first`` to ``last``, or to just before it."""
    start = letter + (first or "").encode()
    end = letter + (last.encode() if last else b"\xff") + (b"" if before else b"\xff")

    def ranges(lexicon: Lexicon) -> list[Range]:
        found = lexicon.between(start, end)
        return [found] if found[0] < found[1] else []

    return ranges
