"""The facts table: what each article gives for a name, role, number, date, quote or place, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefreader.compare.claims import Account, Claim
from briefreader.compare.facts_names import names, places
from briefreader.compare.facts_roles import roles
from briefreader.model import Fact, FactStatus

_READERS: tuple[Callable[[Account], Iterable[Claim]], ...] = (names, roles, places)
_ORDER = {"differs": 0, "same": 1, "only": 2}


def facts(accounts: Sequence[Account]) -> tuple[Fact, ...]:
    """Return the rows of the facts table: what differs first, then what agrees, then what one alone gives."""
    rows = list(_rows(accounts))
    return tuple(sorted(rows, key=lambda fact: _ORDER[fact.status]))


def _rows(accounts: Sequence[Account]) -> Iterator[Fact]:
    for reader in _READERS:
        by_key: dict[str, list[list[Claim]]] = defaultdict(lambda: [[] for _ in accounts])
        for place, account in enumerate(accounts):
            for claim in reader(account):
                by_key[claim.key][place].append(claim)
        for key, claims in by_key.items():
            yield row(key, claims)


def row(key: str, claims: Sequence[Sequence[Claim]]) -> Fact:
    """Make one row of the claims of each article."""
    kind = next(claim.kind for given in claims for claim in given)
    return Fact(kind, key, status(claims), tuple(tuple(claim.value for claim in given) for given in claims))


def status(claims: Sequence[Sequence[Claim]]) -> FactStatus:
    """Tell whether the articles that speak of it give the same; an article that is silent does not differ."""
    given = [{claim.same for claim in of_one} for of_one in claims if of_one]
    if len(given) < 2:
        return "only"
    return "same" if all(values == given[0] for values in given) else "differs"
