"""Finds in a text what a query matched there: every form by its exact span, and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefreader.model import Span
from briefreader.search.language.nodes import Fuzzy, Leaf, Near, Node, Pattern, Phrase, Word, leaves
from briefreader.search.passages.tests import (
    Test,
    Verdicts,
    exact_test,
    form_test,
    fuzzy_test,
    pattern_test,
    word_test,
)
from briefreader.search.words import word_matches


@dataclass(frozen=True, slots=True, order=True)
class Lit(Span):
    """A match in a text, and which leaf of the query (by number) it is one of."""

    leaf: int


@dataclass(frozen=True, slots=True)
class _Group:
    """Words that count only together: in a row (``gap`` None), or with at most ``gap`` others between."""

    leaf: int
    tests: tuple[int, ...]
    gap: int | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A word of the text that some test accepts: its place among the words, and its span."""

    place: int
    start: int
    end: int


class Highlighter:
    """The rules of one query, ready for any number of texts."""

    def __init__(self, query: Node) -> None:
        self._tests: list[Test] = []
        self._single: dict[int, int] = {}
        self._groups: list[_Group] = []
        for number, leaf in enumerate(leaves(query)):
            if getattr(leaf, "field", None) in ("", "body"):
                self._add(number, leaf)
        self._verdicts = Verdicts(self._tests)

    def _add(self, number: int, leaf: Leaf) -> None:
        match leaf:
            case Word():
                self._single[self._test(word_test(leaf))] = number
            case Pattern():
                self._single[self._test(pattern_test(leaf))] = number
            case Fuzzy():
                self._single[self._test(fuzzy_test(leaf))] = number
            case Phrase((word,)):
                self._single[self._test(exact_test(word, growing=leaf.open))] = number
            case Phrase((*first, last)):
                tests = [*map(exact_test, first), exact_test(last, growing=leaf.open)]
                self._groups.append(_Group(number, tuple(map(self._test, tests)), None))
            case Near(words, gap):
                self._groups.append(_Group(number, tuple(self._test(form_test(word)) for word in words), gap))

    def _test(self, test: Test) -> int:
        self._tests.append(test)
        return len(self._tests) - 1

    def find(self, text: str) -> list[Lit]:
        """Return every match in ``text``, from left to right; of two that overlap, the longer."""
        if not self._tests:
            return []
        lit: list[Lit] = []
        accepted: dict[int, list[_Found]] = {number: [] for number in range(len(self._tests))}
        verdicts, single = self._verdicts, self._single
        for place, match in enumerate(word_matches(text)):
            for test in verdicts[match[0]]:
                start, end = match.span()
                if test in single:
                    lit.append(Lit(start, end, single[test]))
                else:
                    accepted[test].append(_Found(place, start, end))
        for group in self._groups:
            lit += _together(group, [accepted[test] for test in group.tests])
        return _apart(lit)


def _together(group: _Group, found: Sequence[list[_Found]]) -> Iterable[Lit]:
    if group.gap is None:
        return _in_a_row(group.leaf, found)
    return _close_by(group.leaf, found, group.gap + len(found) - 1)


def _in_a_row(leaf: int, found: Sequence[list[_Found]]) -> Iterable[Lit]:
    ends = [{word.place: word.end for word in words} for words in found]
    last = len(found) - 1
    for word in found[0]:
        if all(word.place + distance in ends[distance] for distance in range(1, last + 1)):
            yield Lit(word.start, ends[last][word.place + last], leaf)


def _close_by(leaf: int, found: Sequence[list[_Found]], reach: int) -> Iterable[Lit]:
    places = [[word.place for word in words] for words in found]
    for first, words in enumerate(found):
        for word in words:
            group = [word]
            for other in range(len(found)):
                if other != first:
                    following = bisect_left(places[other], group[-1].place)
                    if following == len(places[other]) or places[other][following] - word.place > reach:
                        break
                    group.append(found[other][following])
            else:
                yield from (Lit(member.start, member.end, leaf) for member in group)


def _apart(lit: list[Lit]) -> list[Lit]:
    """Sort, and leave out what lies within a longer match."""
    apart: list[Lit] = []
    for one in sorted(set(lit), key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart
