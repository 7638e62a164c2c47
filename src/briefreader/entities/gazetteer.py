"""The names the recogniser knows beforehand: countries, cities, organisations, given names, and more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from briefreader.entities.hyphens import pieces
from briefreader.entities.packaged import content
from briefreader.entities.pages import Pages
from briefreader.model import EntityType

COUNTRY, CITY, BIG_CITY, PLACE, ORGANIZATION, DEMONYM, EVENT, GIVEN, SURNAME = (1 << bit for bit in range(9))
CAPITAL = 1 << 9

_TYPES: dict[int, EntityType] = {
    COUNTRY: "location",
    CITY: "location",
    BIG_CITY: "location",
    BIG_CITY | CAPITAL: "location",
    PLACE: "location",
    ORGANIZATION: "organization",
    DEMONYM: "misc",
    EVENT: "misc",
}


@dataclass(slots=True)
class Gazetteer:
    """Known names. ``flags`` has a bit per list for one word; ``longer`` keys phrases by their first word.

    ``canonical`` gives the name under which a known alias goes; ``singular`` the one for "Russians".
    """

    flags: Pages = field(default_factory=Pages)
    longer: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    canonical: dict[tuple[EntityType, str], str] = field(default_factory=dict)
    singular: dict[str, str] = field(default_factory=dict)

    def phrase_at(self, words: list[str], at: int) -> tuple[int, int]:
        """Return how many words from ``at`` on are a known phrase (two or more) and its flag, or (0, 0)."""
        phrases = self.longer.get(words[at], ())
        for phrase, flag in phrases:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), flag
        if phrases and "[" in words[at : at + 10]:
            return self._bracketed(phrases, words, at)
        return 0, 0

    def _bracketed(
        self, phrases: list[tuple[tuple[str, ...], int]], words: list[str], at: int
    ) -> tuple[int, int]:
        """Find a phrase that an editor completed in brackets, as "Security [Council]"."""
        for phrase, flag in phrases:
            end = at + len(phrase) + 2
            inside = words[at:end]
            if "[" in inside and tuple(word for word in inside if word not in "[]") == phrase:
                return len(inside), flag
        return 0, 0

    def add(self, name: str, flag: int) -> None:
        """Note that ``name`` stands in the list of ``flag``."""
        words = tuple(_cut(name))
        if len(words) == 1:
            self.flags.note(name, flag)
        else:
            self.longer.setdefault(words[0], []).append((words, flag))


def type_of(flag: int) -> EntityType | None:
    """Return the type of a name in the list of ``flag``; None for the parts of people's names."""
    return _TYPES.get(flag)


@cache
def gazetteer() -> Gazetteer:
    """Read the lists, once per process."""
    known = Gazetteer(Pages(content("names.txt")))
    for name, others, capitals, demonyms, seats in state_rows():
        for form in (name, *others):
            known.add(form, COUNTRY)
            known.canonical["location", form.casefold()] = name
        _add_all(known, capitals, BIG_CITY | CAPITAL)
        _add_all(known, demonyms, DEMONYM)
        _add_plurals(known, demonyms)
        _add_all(known, (seat for seat in seats if not seat.startswith("the ")), ORGANIZATION)
        for other in capitals[1:]:
            known.canonical["location", other.casefold()] = capitals[0]
    for name, others in _rows("organizations.tsv", 2):
        for form in (name, *others):
            known.add(form.replace("’", "'"), ORGANIZATION)
            known.canonical["organization", form.casefold()] = name
    _add_all(known, _lines("places.txt"), PLACE)
    _add_all(known, _lines("demonyms.txt"), DEMONYM)
    _add_plurals(known, _lines("demonyms.txt"))
    _add_all(known, _lines("events.txt"), EVENT)
    _add_all(known, _lines("towns.txt"), BIG_CITY)
    for phrases in known.longer.values():
        if len(phrases) > 1:
            phrases.sort(key=lambda entry: (-len(entry[0]), entry[1]))
    return known


def state_rows() -> Iterator[list[Any]]:
    """Yield each state: its name, then tuples of other names, capitals, demonyms and seats of power."""
    return _rows("countries.tsv", 5)


def _add_all(known: Gazetteer, names: Iterable[str], flag: int) -> None:
    note = known.flags.note
    for name in names:
        if " " in name or "-" in name:
            known.add(name, flag)
        else:
            note(name, flag)


def _add_plurals(known: Gazetteer, demonyms: Collection[str]) -> None:
    known.singular.update((form + "s", form) for form in demonyms if form + "s" in demonyms)


def _cut(name: str) -> list[str]:
    """Cut a name as the tokeniser cuts it."""
    if "-" not in name:
        return name.split(" ")
    return [
        piece for word in name.split(" ") for piece in (pieces(word, Counter()) if "-" in word else [word])
    ]


def _lines(file: str) -> list[str]:
    return [line for line in content(file).split("\n") if line and line[0] != "#"]


def _rows(file: str, columns: int) -> Iterator[list[Any]]:
    for line in _lines(file):
        name, *rest = line.split("\t")
        lists = [tuple(part for part in cell.split(";") if part) for cell in rest]
        yield [name, *lists, *[()] * (columns - 1 - len(lists))]
