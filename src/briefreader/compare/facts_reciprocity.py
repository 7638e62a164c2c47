"""Facts on who is bound: one account says that both sides bind themselves, another that only one does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from briefreader.compare.background import rarity
from briefreader.compare.claims import Account
from briefreader.model import Fact, FactValue

_SAME_SUBJECT = 12.0  # nats of shared terms
_LEAST_SHARED = 2
_LIKE = "(?:similar|equal|equivalent|corresponding|comparable|reciprocal|matching)"
_ONE_SIDE = re.compile(
    rf"\b(?:without|no)\W+(?:\w+\W+){{0,3}}?{_LIKE} \w+|\bone-sided(?:ly)?\b|\bunilateral(?:ly)?\b"
    r"|\bnothing in return\b|\bbind\w* only\b|\bonly one (?:side|party)\b",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(
    r"\beach other\b|\bone another\b|\bboth (?:parties|sides|countries|governments|powers)\b"
    r"|\bmutual(?:ly)?\b|\breciprocal(?:ly)?\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:agree|commit|pledge|promis|undertak|undertook|bind|bound|oblig|refrain|guarant|stipulat)\w*",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\W*(?:they|it|these|this|those|both)\b", re.IGNORECASE)

Place = tuple[int, int]
"""An account and a sentence of it, by number."""


def reciprocity(accounts: Sequence[Account]) -> Iterator[Fact]:
    """Yield one row where an account has an obligation bind one side and another, on the subject, both."""
    one_side = list(_binding_one_side(accounts))
    both_sides = list(_binding_both_sides(accounts))
    pairs = [
        pair
        for pair in product(one_side, both_sides)
        if pair[0][0] != pair[1][0] and _shared(accounts, *pair) >= _SAME_SUBJECT
    ]
    if pairs:
        shown = {place for pair in pairs for place in pair}
        values = tuple(_values(account, number, shown) for number, account in enumerate(accounts))
        yield Fact.of_stances("who is bound, both sides or one", values)


def _values(account: Account, number: int, shown: set[Place]) -> tuple[FactValue, ...]:
    units = sorted(unit for owner, unit in shown if owner == number)
    return tuple(account.value(account.units[unit]) for unit in units)


def _binding_one_side(accounts: Sequence[Account]) -> Iterator[Place]:
    for number, account in enumerate(accounts):
        for unit, span in enumerate(account.units):
            if _ONE_SIDE.search(span.cut(account.article.text)):
                yield number, unit


def _binding_both_sides(accounts: Sequence[Account]) -> Iterator[Place]:
    for number, account in enumerate(accounts):
        for unit, span in enumerate(account.units):
            text = span.cut(account.article.text)
            if _BOTH_SIDES.search(text) and _BOUND.search(text) and not _ONE_SIDE.search(text):
                yield number, unit


def _shared(accounts: Sequence[Account], one: Place, other: Place) -> float:
    """Weigh in nats what two sentences have in common, each read with the one that it points back to."""
    shared = _subject(accounts[one[0]], one[1]) & _subject(accounts[other[0]], other[1])
    return sum(map(rarity, shared)) if len(shared) >= _LEAST_SHARED else 0.0


def _subject(account: Account, unit: int) -> frozenset[str]:
    own = account.terms[unit].bag
    points_back = _POINTS_BACK.match(account.units[unit].cut(account.article.text))
    return own | account.terms[unit - 1].bag if unit and points_back else own
