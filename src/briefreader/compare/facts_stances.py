"""Facts on stances: linked sentences of which one denies, reserves or limits what the other says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from briefreader.compare.background import rarity
from briefreader.compare.claims import Account
from briefreader.compare.terms import term
from briefreader.model import Fact, FactValue, Link
from briefreader.text.words import words

Stance = frozenset[str]

_SHARED = 3  # terms, for a further sentence of an account to be on the same subject
_KEY_WORDS = 4
_BE = r"(?:am|is|are|was|were|be|been|will be|would be)"
_NOT = r"(?:\bnot|n['’]t|\bnever)"
_RESERVED = re.compile(
    rf"{_NOT}(?:\W+\w+){{0,2}}?\W+(?:state|say|mention|specify|confirm|promise|commit|agree|accept"
    r"|take part|attend|participate|join|includ|invit|involv|consult|represent|inform)\w*"
    r"|\b(?:left out|shut out|excluded|ruled out|rules out|refus\w+ to|declin\w+ to|stopped short of)\b"
    r"|\b(?:denied|denies|deny|disputed|rejected|rejects)\b"
    r"|\bwithout (?:them|him|her|us|their|his|its)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:tak\w+|took) part\b|\bparticipa\w+|\bat the (?:\w+ )?table\b|\b(?:be|people|were|was) present\b"
    r"|\bno \w+ (?:\w+ ){0,5}without\b",
    re.IGNORECASE,
)
_HEARD = re.compile(
    rf"\bconsult\w*|\b{_BE}(?: \w+)? (?:discussed with|briefed|informed|heard)\b|\bkept informed\b",
    re.IGNORECASE,
)


def stance(text: str) -> Stance:
    """Tell which of "reserved", "part" (taking part) and "heard" (only asked or told) a sentence says.

    What stands behind a reservation is not said: "did not state that they would take part" is no part.
    Who takes part is heard too, which needs no mark of its own.
    """
    reserved = _RESERVED.search(text)
    said = text[: reserved.start()] if reserved else text
    part = _PART.search(said)
    found = {"part": part, "heard": not part and _HEARD.search(said), "reserved": reserved}
    return frozenset(name for name, match in found.items() if match)


def stances(accounts: Sequence[Account], links: Sequence[Link]) -> Iterator[Fact]:
    """Yield a row for each sentence whose best counterpart takes another stance, the surest first."""
    read = [[stance(unit.cut(account.article.text)) for unit in account.units] for account in accounts]
    taken: set[tuple[int, int]] = set()
    for link in sorted(links, key=partial(_rank, read)):
        ends = [(link.pair[0], link.a[0]), (link.pair[1], link.b[0])]
        if not taken.isdisjoint(ends) or not _differ([read[place][unit] for place, unit in ends], link):
            continue
        taken.update(ends)
        yield _fact(accounts, read, ends)


def _rank(read: Sequence[Sequence[Stance]], link: Link) -> tuple[bool, float]:
    """Put links first whose sentences both take a stance, then by score."""
    both = read[link.pair[0]][link.a[0]] and read[link.pair[1]][link.b[0]]
    return not both, -link.score


def _differ(stances: Sequence[Stance], link: Link) -> bool:
    """Tell whether two stances contrast; where one is silent the link must be word for word."""
    a, b = stances
    if a == b:
        return False
    if not a or not b:
        return link.tier == "verbatim" and "reserved" in a | b
    return True


def _fact(
    accounts: Sequence[Account], read: Sequence[Sequence[Stance]], ends: Sequence[tuple[int, int]]
) -> Fact:
    values: list[tuple[FactValue, ...]] = [() for _ in accounts]
    for place, unit in ends:
        shown = [unit, *_more(accounts[place], read[place], unit)]
        values[place] = tuple(accounts[place].value(accounts[place].units[number]) for number in shown)
    return Fact.of_stances(_subject(accounts, ends), tuple(values))


def _more(account: Account, read: Sequence[Stance], unit: int) -> list[int]:
    """Find a sentence of the account itself that goes further on the subject: one that has them take part."""
    if read[unit] != {"heard"}:
        return []
    own = account.terms[unit].bag
    near = {
        number: sum(map(rarity, own & account.terms[number].bag))
        for number, found in enumerate(read)
        if found == {"part"} and len(own & account.terms[number].bag) >= _SHARED
    }
    return [max(near, key=lambda number: near[number])] if near else []


def _subject(accounts: Sequence[Account], ends: Sequence[tuple[int, int]]) -> str:
    """Name the subject by the most telling words that both sentences have, in the order of the first."""
    (first, unit), (second, other) = ends
    both = accounts[first].terms[unit].bag & accounts[second].terms[other].bag
    telling = sorted(both, key=lambda word: (-min(rarity(word), 10.0), word))[:_KEY_WORDS]
    text = accounts[first].article.text
    spoken: dict[str, str] = {}
    for word in words(text, accounts[first].units[unit]):
        spoken.setdefault(term(word.cut(text)), word.cut(text))
    return " ".join(word for meaning, word in spoken.items() if meaning in telling)
