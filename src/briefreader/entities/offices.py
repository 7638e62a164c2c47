"""Cutting what is no name out of a found name: "US Secretary of State Antony Blinken" holds two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer, type_of
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.roles import role_marks
from briefreader.entities.rules import Found
from briefreader.model import EntityType

_FIRM = lists.COUNTRY | lists.ORGANIZATION | lists.DEMONYM | lists.PLACE
_SITES = lists.COUNTRY | lists.BIG_CITY | lists.PLACE
_WITHIN = frozenset({"with", "from", "into", "dell", "della", "delle", "against", "über"})
_VERBS = frozenset(
    {"is", "are", "was", "were", "be", "been", "may", "can", "has", "had", "did", "not", "who"}
)
_NAME_LINKS = lexicon("particle") | {"de", "van", "von", "der", "den", "da", "dos"}


def cut_offices(words: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return ``found`` (places within ``words``, one sentence) with offices cut out and pairs parted."""
    marks = role_marks(words)
    parts: list[Found] = []
    for each in (part for whole in found for part in _pieces(words, whole)):
        if _ends_in_surname(words, each, marks):
            parts.append(each)
        elif any(marks[each.first : each.last]) and not _is_organization(words, each, marks):
            parts += _without_office(words, each, marks)
        elif each.type == "person":
            parts += _parted(words, each)
        else:
            parts.append(each)
    return parts


def _ends_in_surname(words: Sequence[str], each: Found, marks: Sequence[bool]) -> bool:
    """Tell a person whose surname is a title as well, as "Anna Judge"."""
    last = each.last - 1
    if each.type != "person" or last == each.first or not marks[last] or any(marks[each.first : last]):
        return False
    return bool(gazetteer().flags[words[last]] & lists.SURNAME)


def _pieces(words: Sequence[str], each: Found) -> Iterator[Found]:
    """Cut a name at words that none of its type holds, as verbs; part states that a hyphen joins."""
    first = each.first
    quoted = each.first > 0 and words[each.first - 1] in "\"'"
    for at in range(each.first, each.last + 1):
        cuts = at == each.last or (not (quoted and each.type == "misc") and _cuts(words[at]))
        cuts = cuts or (each.type != "misc" and words[at] in _VERBS)
        cuts = cuts or _is_score(words, each, at)
        if cuts:
            if at > first:
                yield from _partners(words, each._replace(first=first, last=at))
            first = at + 1


def _cuts(word: str) -> bool:
    return word in ":;" or (word.islower() and len(word) > 3 and word not in _WITHIN)


def _is_score(words: Sequence[str], each: Found, at: int) -> bool:
    """Tell the first number of a result, as in "Milton City 2 Selby Rovers 3"."""
    return words[at].isdigit() and each.last < len(words) and words[each.last].isdigit()


def _partners(words: Sequence[str], each: Found) -> Iterator[Found]:
    """Part two states or cities that a hyphen joins."""
    flags = gazetteer().flags
    first, last = words[each.first], words[each.last - 1]
    pair = each.last - each.first == 3 and words[each.first + 1] == "-"
    if pair and each.type != "person" and flags[first] & _SITES and flags[last] & _SITES:
        yield Found(each.first, each.first + 1, "location")
        yield Found(each.last - 1, each.last, "location")
    else:
        yield each


def _is_organization(words: Sequence[str], each: Found, marks: Sequence[bool]) -> bool:
    """Tell an organisation whose name holds an office ("Office of the Prime Minister") by its words."""
    if each.type == "person" or marks[each.last - 1]:
        return False
    return any(word.lower() in lexicon("organization") for word in words[each.first : each.last])


def _without_office(words: Sequence[str], each: Found, marks: Sequence[bool]) -> Iterator[Found]:
    at = each.first
    while at < each.last:
        if marks[at] or (not words[at][0].isupper() and words[at].lower() not in _NAME_LINKS):
            at += 1
            continue
        end = at
        while end < each.last and not marks[end]:
            end += 1
        behind = at > 0 and (marks[at - 1] or any(marks[each.first : at]))
        while end > at and not words[end - 1][0].isupper():
            end -= 1
        if end > at:
            yield from _opening_place(words, Found(at, end, _type(words, at, end, each.type, behind)))
        at = max(end, at + 1)
        while at < each.last and not marks[at] and not words[at][0].isupper():
            at += 1


def _opening_place(words: Sequence[str], each: Found) -> Iterator[Found]:
    """Part "Europe Karen Donfried", left over from "Secretary for Europe", into place and person."""
    flags = gazetteer().flags
    if each.type == "person" and each.last - each.first > 2 and flags[words[each.first]] & _FIRM:
        first = flags[words[each.first]] & _FIRM
        yield Found(each.first, each.first + 1, type_of(first & -first) or "location")
        each = each._replace(first=each.first + 1)
    yield each


def _type(words: Sequence[str], first: int, last: int, kind: EntityType, behind_office: bool) -> EntityType:
    flags = gazetteer().flags[" ".join(words[first:last])] & _FIRM
    if flags:
        return type_of(flags & -flags) or kind
    return "person" if behind_office and kind != "location" else kind


def _parted(words: Sequence[str], each: Found) -> Iterator[Found]:
    """Part two people that "and" joins."""
    first = each.first
    for at in range(each.first, each.last):
        if words[at] in ("and", "or", ","):
            if at > first:
                yield Found(first, at, "person")
            first = at + 1
    if first < each.last:
        yield Found(first, each.last, "person")
