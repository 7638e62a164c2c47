"""Facts on roles: the titles and offices that an article gives each person."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.compare.terms import terms


def roles(account: Account) -> Iterator[Claim]:
    """Yield the different roles of each person; "Secretary" is not one beside "Secretary of State"."""
    found: dict[str, list[Claim]] = {}
    for mention in account.mentions:
        entity = account.names.get(mention.entity or "")
        if entity is None or not mention.role or entity.type != "person" or _is_of_another(mention.role):
            continue
        bag = terms(mention.role).bag
        claim = Claim("role", entity.name, account.value(mention, mention.role), " ".join(sorted(bag)), bag)
        known = found.setdefault(entity.name, [])
        if not any(claim.context <= other.context for other in known):
            known[:] = [other for other in known if not other.context <= claim.context] + [claim]
    for claims in found.values():
        yield from claims


def _is_of_another(role: str) -> bool:
    """Tell whether a role belongs to somebody named next: "Fenwick and the mayor, Tolliver"."""
    return role.lower().startswith(("and ", "or "))


def same_role(a: Claim, b: Claim) -> bool:
    """A role given more briefly is the same role: "President" beside "US President"."""
    return a.context <= b.context or b.context <= a.context
