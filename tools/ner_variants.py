"""More training text out of the gold at hand: other names in the same sentences, datelines, results.

Few documents teach a model their names by heart. Putting others in their place (mention replacement: Dai
and Adel 2020) makes it look at the words around. News agencies write datelines and tables of results, which
the corpora lack; those are made of names that the gazetteer holds. All choices come from one seeded
generator: the same gold in, the same text out.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from briefreader.entities import gazetteer as lists
from briefreader.entities.gazetteer import gazetteer
from briefreader.model import EntityType
from tools.ner_corpora import Gold

Line = list[str | tuple[str, EntityType]]

_SEED = 11
_AGENCIES = ("Reuters", "AP", "AFP", "Xinhua", "dpa", "PTI", "EFE", "IPS", "CNA", "MENA")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


class Names:
    """Names to choose from: people and places of the gazetteer, organisations and the rest of the gold."""

    def __init__(self) -> None:
        self._chance = random.Random(_SEED)
        known = gazetteer()
        known.flags.open_all()
        flags = sorted(known.flags.items())
        self._given = [word for word, flag in flags if flag & lists.GIVEN]
        self._surnames = [word for word, flag in flags if flag & lists.SURNAME]
        self.cities = [word for word, flag in flags if flag & lists.BIG_CITY]
        self.countries = [word for word, flag in flags if flag & lists.COUNTRY and len(word) > 3]

    def another(self, name: str, kind: EntityType) -> str:
        """Return another full name for a person's, another city for a city; any other name as it is."""
        words = name.split(" ")
        if kind == "person" and len(words) in (2, 3) and all(word[:1].isupper() for word in words):
            return self.person()
        if kind == "location" and gazetteer().flags[name] & (lists.BIG_CITY | lists.CITY):
            return self.pick(self.cities)
        return name

    def person(self) -> str:
        """Return a given name and a surname."""
        return f"{self.pick(self._given)} {self.pick(self._surnames)}"

    def surname(self) -> str:
        """Return a surname."""
        return self.pick(self._surnames)

    def pick(self, names: Sequence[str]) -> str:
        """Return one of ``names``."""
        return self._chance.choice(names)

    def number(self, below: int) -> int:
        """Return a number from 0 up to, not including, ``below``."""
        return self._chance.randrange(below)


def renamed(gold: Gold, names: Names) -> Gold:
    """Return the document with other names, each put in throughout."""
    others: dict[tuple[str, EntityType], str] = {}
    surnames: dict[str, str] = {}
    parts: list[str] = []
    spans: list[tuple[int, int, EntityType]] = []
    at = length = 0
    for start, end, kind in gold.names:
        if start < at:
            continue
        name = gold.text[start:end]
        other = others.get((name, kind)) or _other(name, kind, names, surnames)
        others[name, kind] = other
        parts += [gold.text[at:start], other]
        length += start - at
        spans.append((length, length + len(other), kind))
        length += len(other)
        at = end
    return Gold("".join((*parts, gold.text[at:])), spans, gold.partial)


def _other(name: str, kind: EntityType, names: Names, surnames: dict[str, str]) -> str:
    if kind == "person" and " " not in name:
        return surnames.get(name, name)
    other = names.another(name, kind)
    if kind == "person":
        surnames[name.split(" ")[-1]] = other.split(" ")[-1]
    return other


def with_dateline(gold: Gold, names: Names) -> Gold:
    """Return the document as a report from some city."""
    city = names.pick(names.cities)
    place = city.upper() if names.number(4) else city
    if len(place) != len(city):
        return gold
    spans: list[tuple[int, int, EntityType]] = [(0, len(place), "location")]
    lead = place
    if names.number(3) == 0:
        country = names.pick(names.countries)
        spans.append((len(lead) + 2, len(lead) + 2 + len(country), "location"))
        lead += f", {country}"
    if names.number(2):
        lead += f", {names.pick(_MONTHS)} {1 + names.number(28)}"
    if names.number(2) or place == city:
        agency = names.pick(_AGENCIES)
        spans.append((len(lead) + 2, len(lead) + 2 + len(agency), "organization"))
        lead += f" ({agency})"
    lead += names.pick((" - ", " -- ", " — ", " – "))
    return Gold(
        lead + gold.text,
        spans + [(a + len(lead), b + len(lead), kind) for a, b, kind in gold.names],
        gold.partial,
    )


def tables(names: Names, count: int) -> Iterator[Gold]:
    """Yield pages of results as agencies send them."""
    for _ in range(count):
        make = MAKERS[names.number(len(MAKERS))]
        yield _laid_out([_heading(names), *(make(names) for _ in range(6))])


def _club(names: Names) -> tuple[str, EntityType]:
    endings = ("", "", "", "", " United", " City", " Rovers", " FC", " Town")
    return names.pick(names.cities) + names.pick(endings), "organization"


def _heading(names: Names) -> Line:
    return [
        (names.pick(names.cities).upper(), "location"),
        f" {1990 + names.number(35)}-{1 + names.number(12):02}-{1 + names.number(28):02}",
    ]


def _match(names: Names) -> Line:
    return [_club(names), f" {names.number(5)} ", _club(names), f" {names.number(5)}"]


def _standing(names: Names) -> Line:
    name = _club(names)[0]
    shown = name.upper() if names.number(2) else name
    return [(shown, "organization"), f" {names.number(40)} {names.number(40)} .{names.number(999):03} -"]


def _placing(names: Names) -> Line:
    country: tuple[str, EntityType] = (names.pick(names.countries), "location")
    person: tuple[str, EntityType] = (names.person(), "person")
    return [f"{1 + names.number(20)}. ", person, " (", country, f") {names.number(60)}.{names.number(99):02}"]


def _duel(names: Names) -> Line:
    sides: list[Line] = [
        [(names.person(), "person"), " (", (names.pick(names.countries), "location"), ")"] for _ in range(2)
    ]
    return [*sides[0], " beat ", *sides[1], f" 6-{names.number(5)} 6-{names.number(5)}"]


def _innings(names: Names) -> Line:
    letter = names.pick("ABCDGHJKMNPRSTVW")
    return [
        (f"{letter}. {names.surname()}", "person"),
        " c ",
        (names.surname(), "person"),
        " b ",
        (names.surname(), "person"),
        f" {names.number(120)}",
    ]


def _laid_out(lines: Sequence[Line]) -> Gold:
    text = ""
    spans: list[tuple[int, int, EntityType]] = []
    for line in lines:
        for part in line:
            if isinstance(part, tuple):
                spans.append((len(text), len(text) + len(part[0]), part[1]))
                text += part[0]
            else:
                text += part
        text += "\n\n"
    return Gold(text, spans)


MAKERS = (_match, _placing, _standing, _duel, _innings)
