"""Well-known names of several words, which no statistics may take apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer, type_of
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document

_AFTER_DATELINE = frozenset(("", *",(:-—–/"))
_SITES = lists.BIG_CITY | lists.PLACE | lists.COUNTRY
_FIRM = lists.COUNTRY | lists.ORGANIZATION | lists.DEMONYM


def insist(document: Document, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` with every known country, people and organisation of several words as one name.

    A longer name around the known one ("Bank of United States") is left alone.
    """
    known = sorted({*_phrases(document), *_datelines(document)})
    if not known:
        return list(found)
    kept = [each for each in found if not any(_yields(each, phrase) for phrase in known)]
    free = [
        phrase
        for phrase in known
        if not any(each.first < phrase.last and phrase.first < each.last for each in kept)
    ]
    return sorted(kept + free)


def _yields(each: Found, phrase: Found) -> bool:
    overlap = each.first < phrase.last and phrase.first < each.last
    return overlap and phrase.last - phrase.first >= each.last - each.first


def _phrases(document: Document) -> Iterator[Found]:
    longer, phrase_at = gazetteer().longer, gazetteer().phrase_at
    words, at = document.words, 0
    while at < len(words):
        length = 0
        if words[at] in longer:
            length, flag = phrase_at(words, at)
            if length and flag & _FIRM:
                yield Found(at, at + length, type_of(flag) or "organization")
        at += max(1, length)


def _datelines(document: Document) -> Iterator[Found]:
    """Yield the places in capitals that open a report, as "NAIROBI (Agency) -" or "NEW YORK 1996-08-30"."""
    for first, last in document.sentences:
        end = first
        while end < min(last, first + 4) and _is_shouted(document.words[end]):
            end += 1
        behind = document.words[end] if end < last else ""
        if first < end and (behind in _AFTER_DATELINE or _is_year(behind)):
            calm = [word.capitalize() for word in document.words[first:end]]
            if _is_site(calm):
                yield Found(first, end, "location")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 2


def _is_site(words: list[str]) -> bool:
    known = gazetteer()
    if len(words) == 1:
        return bool(known.flags[words[0]] & _SITES)
    length, flag = known.phrase_at(words, 0)
    return length == len(words) and bool(flag & _SITES)
