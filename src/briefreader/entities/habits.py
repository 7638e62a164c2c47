"""How a text uses its names: as what type, whose surnames, which firms by their first word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

_LOUD = 0.25

Votes = dict[EntityType, float]


class Habits:
    """Gathered from all names found in a document.

    ``votes`` counts the types each name was found as, headlines weighing less; ``surnames`` are the last
    words of people's full names, and the first where it is on no list, as in "Xi Jinping"; ``firms`` the
    first words of organisations with longer names, ``low`` the words that also stand in lower case.
    """

    def __init__(self, document: Document, found: Sequence[Found]) -> None:
        self._words = document.words
        self._loud = _loud_words(document)
        self.low = {word for word in document.words if word.islower()}
        self.votes = self._count(found)
        self.surnames = set(self._surnames(found))
        self.firms = set(self._firms(found))
        self._openers = self._by_first_word()

    def _count(self, found: Sequence[Found]) -> defaultdict[str, Votes]:
        votes: defaultdict[str, Votes] = defaultdict(lambda: defaultdict(float))
        for first, last, kind in found:
            votes[" ".join(self._words[first:last])][kind] += _LOUD if self._loud[first] else 1
        return votes

    def _surnames(self, found: Sequence[Found]) -> list[str]:
        flags = gazetteer().flags
        people = [each for each in found if each.type == "person" and each.last - each.first > 1]
        sure = [
            each
            for each in people
            if winner(self.votes[" ".join(self._words[each.first : each.last])]) == "person"
        ]
        last = [word for each in sure if len(word := self._words[each.last - 1]) > 2]
        last += [word[0].upper() + word[1:] for word in last if word[0].islower()]
        first = [word for each in sure if not flags[word := self._words[each.first]] and len(word) > 1]
        return [word for word in last + first if not flags[word] & (lists.COUNTRY | lists.ORGANIZATION)]

    def _firms(self, found: Sequence[Found]) -> list[str]:
        flags = gazetteer().flags
        common = lexicon("organization")
        firms = (each for each in found if each.type == "organization" and each.last - each.first > 1)
        return [
            word
            for first, _, _ in firms
            if len(word := self._words[first]) > 3
            and not flags[word] & ~lists.SURNAME
            and word.lower() not in common
        ]

    def _by_first_word(self) -> dict[str, list[tuple[str, ...]]]:
        openers: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for text in self.votes:
            name = tuple(text.split(" "))
            openers[name[0]].append(name)
        for names in openers.values():
            names.sort(key=lambda name: (-len(name), name))
        return openers

    def repeated_at(self, at: int, end: int, taken: Sequence[bool]) -> int:
        """Return how many words from ``at`` on, none of them taken, repeat a name that was found."""
        words = self._words
        for name in self._openers.get(words[at], ()):
            last = at + len(name)
            fits = last <= end and tuple(words[at:last]) == name and not any(taken[at:last])
            if fits and (len(name) > 1 or words[at].lower() not in self.low):
                return len(name)
        return 0

    def is_shouted(self, each: Found) -> bool:
        """Tell whether a name stands in a headline, all in capitals and too long for an acronym."""
        words = self._words[each.first : each.last]
        return self._loud[each.first] and all(word.isupper() for word in words) and len(words[-1]) > 3


def winner(counts: Mapping[EntityType, float]) -> EntityType:
    """Return the type with most votes, the same one however they were counted."""
    return max(counts, key=lambda kind: (counts[kind], kind))


def _loud_words(document: Document) -> list[bool]:
    loud = [False] * len(document.words)
    for (first, last), headline in zip(document.sentences, document.loud, strict=True):
        if headline:
            loud[first:last] = [True] * (last - first)
    return loud
