"""A text as the index reads it, letter by letter: lower case, no accents; and where words stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from briefreader.search.words import ACCENTS, SIGNS, VOWELS, pattern, raw_words
from briefreader.text.normal import fold_accents, fold_case

Place: TypeAlias = tuple[int, int]  # where a word begins and ends in a folded text
Needle: TypeAlias = Callable[[str], list[Place]]

_FOREIGN = re.compile(r"[^\W\x00-\x7f]")
_LETTER = re.compile(r"[^\W_]")
_FEW = 8


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text; where separate accents were left out, ``offsets`` tells each letter's old place."""

    text: str
    offsets: tuple[int, ...] | None

    def original(self, place: Place) -> Place:
        """Return where a stretch of the folded text stands in the text itself, accents included."""
        if self.offsets is None:
            return place
        return self.offsets[place[0]], self.offsets[place[1]]


def fold(text: str) -> Folded:
    """Fold ``text`` as :func:`briefreader.search.words.normal` folds its words."""
    low = fold_case(text)
    if low.isascii():
        return Folded(low, None)
    if ACCENTS.search(low):
        kept = tuple(place for place, char in enumerate(low) if not ACCENTS.match(char))
        plain = _FOREIGN.sub(_without_accent, "".join(low[place] for place in kept))
        return Folded(plain, (*kept, len(low)))
    return Folded(_FOREIGN.sub(_without_accent, low), None)


def _without_accent(match: re.Match[str]) -> str:
    return fold_accents(match[0])


def any_of(forms: Collection[str]) -> Needle:
    """Find every word that is one of ``forms``."""
    wanted = frozenset(forms)

    def find(text: str) -> list[Place]:
        present = wanted if len(wanted) <= _FEW else wanted.intersection(raw_words(text))
        places = [place for form in present for place in _whole(text, form)]
        return sorted(places) if len(present) > 1 else places

    return find


def beginning_with(prefix: str) -> Needle:
    """Find every word that begins with ``prefix``."""

    def find(text: str) -> list[Place]:
        return [(at, _end_of_word(text, at + len(prefix))) for at in _all(text, prefix) if _edge(text, at)]

    return find


def like(test: Callable[[str], object]) -> Needle:
    """Find every word that passes a test."""

    def find(text: str) -> list[Place]:
        return [match.span() for match in pattern(text).finditer(text) if test(match[0])]

    return find


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _whole(text: str, form: str) -> Iterator[Place]:
    for at in _all(text, form):
        end = at + len(form)
        if _edge(text, at) and _edge(text, end):
            yield at, end


def _edge(text: str, at: int) -> bool:
    """Tell whether a word may begin or end at ``at``."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if not (_belongs(before) and _belongs(after)) or _is_stray(text, at - 1):
        return True
    return not (before.isascii() and after.isascii()) and bool(SIGNS.match(before) or SIGNS.match(after))


def _belongs(char: str) -> bool:
    """Tell whether a sign belongs to a word."""
    return char.isalnum() or char in VOWELS


def _is_stray(text: str, at: int) -> bool:
    """Tell whether a vowel sign has no letter to belong to: no word goes on behind it."""
    if text[at] not in VOWELS:
        return False
    while at > 0 and text[at] in VOWELS:
        at -= 1
    return not text[at].isalnum() or bool(SIGNS.match(text[at]))


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and not _edge(text, at):
        at += 1
    return at


def following(text: str, place: Place, others: list[Place]) -> Place | None:
    """Return the one of ``others`` that is the very next word after ``place``."""
    at = bisect_left(others, (place[1], 0))
    if at == len(others) or _LETTER.search(text, place[1], others[at][0]):
        return None
    return others[at]


def counted(text: str, places: list[Place]) -> list[int]:
    """Return how many words stand before each of the sorted ``places``."""
    numbers, words, reached = [], 0, 0
    for start, _ in places:
        words += len(raw_words(text[reached:start]))
        reached = start
        numbers.append(words)
    return numbers
