"""Facts on roles: the titles and offices that an article gives each person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefreader.compare.claims import Account, Claim
from briefreader.compare.terms import terms
from briefreader.model import Mention, Span

_OFFICE = (
    "advis[eo]r|ambassador|chair|chairman|chairwoman|chancellor|chief|commissioner|counterpart|deputy|diplomat"
    "|director|envoy|governor|head|king|leader|mayor|minister|president|premier|queen|representative"
    "|secretary|senator|speaker|spokesman|spokesperson|spokeswoman"
)
_BEFORE_A_COMMA = re.compile(rf"(\b[A-Z]\w*(?:['’]s|s['’])(?:\s+[\w-]+){{0,6}}\s+(?i:{_OFFICE})),\s+$")
_REACH = 100  # characters


def roles(account: Account) -> Iterator[Claim]:
    """Yield the different roles of each person; "Secretary" is not one beside "Secretary of State"."""
    found: dict[str, list[Claim]] = {}
    for mention in (_with_role(account, each) for each in account.mentions):
        entity = account.names.get(mention.entity or "")
        if entity is None or not mention.role or entity.type != "person" or _is_of_another(mention.role):
            continue
        bag = terms(mention.role).bag
        value = account.value(_place(account.article.text, mention, mention.role), mention.role)
        claim = Claim("role", entity.name, value, " ".join(sorted(bag)), bag)
        known = found.setdefault(entity.name, [])
        if not any(claim.context <= other.context for other in known):
            known[:] = [other for other in known if not other.context <= claim.context] + [claim]
    for claims in found.values():
        yield from claims


def _with_role(account: Account, mention: Mention) -> Mention:
    """Give a name the office that stands before it and a comma: "Norland's trade minister, Orla Fenwick"."""
    before = account.article.text[max(mention.start - _REACH, 0) : mention.start]
    found = None if mention.role or " " not in mention.text else _BEFORE_A_COMMA.search(before)
    return replace(mention, role=" ".join(found[1].split())) if found else mention


def _place(text: str, mention: Mention, role: str) -> Span:
    """Return where the words of a role stand, those nearest to the name; the name itself if they do not."""
    words = re.compile(r"\s+".join(map(re.escape, role.split())))
    reach = _REACH + len(role)
    start, end = max(mention.start - reach, 0), mention.end + reach
    places = [Span(*found.span()) for found in words.finditer(text, start, end)]
    name = Span(mention.start, mention.end)
    return min(
        places, key=lambda place: max(place.start - mention.end, mention.start - place.end), default=name
    )


def _is_of_another(role: str) -> bool:
    """Tell whether a role belongs to somebody named next: "Fenwick and the mayor, Tolliver"."""
    return role.lower().startswith(("and ", "or "))


def same_role(a: Claim, b: Claim) -> bool:
    """A role given more briefly is the same role: "President" beside "US President"."""
    return a.context <= b.context or b.context <= a.context
