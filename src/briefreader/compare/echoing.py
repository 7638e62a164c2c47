"""Within a story: who reported first, and who repeated whom word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.compare.runs import WordSequence, runs, word_sequence
from briefreader.model import Article


@dataclass(frozen=True, slots=True)
class Echo:
    """An article (id) and the earlier one it shares most running words with; None if with none.

    ``words`` counts the words in shared runs of eight and more (five in quotes), ``share`` is their part of
    the article, from 0 to 1. That words were repeated does not say from whom: both may quote a third.
    """

    article: str
    repeats: str | None
    words: int
    share: float


def echoes(articles: Sequence[Article]) -> tuple[Echo, ...]:
    """Return the articles in the order of their dates, each with the earlier one it repeats most.

    An article without a date keeps its place after those with one; of equal dates the given order counts.
    """
    in_time = sorted(articles, key=lambda article: article.published or "9")
    read = [word_sequence(article) for article in in_time]
    found: list[Echo] = []
    for place, article in enumerate(in_time):
        shared = [(_shared(read[place], read[before]), -before) for before in range(place)]
        most, before = max(shared, default=(0, 0))
        share = most / max(1, article.words or len(read[place].words))
        found.append(Echo(article.id, in_time[-before].id if most else None, most, round(share, 3)))
    return tuple(found)


def _shared(a: WordSequence, b: WordSequence) -> int:
    return len({run.a + n for run in runs(a, b) for n in range(run.length)})
