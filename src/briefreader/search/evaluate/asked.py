"""What the library answers, by keys, as documents of a snapshot."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from briefreader.errors import BriefreaderError
from briefreader.model import EntityType
from briefreader.search.documents import Knowledge
from briefreader.search.evaluate.found import NOTHING, Found, unranked
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import Asked
from briefreader.search.language.problems import QueryError

KINDS: dict[str, EntityType | None] = {
    "person": "person",
    "org": "organization",
    "place": "location",
    "misc": "misc",
    "entity": None,
}
_MANY = 5  # mentions; more do not make an article say more of an entity


def asked(leaf: Asked, snapshot: Snapshot, knowledge: Knowledge) -> Found:
    """Return the articles that the library names; what is half typed may be unknown to it.

    Raises:
        QueryError: the library does not know what it is asked about.
    """
    try:
        return _answer(leaf, snapshot, knowledge)
    except BriefreaderError as error:
        if leaf.open:
            return NOTHING
        raise QueryError(str(error), leaf.where) from error


def _answer(leaf: Asked, snapshot: Snapshot, knowledge: Knowledge) -> Found:
    if leaf.kind in KINDS:
        counts = knowledge.mentioned(KINDS[leaf.kind], leaf.value, beginning=leaf.open).counts()
        return _weighed(snapshot, {key: min(count, _MANY) / _MANY for key, count in counts.items()})
    if leaf.kind == "like":
        return _weighed(snapshot, knowledge.like(leaf.value))
    if leaf.kind == "note":
        return _members(snapshot, knowledge.noted(leaf.value))
    return _members(snapshot, knowledge.flagged(f"{leaf.kind}:{leaf.value}"))


def _members(snapshot: Snapshot, keys: Collection[int]) -> Found:
    return unranked(snapshot.numbers_of(keys))


def _weighed(snapshot: Snapshot, weights: Mapping[int, float]) -> Found:
    docs = snapshot.numbers_of(weights.keys())
    scores = np.array([weights[key] for key in snapshot.keys[docs].tolist()], dtype=np.float64)
    return Found(docs, scores)
