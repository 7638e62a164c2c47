"""The facts table: what each article gives for a name, role, number, date, quotation or place, row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations

from briefreader.compare import dates as calendar
from briefreader.compare.background import rarity
from briefreader.compare.claims import Account, Claim
from briefreader.compare.fact_rows import (
    Rows,
    group,
    one_within_the_other,
    same_event,
    same_statement,
    same_thing,
)
from briefreader.compare.facts_dates import dates
from briefreader.compare.facts_names import names, places
from briefreader.compare.facts_numbers import numbers
from briefreader.compare.facts_quotes import quotes
from briefreader.compare.facts_reciprocity import reciprocity
from briefreader.compare.facts_roles import roles, same_role
from briefreader.compare.facts_stances import stances
from briefreader.model import Fact, FactStatus, Link

_ORDER = {"differs": 0, "within": 1, "same": 2, "only": 3}
_DATED_ALIKE = 11.4  # nats
_COUNTED_ALIKE = 9.0
_SAID_ALIKE = 0.7
_SUBJECT_WORDS = 4

Agree = Callable[[Claim, Claim], bool]


def facts(accounts: Sequence[Account], links: Sequence[Link] = ()) -> tuple[Fact, ...]:
    """Return the rows of the facts table: what differs, is less exact, agrees, and is given by one alone.

    Of what differs, stances come first and mere wordings last; ``links`` are what stances are read from.
    """
    ranked = [(_ORDER[fact.status], rank, fact) for rank, fact in _ranked(accounts, links)]
    return tuple(fact for _, _, fact in sorted(ranked, key=lambda row: row[:2]))


def _ranked(accounts: Sequence[Account], links: Sequence[Link]) -> Iterator[tuple[int, Fact]]:
    for fact in chain(stances(accounts, links), reciprocity(accounts)):
        yield 0, fact
    for claims, fact in _rows(accounts):
        yield _wording(claims) if fact.status == "differs" else 0, fact


def _wording(claims: Sequence[Sequence[Claim]]) -> int:
    """Return 2 for quotations that differ in function words alone, 1 for other quotations, 0 for the rest."""
    given = [claim for own in claims for claim in own]
    if given[0].kind != "quote":
        return 0
    return 2 if len({claim.context for claim in given}) == 1 else 1


def _rows(accounts: Sequence[Account]) -> Iterator[tuple[Sequence[Sequence[Claim]], Fact]]:
    for claims in _by_key(accounts, roles):
        yield claims, _fact(claims, same_role)
    for claims in _by_key(accounts, names):
        yield claims, _fact(claims, _equal)
    for claims in group(_read(accounts, quotes), same_statement, _SAID_ALIKE):
        yield claims, _fact(claims, one_within_the_other)
    for claims in group(_read(accounts, dates), same_event, _DATED_ALIKE, several=_overlap):
        yield claims, _fact(claims, _same_day, _subject(claims), within=_overlap)
    for claims in group(_read(accounts, numbers), same_thing, _COUNTED_ALIKE):
        yield claims, _fact(claims, _equal, _thing(claims))
    for claims in _by_key(accounts, places):
        yield claims, _fact(claims, _equal)


def _read(accounts: Sequence[Account], reader: Callable[[Account], Iterable[Claim]]) -> list[list[Claim]]:
    return [list(reader(account)) for account in accounts]


def _by_key(accounts: Sequence[Account], reader: Callable[[Account], Iterable[Claim]]) -> Rows:
    rows: dict[str, list[list[Claim]]] = defaultdict(lambda: [[] for _ in accounts])
    for place, account in enumerate(accounts):
        for claim in reader(account):
            rows[claim.key][place].append(claim)
    return list(rows.values())


def _fact(
    claims: Sequence[Sequence[Claim]], agree: Agree, key: str | None = None, *, within: Agree | None = None
) -> Fact:
    first = next(claim for given in claims for claim in given)
    values = tuple(tuple(claim.value for claim in given) for given in claims)
    return Fact(first.kind, first.key if key is None else key, status(claims, agree, within), values)


def status(claims: Sequence[Sequence[Claim]], agree: Agree, within: Agree | None = None) -> FactStatus:
    """Tell whether the articles that speak of a fact give the same; one that is silent does not differ.

    ``within`` tells of two claims that do not agree whether one holds the other, and is less exact only.
    """
    speaking = [given for given in claims if given]
    if len(speaking) < 2:
        return "only"
    first, *others = speaking
    if all(_all_agree(first, other, agree) for other in others):
        return "same"
    pairs = combinations(speaking, 2)
    return "within" if within and all(_all_agree(*pair, within) for pair in pairs) else "differs"


def _all_agree(a: Sequence[Claim], b: Sequence[Claim], agree: Agree) -> bool:
    """Tell whether all that one of the two gives is given by the other too, which may give more."""
    return all(any(agree(one, other) for other in b) for one in a) or all(
        any(agree(one, other) for other in a) for one in b
    )


def _equal(a: Claim, b: Claim) -> bool:
    return a.same == b.same


def _same_day(a: Claim, b: Claim) -> bool:
    return calendar.agree(a.same, b.same)


def _overlap(a: Claim, b: Claim) -> bool:
    return calendar.overlap(a.same, b.same)


def _subject(claims: Sequence[Sequence[Claim]]) -> str:
    """Name a dated event by the most telling words around its dates, those that all use first."""
    counts = Counter(term for given in claims for claim in given for term in claim.context)
    first = next(claim for given in claims for claim in given)
    telling = sorted(first.spoken, key=lambda term: (-counts[term], -min(rarity(term), 10.0), term))[
        :_SUBJECT_WORDS
    ]
    return " ".join(word for term, word in first.spoken.items() if term in telling)


def _thing(claims: Sequence[Sequence[Claim]]) -> str:
    """Name a count by the last word of its first value."""
    return next(claim for given in claims for claim in given).value.value.split()[-1]
