"""Facts on roles: the title or office that an article gives each person."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.model import FactValue
from briefreader.text.normal import comparable


def roles(account: Account) -> Iterator[Claim]:
    """Yield each different role of each person, where it first stands."""
    seen: set[tuple[str, str]] = set()
    for mention in account.mentions:
        entity = account.names.get(mention.entity or "")
        if entity is None or not mention.role or entity.type != "person":
            continue
        even = comparable(mention.role)
        if (entity.id, even) not in seen:
            seen.add((entity.id, even))
            yield Claim("role", entity.name, FactValue(mention.start, mention.end, mention.role), even)
