"""Two or more articles side by side: the whole comparison, made of links and facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from briefreader.compare.claims import Account
from briefreader.compare.facts import facts
from briefreader.compare.linking import Reading, link, read
from briefreader.model import Article, Comparison, Entity, Fact, Link, Mention


def compare(
    articles: Sequence[Article], mentions: Sequence[Sequence[Mention]], names: Mapping[str, Entity]
) -> Comparison:
    """Compare articles, each with each.

    ``mentions`` holds the mentions in each article, ``names`` the entities they mean by id. ``counts`` says
    how many links each tier has, how many sentences found no match, and how many facts have each status.
    """
    readings = [read(*given, names) for given in zip(articles, mentions, strict=True)]
    links = tuple(
        found
        for i, j in combinations(range(len(readings)), 2)
        for found in link(readings[i], readings[j], (i, j))
    )
    table = facts(
        [
            Account(reading.article, reading.units, reading.terms, given, names)
            for reading, given in zip(readings, mentions, strict=True)
        ],
        links,
    )
    units = tuple(reading.units for reading in readings)
    return Comparison(tuple(articles), units, links, table, _counts(readings, links, table))


def _counts(readings: Sequence[Reading], links: Sequence[Link], table: Sequence[Fact]) -> dict[str, int]:
    matched = {(place, unit) for found in links for place, unit in found.ends}
    tiers = Counter(found.tier for found in links)
    statuses = Counter(fact.status for fact in table)
    units = sum(len(reading.units) for reading in readings)
    return {
        "units": units,
        "unmatched": units - len(matched),
        **{tier: tiers[tier] for tier in ("verbatim", "likely", "weak")},
        **{f"facts_{status}": statuses[status] for status in ("same", "within", "differs", "only")},
    }
