"""The rules' verdict: which words look like names, and of what type, by lists and word shapes alone.

The verdict is evidence for the statistical model, and what :mod:`recognizer` falls back to without one.
"""

from __future__ import annotations

from typing import NamedTuple

from briefreader.entities import gazetteer as lists
from briefreader.entities.clusters import clusters
from briefreader.entities.gazetteer import Gazetteer, gazetteer, type_of
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.roles import role_marks
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

_PLACES = lists.COUNTRY | lists.BIG_CITY | lists.PLACE
_LINKS = frozenset(
    {
        "of",
        "for",
        "de",
        "van",
        "von",
        "bin",
        "al",
        "der",
        "den",
        "du",
        "da",
        "dos",
        "la",
        "el",
        "&",
        "ibn",
        "ben",
    }
)
_NAME_LINKS = _LINKS - {"of", "for", "&"}
_OPENERS = frozenset("\"':([")


class Found(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of a document are a name of ``type``."""

    first: int
    last: int
    type: EntityType


def judge(document: Document) -> list[Found]:
    """Return what the rules take for names, in order and without overlaps."""
    known = gazetteer()
    seen_low = {word for word in document.words if word.islower()}
    found: list[Found] = []
    for (first, last), loud in zip(document.sentences, document.loud, strict=True):
        _judge_sentence(document.words[first:last], first, known, seen_low, loud, found)
    return found


def _judge_sentence(
    words: list[str], offset: int, known: Gazetteer, low: set[str], loud: bool, found: list[Found]
) -> None:
    roles = role_marks(words)
    at, size = 0, len(words)
    while at < size:
        word = words[at]
        if word in known.longer:
            length, flag = known.phrase_at(words, at)
            kind = type_of(flag) if length else None
            if kind and not (flag == lists.CITY and roles[at]):
                found.append(Found(offset + at, offset + at + length, kind))
                at += length
                continue
        if roles[at] or not word[0].isupper() or not _may_open(words, at, known, low, loud):
            at += 1
            continue
        end = _run_end(words, at, known, roles)
        found.append(Found(offset + at, offset + end, type_by_rule(words, at, end, known)))
        at = end


def _may_open(words: list[str], at: int, known: Gazetteer, low: set[str], loud: bool) -> bool:
    word = words[at]
    lowered = word.lower()
    if lowered.rstrip(".") in lexicon("calendar") or len(word) == 1 or word == "I":
        return False
    flags = known.flags[word]
    if flags & (lists.COUNTRY | lists.ORGANIZATION | lists.DEMONYM) and lowered not in lexicon("common"):
        return not (flags & lists.COUNTRY and word == "US" and _all_capitals(words))
    first = at == 0 or words[at - 1] in _OPENERS
    if not (first or loud):
        return True
    if lowered in lexicon("common") or lowered in low:
        return False
    if loud:
        return bool(flags & (_PLACES | lists.EVENT)) or (
            bool(flags & lists.GIVEN) and _capital(words, at + 1)
        )
    return bool(flags) or word.isupper() or _capital(words, at + 1) or not clusters()[0][lowered]


def _all_capitals(words: list[str]) -> bool:
    return all(word.isupper() for word in words if word[0].isalpha())


def _capital(words: list[str], at: int) -> bool:
    return at < len(words) and words[at][0].isupper()


def _run_end(words: list[str], at: int, known: Gazetteer, roles: list[bool]) -> int:
    """Return where a run of capitalised words that opens at ``at`` ends."""
    flags = known.flags[words[at]]
    if flags & (lists.DEMONYM | lists.COUNTRY) and not flags & lists.GIVEN:
        return at + 1
    end = at + 1
    while end < len(words) and not roles[end]:
        word = words[end]
        if word[0].isupper() and word.lower() not in lexicon("calendar"):
            if known.flags[word] & lists.COUNTRY and end - at > 1:
                break
            end += 1
        elif word in _LINKS and _capital(words, end + 1) and not roles[end + 1]:
            if word not in _NAME_LINKS and words[end - 1].lower() not in lexicon("organization"):
                break
            end += 2
        else:
            break
    return end


def type_by_rule(words: list[str], first: int, last: int, known: Gazetteer) -> EntityType:
    """Guess the type of a run of capitalised words from its words and its neighbours."""
    name = " ".join(words[first:last])
    flags = known.flags[name]
    for flag in (lists.COUNTRY, lists.ORGANIZATION, lists.DEMONYM, lists.PLACE, lists.EVENT):
        if flags & flag:
            return type_of(flag) or "misc"
    if any(word.lower().rstrip(".") in lexicon("organization") for word in words[first:last]):
        return "organization"
    before = words[first - 1].lower().rstrip(".") if first else ""
    if before in lexicon("title") or before in lexicon("head"):
        return "person"
    if last - first > 1:
        if words[last - 1].lower() in lexicon("place"):
            return "location"
        if known.flags[words[first]] & lists.GIVEN or len(words[first].rstrip(".")) == 1:
            return "person"
    return _type_by_shape(words, first, last, flags, before)


def _type_by_shape(words: list[str], first: int, last: int, flags: int, before: str) -> EntityType:
    if flags & lists.BIG_CITY and not flags & lists.GIVEN:
        return "location"
    word = words[first]
    if last - first == 1 and word.isupper() and 2 <= len(word) <= 6:
        return "organization"
    if before in ("in", "at", "near", "from") and last - first < 3:
        return "location"
    if flags & (lists.SURNAME | lists.GIVEN):
        return "person"
    if flags & (lists.CITY | lists.BIG_CITY):
        return "location"
    return "person" if last - first == 2 else "organization"
