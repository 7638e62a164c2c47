"""One name, one type within a text: what was seen once is found everywhere, and the majority decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.known import insist
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.offices import cut_offices
from briefreader.entities.roles import role_marks
from briefreader.entities.rules import Found, is_headline
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

_LOUD = 0.25
_SURE = 1.5


def agree(document: Document, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` with contested types settled and missed repetitions added, in order."""
    found = insist(document, _cut_offices(document, found))
    votes = _votes(document, found)
    surnames = _surnames(document, found, votes)
    firms = _firms(document, found)
    settled = [_settle(document, each, votes, surnames, firms) for each in found]
    return sorted(settled + _missed(document, settled, votes, surnames))


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


def _votes(document: Document, found: Sequence[Found]) -> dict[str, Counter[EntityType]]:
    votes: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    loud = _loud_words(document)
    for first, last, kind in found:
        votes[_text(document, first, last)][kind] += _LOUD if loud[first] else 1  # type: ignore[assignment]
    return votes


def _loud_words(document: Document) -> list[bool]:
    loud = [False] * len(document.words)
    for first, last in document.sentences:
        if is_headline(document.words[first:last]):
            loud[first:last] = [True] * (last - first)
    return loud


def _text(document: Document, first: int, last: int) -> str:
    return " ".join(document.words[first:last])


def _surnames(document: Document, found: Sequence[Found], votes: dict[str, Counter[EntityType]]) -> set[str]:
    """Return the last words of the people the text names in full."""
    known = gazetteer().flags
    names = set()
    for first, last, kind in found:
        if kind == "person" and last - first > 1 and _winner(votes[_text(document, first, last)]) == "person":
            word = document.words[last - 1]
            if not known.get(word, 0) & (lists.COUNTRY | lists.ORGANIZATION) and len(word) > 2:
                names.add(word)
    return names


def _firms(document: Document, found: Sequence[Found]) -> set[str]:
    """Return the first words of organisations with longer names, by which texts go on to call them."""
    flags = gazetteer().flags
    firms = set()
    for first, last, kind in found:
        word = document.words[first]
        long = kind == "organization" and last - first > 1 and len(word) > 3
        if long and not flags.get(word, 0) & ~lists.SURNAME and word.lower() not in lexicon("organization"):
            firms.add(word)
    return firms


def _winner(counts: Counter[EntityType]) -> EntityType:
    return max(counts, key=lambda kind: (counts[kind], kind))


def _settle(
    document: Document,
    each: Found,
    votes: dict[str, Counter[EntityType]],
    surnames: set[str],
    firms: set[str],
) -> Found:
    first, last, kind = each
    text = _text(document, first, last)
    flags = gazetteer().flags.get(text, 0)
    counts = votes[text]
    borne = last - first == 1 and text in surnames
    if last - first > 1 and kind in ("location", "misc") and _is_body(document.words, first, last):
        kind = "organization"
    if flags & lists.COUNTRY and not borne:
        kind = "location"
    elif flags & lists.ORGANIZATION and not borne and not flags & (lists.BIG_CITY | lists.PLACE):
        kind = "organization"
    elif flags & lists.CAPITAL and not borne and kind == "person":
        kind = "location"
    elif borne and kind != "person":
        kind = kind if flags & (lists.BIG_CITY | lists.PLACE) else "person"
    elif last - first == 1 and text in firms:
        kind = "organization"
    elif len(counts) > 1 and counts[_winner(counts)] >= _SURE * (
        sum(counts.values()) - counts[_winner(counts)]
    ):
        kind = _winner(counts)
    return Found(first, last, kind)


def _missed(
    document: Document,
    found: Sequence[Found],
    votes: dict[str, Counter[EntityType]],
    surnames: set[str],
) -> list[Found]:
    taken = [False] * len(document.words)
    for first, last, _ in found:
        taken[first:last] = [True] * (last - first)
    low = {word for word in document.words if word.islower()}
    openers: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for text in votes:
        name = tuple(text.split(" "))
        openers[name[0]].append(name)
    for names in openers.values():
        names.sort(key=lambda name: (-len(name), name))
    extra: list[Found] = []
    for sentence in document.sentences:
        extra += _missed_in(document, sentence, taken, low, openers, votes, surnames)
    return extra


def _missed_in(
    document: Document,
    sentence: tuple[int, int],
    taken: list[bool],
    low: set[str],
    openers: dict[str, list[tuple[str, ...]]],
    votes: dict[str, Counter[EntityType]],
    surnames: set[str],
) -> list[Found]:
    words, extra = document.words, []
    roles: list[bool] | None = None
    for at in range(*sentence):
        word = words[at]
        if taken[at] or not word[0].isupper() or word.lower() in lexicon("common"):
            continue
        if roles is None:
            roles = role_marks(words[sentence[0] : sentence[1]])
        if roles[at - sentence[0]]:
            continue
        match = _known_at(words, at, sentence[1], taken, low, openers)
        if match:
            extra.append(Found(at, at + len(match), _winner(votes[" ".join(match)])))
        elif word in surnames and word.lower() not in low:
            extra.append(Found(at, at + 1, "person"))
        elif _is_country(word):
            extra.append(Found(at, at + 1, "location"))
    return extra


def _is_body(words: list[str], first: int, last: int) -> bool:
    """Tell an organisation by its last word, as "Bank"; "Russian Federation" is known to be none."""
    known = gazetteer().canonical
    name = " ".join(words[first:last]).casefold()
    return words[last - 1].lower().rstrip(".") in lexicon("body") and ("location", name) not in known


def _is_country(word: str) -> bool:
    flags = gazetteer().flags.get(word, 0)
    return bool(flags & lists.COUNTRY) and not flags & (lists.GIVEN | lists.SURNAME)


def _known_at(
    words: list[str],
    at: int,
    end: int,
    taken: list[bool],
    low: set[str],
    openers: dict[str, list[tuple[str, ...]]],
) -> tuple[str, ...] | None:
    for name in openers.get(words[at], ()):
        last = at + len(name)
        fits = last <= end and tuple(words[at:last]) == name and not any(taken[at:last])
        if fits and (len(name) > 1 or words[at].lower() not in low):
            return name
    return None
