"""What the words around a name say of it: an office beside it makes a person, "On Twitter Lund" is two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.roles import role_after, role_before
from briefreader.entities.rules import Found
from briefreader.entities.tokens import Document
from briefreader.model import EntityType

_THINGS = lists.COUNTRY | lists.ORGANIZATION | lists.DEMONYM | lists.BIG_CITY | lists.PLACE | lists.EVENT
_SITES = lists.COUNTRY | lists.BIG_CITY | lists.PLACE
_LONGEST = 3


class _Behind(NamedTuple):
    """A person's name with the place before it: "Twitter Lund" of "On Twitter Lund wrote"."""

    place: Found
    person: Found


def heed(document: Document, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` with people made of those an office names, and parted from places before them."""
    people = {_text(document, each) for each in _with_offices(document, found)}
    named = [
        each._replace(type="person") if _text(document, each) in people else each
        for each in _with_agencies(document, found)
    ]
    return list(_parted(document, named))


def _text(document: Document, each: Found) -> str:
    return " ".join(document.words[each.first : each.last])


def _with_offices(document: Document, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the names of no person yet that the sentence gives an office."""
    named = [False] * len(document.words)
    for each in found:
        named[each.first : each.last] = [each.type != "person"] * (each.last - each.first)
    for each, sentence in _in_sentences(document, found):
        unsure = each.type != "person" and _may_be_person(document.words[each.first : each.last])
        if unsure and _has_office(document.words, each, sentence, named):
            yield each


def _has_office(words: Sequence[str], each: Found, sentence: tuple[int, int], named: Sequence[bool]) -> bool:
    """Tell "the country's minister, Ana Lund, said" and "Lund, who is a minister": an office beside a name.

    One before the name without a comma may be part of what the name is, so it speaks for ``misc`` alone.
    """
    first, last = sentence
    closed = each.last + 1 < last and words[each.last] == ","
    if closed and words[each.last + 1] == "who":
        return bool(role_after(words, each.last, last, named))
    if each.last - each.first == 1:
        return False
    if closed and each.first > first and words[each.first - 1] == ",":
        return bool(role_before(words, first, each.first - 1, named))
    return each.type == "misc" and bool(role_before(words, first, each.first, named))


def _in_sentences(document: Document, found: Sequence[Found]) -> Iterator[tuple[Found, tuple[int, int]]]:
    at = 0
    for each in found:
        while document.sentences[at][1] <= each.first:
            at += 1
        yield each, document.sentences[at]


def _may_be_person(words: Sequence[str]) -> bool:
    """Tell up to three capitalised words none of which is known to be of anything but people."""
    flags = gazetteer().flags
    things = lexicon("organization") | lexicon("place") | lexicon("body")
    return len(words) <= _LONGEST and all(
        word[0].isupper()
        and not word.isupper()
        and word.lower() not in things
        and not flags[word] & _THINGS & ~_homonyms(word)
        for word in words
    )


def _homonyms(word: str) -> int:
    """Return the lists that say nothing of a word that is a given name or a surname too: "Florence"."""
    return _SITES if gazetteer().flags[word] & (lists.GIVEN | lists.SURNAME) else 0


def _with_agencies(document: Document, found: Sequence[Found]) -> Iterator[Found]:
    """Yield ``found`` with the agency of a dateline as an organisation: "OSLO (Fjordwire) - Ships"."""
    words = document.words
    for each in found:
        inside = each.first > 1 and each.last + 1 < len(words) and words[each.first - 1] == "("
        dateline = inside and words[each.last] == ")" and words[each.last + 1] in ("-", "–", "—")
        place = dateline and words[each.first - 2]
        if place and place.isupper() and gazetteer().flags[place.capitalize()] & _SITES:
            each = each._replace(type="organization")
        yield each


def _parted(document: Document, found: Sequence[Found]) -> Iterator[Found]:
    """Part a place, firm or platform from the person who follows it: "On Twitter Lund wrote"."""
    alone = {
        document.words[each.first]: each.type
        for each in found
        if each.last - each.first == 1 and each.type in ("location", "organization")
    }
    behind = {each: parts for each in found if (parts := _behind(document, each, alone))}
    sure = [each for each in found if each not in behind]
    known = {_text(document, each) for each in sure}
    people = {_text(document, each) for each in sure if each.type == "person" and each.last - each.first > 1}
    people |= {name.rpartition(" ")[2] for name in people}
    for each in found:
        parts = behind.get(each)
        if parts and _text(document, parts.person) in people and _text(document, each) not in known:
            yield from parts
        else:
            yield each


def _behind(document: Document, each: Found, alone: Mapping[str, EntityType]) -> _Behind | None:
    """Return both parts of a name that may be two: a known word behind a preposition, then more.

    ``alone`` has the type of the words that are also names by themselves in the text.
    """
    words = document.words
    if each.last - each.first < 2 or not each.first:
        return None
    if words[each.first - 1].lower() not in lexicon("preposition"):
        return None
    kind = alone.get(words[each.first]) or _kind_of_place(words[each.first])
    if not kind:
        return None
    return _Behind(Found(each.first, each.first + 1, kind), Found(each.first + 1, each.last, "person"))


def _kind_of_place(word: str) -> EntityType | None:
    """Return what a word is that says where something was said or done; None for a given name."""
    flags = gazetteer().flags[word]
    if flags & lists.GIVEN:
        return None
    if word.lower() in lexicon("platform") or flags & lists.ORGANIZATION:
        return "organization"
    return "location" if flags & _SITES else None
