"""How much CPU resolving a large collection takes: made-up articles, names spread as in news (Zipf).

Usage: python benchmarks/entities_resolver.py [ARTICLES]
"""

from __future__ import annotations

import random
import sys
import time

from briefreader.entities import NameUse, Resolver, names_of, uses_of
from briefreader.entities.gazetteer import GIVEN, SURNAME, gazetteer
from briefreader.model import EntityType, Mention

BATCH = 200
NAMES_PER_ARTICLE = 14


def main() -> None:
    """Resolve made-up articles batch by batch, as a sync does, then a day's worth more."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    chance = random.Random(5)
    world = World(chance)
    made = [world.article() for _ in range(articles)]
    began = time.process_time()
    summed = [uses_of(mentions, names_of(mentions)) for mentions in made]
    within = time.process_time() - began
    resolver = Resolver()
    began = time.process_time()
    settled = settle(resolver, summed)
    across = time.process_time() - began
    names = len(resolver.articles())
    print(f"{articles:,} articles, {names:,} names")
    print(f"{within:.1f} CPU-s within articles, {across:.1f} CPU-s across them")
    print(f"{settled:,} names settled, {1e6 * (within + across) / articles:.0f} µs an article")
    delta = [uses_of(mentions, names_of(mentions)) for mentions in (world.article() for _ in range(500))]
    began = time.process_time()
    settled = settle(resolver, delta)
    print(f"500 more: {time.process_time() - began:.2f} CPU-s, {settled:,} names settled")


def settle(resolver: Resolver, articles: list[list[NameUse]]) -> int:
    """Add articles in batches as a sync does: in full whenever their number has doubled, and at the end."""
    count, since, known = 0, 0, 0
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        for uses in batch:
            resolver.add(uses)
        since += len(batch)
        final = since > max(BATCH, known) or start + BATCH >= len(articles)
        count += len(resolver.settle(final=final))
        if final:
            known, since = known + since, 0
    return count


class World:
    """Who there is to be written about: 300,000 people and 60,000 places and bodies, few of them famous."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        flags = gazetteer().flags
        flags.open_all()
        given = sorted(word for word, flag in flags.items() if flag & GIVEN)
        surnames = sorted(word for word, flag in flags.items() if flag & SURNAME)
        self._people = [f"{chance.choice(given)} {chance.choice(surnames)}" for _ in range(300_000)]
        self._bodies = [
            f"{chance.choice(surnames)} {chance.choice(('Bank', 'Party', 'Council'))}" for _ in range(60_000)
        ]

    def article(self) -> list[Mention]:
        """Return the mentions of one article: full names, then some of the surnames again."""
        mentions: list[Mention] = []
        for _ in range(NAMES_PER_ARTICLE):
            if self._chance.random() < 0.6:
                name = self._famous(self._people)
                mentions.append(_mention(name, "person", len(mentions)))
                if self._chance.random() < 0.6:
                    mentions.append(_mention(name.split(" ")[-1], "person", len(mentions)))
            else:
                mentions.append(_mention(self._famous(self._bodies), "organization", len(mentions)))
        return mentions

    def _famous(self, names: list[str]) -> str:
        """Draw from ``names`` so that rank r comes up about 1/r as often as the first."""
        return names[int(len(names) ** self._chance.random()) - 1]


def _mention(text: str, kind: EntityType, at: int) -> Mention:
    return Mention(at * 100, at * 100 + len(text), text, kind)


if __name__ == "__main__":
    main()
