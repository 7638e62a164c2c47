"""What to call a story: the headline that says most of what all its articles say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefreader.compare.background import rarity
from briefreader.compare.terms import terms


def story_title(titles: Sequence[str]) -> str:
    """Return the one of ``titles`` whose words the others share most; of equals the shortest."""
    found = [terms(title).bag for title in titles]
    shared = Counter(word for bag in found for word in bag)

    def common(place: int) -> float:
        bag = found[place]
        return sum(rarity(word) * (shared[word] - 1) for word in bag) / (len(bag) + 4)

    best = max(range(len(titles)), key=lambda place: (round(common(place), 3), -len(titles[place]), -place))
    return titles[best]
