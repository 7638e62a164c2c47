"""Who is meant, within one article: surnames back to full names, acronyms back to their expansions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefreader.entities.gazetteer import SURNAME
from briefreader.entities.lexicon import words as lexicon
from briefreader.entities.names import Name, initials, normal, parts, same_person, same_word, surname_key
from briefreader.model import Mention

_OUTWEIGHS = 4


class NameUse(NamedTuple):
    """That an article uses a name: the words it uses, how many times, and where first (a code point)."""

    name: Name
    surface: str
    times: int
    first: int


def names_of(mentions: Sequence[Mention], text: str = "") -> list[Name | None]:
    """Return the full name behind each mention; None where two people in the article could be meant.

    ``mentions`` stand in text order. ``text`` lets "Full Name (FN)" be seen for what it is.
    """
    plain = [normal(mention.text, mention.type) for mention in mentions]
    people = _People(plain)
    acronyms = _acronyms(mentions, plain, text)
    organizations = sorted({name.text for name in plain if name.type == "organization"})
    bodies = _Bodies(plain)
    named: list[Name | None] = []
    for name in plain:
        if name.type == "person":
            named.append(people.full(name))
        elif name.type == "organization":
            named.append(acronyms.get(name) or bodies.full(name) or _expanded(name, organizations))
        else:
            named.append(name)
    return named


def uses_of(mentions: Sequence[Mention], names: Sequence[Name | None]) -> list[NameUse]:
    """Sum up an article for the collection: one entry per name and wording."""
    counts: Counter[tuple[Name, str]] = Counter()
    first: dict[tuple[Name, str], int] = {}
    for mention, name in zip(mentions, names, strict=True):
        if name is not None:
            use = (name, " ".join(mention.text.split()))
            counts[use] += 1
            first.setdefault(use, mention.start)
    return [NameUse(name, surface, count, first[name, surface]) for (name, surface), count in counts.items()]


class _People:
    """The full names of one article, by each of their parts."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._main: dict[str, str] = {}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        self._first: defaultdict[str, set[str]] = defaultdict(set)
        counts = Counter(name.text for name in names if name.type == "person" and len(parts(name.text)) > 1)
        for full, _ in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0])):
            main = next((known for known in self._main.values() if same_person(known, full)), full)
            self._main[full] = main
            words = parts(full)
            self._holders[surname_key(words[-1])].add(main)
            self._first[words[0].casefold()].add(main)

    def full(self, name: Name) -> Name | None:
        words = parts(name.text)
        if name.text in self._main:
            return Name("person", self._main[name.text])
        holders = {
            main for main in self._holders.get(surname_key(words[-1]), ()) if _ends_alike(main, words[-1])
        }
        holders = holders or self._first.get(words[-1].casefold(), set())
        if not holders:
            return name
        return Name("person", next(iter(holders))) if len(holders) == 1 else None


def _ends_alike(full: str, surname: str) -> bool:
    return same_word(parts(full)[-1], surname, SURNAME)


def _acronyms(mentions: Sequence[Mention], names: Sequence[Name], text: str) -> dict[Name, Name]:
    """Find "Some Long Name (SLN)" and return what each such acronym stands for."""
    found: dict[Name, Name] = {}
    for at in range(len(mentions) - 1):
        long, short = names[at], names[at + 1]
        gap = text[mentions[at].end : mentions[at + 1].start].strip()
        if gap == "(" and short.text.isupper() and short.text in initials(long.text):
            found[Name("organization", short.text)] = long
    return found


class _Bodies:
    """Who "the Union" or "the Department" is in one article: the one name there that ends in the word."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._ending: defaultdict[str, Counter[Name]] = defaultdict(Counter)
        for name in names:
            if name.type in ("organization", "location") and " " in name.text:
                self._ending[name.text.rpartition(" ")[2]][name] += 1

    def full(self, name: Name) -> Name | None:
        """Return the organisation that outweighs, several times, all others of its last word."""
        if name.text.lower() not in lexicon("organization") or name.text not in self._ending:
            return None
        holders = self._ending[name.text]
        best, count = min(holders.items(), key=lambda item: (-item[1], item[0]))
        rivals = sum(holders.values()) - count
        return best if best.type == "organization" and count >= _OUTWEIGHS * rivals else None


def _expanded(name: Name, organizations: Sequence[str]) -> Name:
    """Return the one organisation of the article that an acronym or a shortened name stands for."""
    if name.text.isupper() and 2 <= len(name.text) <= 8:
        longer = [other for other in organizations if " " in other and name.text in initials(other)]
    elif len(name.text) > 3:
        longer = [other for other in organizations if other.startswith(name.text + " ")]
    else:
        return name
    return Name("organization", longer[0]) if len(longer) == 1 else name
