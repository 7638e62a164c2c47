"""Well-known names of several words, which no statistics may take apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer, type_of
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document

_AFTER_DATELINE = frozenset(",(:-—/")
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
    """Yield the cities in capitals that open a report, as "NAIROBI (Agency) -"."""
    flags = gazetteer().flags
    for first, last in document.sentences:
        word = document.words[first]
        opens = last - first > 4 and word.isupper() and document.words[first + 1] in _AFTER_DATELINE
        if opens and len(word) > 3 and flags.get(word.capitalize(), 0) & _SITES:
            yield Found(first, first + 1, "location")
