"""One name, one type within a text: what was seen once is found everywhere, and the majority decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.context import heed
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.habits import Habits, winner
from briefreader.entities.headlines import reread, shouted
from briefreader.entities.known import insist
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.offices import cut_offices
from briefreader.entities.roles import role_marks
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

_SURE = 1.5
_PLACES = lists.BIG_CITY | lists.PLACE


def agree(document: Document, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` with contested types settled and missed repetitions added, in order."""
    found = heed(document, insist(document, _cut_offices(document, found)))
    habits = Habits(document, found)
    if loud := shouted(document):
        found = reread(document, found, habits, loud)
    settled = [each for each in (_settle(document, each, habits) for each in found) if each]
    return sorted(settled + _missed(document, settled, habits))


def _cut_offices(document: Document, found: Sequence[Found]) -> list[Found]:
    parts: list[Found] = []
    at = 0
    for first, last in document.sentences:
        here = []
        while at < len(found) and found[at].first < last:
            here.append(Found(found[at].first - first, found[at].last - first, found[at].type))
            at += 1
        if here:
            cut = cut_offices(document.words[first:last], here)
            parts += [Found(each.first + first, each.last + first, each.type) for each in cut]
    return parts


def _settle(document: Document, each: Found, habits: Habits) -> Found | None:
    """Return a name under the type that the whole text gives it; None where capitals alone made it one."""
    words = document.words[each.first : each.last]
    if _is_caption(document, each):
        return None
    if habits.is_shouted(each):
        return _shouted(each, words, habits)
    kind = _type_of_word(words[0], each.type, habits) if len(words) == 1 else each.type
    if len(words) > 1 and kind in ("location", "misc") and _is_body(words):
        kind = "organization"
    if (
        len(words) > 1
        and words[-1] in habits.surnames
        and lexicon("particle").issuperset(_lowered(words[:-1]))
    ):
        kind = "person"
    if len(words) > 1 and kind == "organization" and words[-1].lower() in lexicon("site"):
        kind = "location"
    return each._replace(type=_by_majority(" ".join(words), kind, each.type, habits))


def _is_caption(document: Document, each: Found) -> bool:
    """Tell a word that opens a point of a list by itself, and is no name: "Harbours. None may close."."""
    words, after = document.words, each.last
    if after - each.first > 1 or each.type != "misc":
        return False
    alone = (each.first, after) in document.sentences or (each.first, after + 1) in document.sentences
    return alone and not gazetteer().flags[words[each.first]]


def _lowered(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words]


def _type_of_word(word: str, kind: EntityType, habits: Habits) -> EntityType:
    """Return the type of a name of one word by the lists and the longer names around it."""
    flags = gazetteer().flags[word]
    if word in habits.surnames:
        return kind if flags & _PLACES else "person"
    if flags & lists.COUNTRY:
        return "location"
    if flags & lists.ORGANIZATION and not flags & _PLACES:
        return "organization"
    if flags & lists.CAPITAL and kind == "person":
        return "location"
    return "organization" if word in habits.firms else kind


def _by_majority(text: str, kind: EntityType, first: EntityType, habits: Habits) -> EntityType:
    """Return the type that most mentions of ``text`` have, unless lists or shape have changed it already."""
    counts = habits.votes[text]
    if kind != first or len(counts) < 2:
        return kind
    best = winner(counts)
    return best if counts[best] >= _SURE * (sum(counts.values()) - counts[best]) else kind


def _shouted(each: Found, words: Sequence[str], habits: Habits) -> Found | None:
    """Judge a name in a line of capitals by how the text writes it elsewhere; a person must occur there."""
    calm = [word.capitalize() for word in words]
    counts = habits.votes.get(" ".join(calm))
    if counts:
        return each._replace(type=winner(counts))
    if calm[-1] in habits.surnames:
        return each._replace(type="person")
    if calm[0] in habits.firms:
        return each._replace(type="organization")
    return None if each.type == "person" else each


def _is_body(words: Sequence[str]) -> bool:
    """Tell an organisation by its last word, as "Bank"; "Russian Federation" is known to be none."""
    known = gazetteer().canonical
    return (
        words[-1].lower().rstrip(".") in lexicon("body")
        and (
            "location",
            " ".join(words).casefold(),
        )
        not in known
    )


def _missed(document: Document, found: Sequence[Found], habits: Habits) -> list[Found]:
    taken = [False] * len(document.words)
    for first, last, _ in found:
        taken[first:last] = [True] * (last - first)
    return [each for sentence in document.sentences for each in _missed_in(document, sentence, taken, habits)]


def _missed_in(
    document: Document, sentence: tuple[int, int], taken: list[bool], habits: Habits
) -> Iterator[Found]:
    words = document.words
    marks: list[bool] | None = None
    for at in range(*sentence):
        word = words[at]
        if taken[at] or not word[0].isupper() or word.lower() in lexicon("common"):
            continue
        if marks is None:
            marks = role_marks(words[sentence[0] : sentence[1]])
        if marks[at - sentence[0]] and not _stands_alone(words, at, sentence[1], habits):
            continue
        if length := habits.repeated_at(at, sentence[1], taken):
            kind = winner(habits.votes[" ".join(words[at : at + length])])
            yield Found(at, at + length, kind)
        elif word in habits.surnames and word.lower() not in habits.low:
            yield Found(at, at + 1, "person")
        elif kind_known := _well_known(word):
            yield Found(at, at + 1, kind_known)


def _stands_alone(words: Sequence[str], at: int, end: int, habits: Habits) -> bool:
    """Tell the surname of somebody named in full from the title it looks like: "King said"."""
    return words[at] in habits.surnames and not (at + 1 < end and words[at + 1][0].isupper())


def _well_known(word: str) -> EntityType | None:
    """Return the type of a state's name, an acronym or a platform that means one thing wherever it stands."""
    flags = gazetteer().flags[word]
    if flags & lists.COUNTRY and not flags & (lists.GIVEN | lists.SURNAME):
        return "location"
    unmistakable = word.isupper() or word.lower() in lexicon("platform")
    return "organization" if flags == lists.ORGANIZATION and unmistakable else None
