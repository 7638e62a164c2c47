"""Facts on names: the spellings of each person and organization, and the places, that an article gives."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.compare.claims import Account, Claim
from briefreader.model import Entity, FactValue, Mention
from briefreader.text.normal import comparable


def names(account: Account) -> Iterator[Claim]:
    """Yield the fullest spelling of each person, and every spelling the collection does not know best."""
    spellings: dict[str, dict[str, Mention]] = {}
    for mention, entity in _known(account):
        if entity.type == "person":
            spellings.setdefault(entity.id, {}).setdefault(mention.text, mention)
    for identity, found in spellings.items():
        name = account.names[identity].name
        for mention in _not_part_of_another(found):
            yield Claim(
                "name", name, FactValue(mention.start, mention.end, mention.text), comparable(mention.text)
            )


def places(account: Account) -> Iterator[Claim]:
    """Yield the first mention of each place."""
    seen: set[str] = set()
    for mention, entity in _known(account):
        if entity.type == "location" and entity.id not in seen:
            seen.add(entity.id)
            yield Claim("place", entity.name, FactValue(mention.start, mention.end, mention.text), entity.id)


def _known(account: Account) -> Iterator[tuple[Mention, Entity]]:
    for mention in account.mentions:
        if mention.entity in account.names and mention.entity is not None:
            yield mention, account.names[mention.entity]


def _not_part_of_another(spellings: dict[str, Mention]) -> list[Mention]:
    """Leave out "Borrell" where "Josep Borrell" is given too."""
    split = {spelling: set(comparable(spelling).split()) for spelling in spellings}
    return [
        mention
        for spelling, mention in spellings.items()
        if not any(split[spelling] < others for others in split.values())
    ]
