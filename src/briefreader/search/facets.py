"""How the hits spread over sources, months and entities."""

from __future__ import annotations

import numpy as np

from briefreader.model import Facet
from briefreader.search.documents import Knowledge
from briefreader.search.index.arrays import Ints
from briefreader.search.index.snapshot import Snapshot

_MONTH = len("2021-12")


def count_facets(snapshot: Snapshot, numbers: Ints, knowledge: Knowledge) -> tuple[Facet, ...]:
    """Return how many of the documents ``numbers`` have each source, month and entity.

    Sources come by count, months by date, entities as the library gives them.
    """
    sources = _counted("source", *snapshot.outlets, numbers)
    days = _counted("month", *snapshot.days, numbers)
    keys = snapshot.keys[numbers].tolist()
    return (
        *sorted(sources, key=lambda facet: -facet.count),
        *_by_month(days),
        *knowledge.entity_facets(keys),
    )


def _counted(field: str, names: list[str], which: Ints, numbers: Ints) -> list[Facet]:
    held = which[numbers]
    counts = np.bincount(held[held >= 0], minlength=len(names))
    return [Facet(field, names[place], int(counts[place])) for place in np.flatnonzero(counts).tolist()]


def _by_month(days: list[Facet]) -> list[Facet]:
    months: dict[str, int] = {}
    for day in days:
        month = day.value[:_MONTH]
        months[month] = months.get(month, 0) + day.count
    return [Facet("month", month, count) for month, count in months.items()]
