"""Headlines in capitals, where letters say nothing: names there are those the text writes elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import Gazetteer, gazetteer, type_of
from briefreader.entities.habits import Habits, winner
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

_SHORTEST = 4
_LONGEST = 3
_KNOWN = lists.COUNTRY | lists.DEMONYM | lists.BIG_CITY | lists.PLACE | lists.EVENT


def shouted(document: Document) -> list[tuple[int, int]]:
    """Return the sentences that are all in capitals, with words enough to be a headline."""
    return [
        span
        for span, loud in zip(document.sentences, document.loud, strict=True)
        if loud and _is_shouted(document.words[slice(*span)])
    ]


def _is_shouted(words: Sequence[str]) -> bool:
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) >= _SHORTEST and all(word.isupper() for word in letters)


def reread(
    document: Document, found: Sequence[Found], habits: Habits, loud: Sequence[tuple[int, int]]
) -> list[Found]:
    """Return ``found`` with the names in the sentences ``loud`` read anew by the calmer ones."""
    names = _Names(habits)
    kept = list(found)
    for first, last in loud:
        here = [each for each in kept if first <= each.first < last]
        known = list(names.within(document.words, first, last))
        guessed = [each for each in here if _is_likely(each) and not _meets(each, known)]
        kept = [each for each in kept if not first <= each.first < last] + known + guessed
    return sorted(kept)


def _is_likely(each: Found) -> bool:
    """Tell whether what the model saw there may stay: it takes whole headlines for names."""
    return each.type != "person" and each.last - each.first <= _LONGEST


def _meets(each: Found, others: Sequence[Found]) -> bool:
    return any(each.first < other.last and other.first < each.last for other in others)


class _Names:
    """What the calm sentences name, by the first word in capitals."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._known = gazetteer()
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], EntityType]]] = defaultdict(list)
        for text, votes in habits.votes.items():
            words = tuple(text.upper().split(" "))
            if text.upper() != text:
                self._by_first[words[0]].append((words, winner(votes)))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    def within(self, words: list[str], first: int, last: int) -> Iterator[Found]:
        """Yield the names in the headline from word ``first`` to ``last``."""
        calm = [word.capitalize() for word in words[first:last]]
        at = first
        while at < last:
            length, kind = self._at(words, calm[at - first :], at, last)
            if length and kind:
                yield Found(at, at + length, kind)
            at += max(1, length)

    def _at(self, words: list[str], calm: list[str], at: int, last: int) -> tuple[int, EntityType | None]:
        for name, kind in self._by_first.get(words[at], ()):
            if at + len(name) <= last and tuple(words[at : at + len(name)]) == name:
                return len(name), kind
        if calm[0] in self._habits.surnames:
            return 1, "person"
        if calm[0] in self._habits.firms:
            return 1, "organization"
        return _in_lists(self._known, calm)


def _in_lists(known: Gazetteer, calm: list[str]) -> tuple[int, EntityType | None]:
    length, flag = known.phrase_at(calm, 0)
    if length:
        return length, type_of(flag)
    flag = known.flags[calm[0]] & _KNOWN
    if not flag or len(calm[0]) < _SHORTEST or calm[0].lower() in lexicon("common"):
        return 0, None
    return 1, type_of(flag & -flag)
