"""Walks a query's tree over a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import numpy as np

from briefreader.model import EntityType
from briefreader.search.documents import Knowledge
from briefreader.search.errors import CancelledError
from briefreader.search.evaluate.phrases import near_counts, phrase_counts
from briefreader.search.evaluate.ranking import Ranking, frequencies, scored
from briefreader.search.evaluate.result import Result, nowhere, plain
from briefreader.search.evaluate.terms import (
    Expansion,
    beginning,
    between,
    exactly,
    forms,
    matching,
    near,
)
from briefreader.search.index.arrays import Floats
from briefreader.search.index.schema import LETTERS, SCORED
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import (
    And,
    Asked,
    Dates,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    Word,
)

KINDS: dict[str, EntityType | None] = {
    "person": "person",
    "org": "organization",
    "place": "location",
    "misc": "misc",
    "entity": None,
}


class Evaluator:
    """Evaluates one query; asks ``cancelled`` before each leaf.

    Raises (from :meth:`evaluate`):
        CancelledError: ``cancelled`` said so.
    """

    def __init__(
        self, snapshot: Snapshot, knowledge: Knowledge, ranking: Ranking, cancelled: Callable[[], bool] | None
    ) -> None:
        self._snapshot = snapshot
        self._knowledge = knowledge
        self._ranking = ranking
        self._cancelled = cancelled

    def evaluate(self, node: Node) -> Result:
        """Return the live documents that match, with scores."""
        return self._walk(node).among(self._snapshot.live)

    def _walk(self, node: Node) -> Result:
        match node:
            case And(parts):
                return self._all_of(parts)
            case Or(parts):
                result, *others = map(self._walk, parts)
                for other in others:
                    result = result.either(other)
                return result
            case Not(part):
                return plain(~self._walk(part).found)
            case Nothing():
                return nowhere(self._snapshot.size)
            case _:
                return self._leaf(node)

    def _all_of(self, parts: tuple[Node, ...]) -> Result:
        result: Result | None = None
        for part in parts:
            if result is not None and not result.found.any():
                return result
            other = self._walk(part)
            result = other if result is None else result.both(other)
        return result if result is not None else nowhere(self._snapshot.size)

    def _leaf(self, leaf: Word | Phrase | Near | Pattern | Fuzzy | Dates | Asked) -> Result:
        if self._cancelled is not None and self._cancelled():
            raise CancelledError
        match leaf:
            case Dates():
                return self._dates(leaf)
            case Asked():
                return self._asked(leaf)
            case _:
                fields = (leaf.field,) if leaf.field else SCORED
                result, *others = (self._in_field(leaf, field) for field in fields)
                for other in others:
                    result = result.either(other)
                return result

    def _in_field(self, leaf: Word | Phrase | Near | Pattern | Fuzzy, field: str) -> Result:
        letter = LETTERS[field]
        match leaf:
            case Phrase(words) if len(words) > 1 or leaf.open:
                return self._phrase(field, leaf)
            case Near(words, gap):
                return self._near(field, words, gap)
            case Word():
                counts = self._word(letter, leaf)
            case Phrase(words):
                counts = self._frequencies(exactly(letter, words[0]))
            case Pattern():
                counts = self._frequencies(matching(letter, leaf))
            case Fuzzy():
                counts = self._frequencies(near(letter, leaf))
        return scored(self._snapshot, field, counts, self._weight(field))

    def _weight(self, field: str) -> float:
        return self._ranking.title if field == "title" else 1.0

    def _frequencies(self, expansion: Expansion) -> Floats:
        return frequencies(self._snapshot, expansion)

    def _word(self, letter: bytes, word: Word) -> Floats:
        counts = self._frequencies(exactly(letter, word.text))
        counts += self._ranking.other_forms * self._frequencies(forms(letter, word.text, besides=True))
        if word.open:
            others = self._frequencies(beginning(letter, word.text))
            counts = np.maximum(counts, self._ranking.completions * others)
        return counts

    def _phrase(self, field: str, phrase: Phrase) -> Result:
        letter = LETTERS[field]
        words = [exactly(letter, word) for word in phrase.words]
        if phrase.open:
            words[-1] = beginning(letter, phrase.words[-1])
        return self._placed(field, words, lambda segment: phrase_counts(segment, words))

    def _near(self, field: str, words: tuple[str, ...], gap: int) -> Result:
        expansions = [forms(LETTERS[field], word) for word in words]
        return self._placed(field, expansions, lambda segment: near_counts(segment, expansions, gap))

    def _placed(
        self, field: str, words: list[Expansion], counted: Callable[..., tuple[Floats, Floats]]
    ) -> Result:
        """Rank where words stand together by the scores of the words, as Whoosh does."""
        found = np.zeros(self._snapshot.size, np.bool_)
        for segment in self._snapshot.segments:
            docs, _ = counted(segment)
            found[docs + segment.base] = True
        result = plain(found)
        if found.any():
            for word in words:
                scores = scored(self._snapshot, field, self._frequencies(word), self._weight(field))
                result = result.both(scores)
        return result

    def _dates(self, leaf: Dates) -> Result:
        expansion = between(LETTERS["day"], leaf.first, leaf.last, before=leaf.before)
        return plain(self._frequencies(expansion) > 0)

    def _asked(self, leaf: Asked) -> Result:
        """Put the library's answer, given by keys, into arrays."""
        kind, value = leaf.kind, leaf.value
        if kind in KINDS:
            return self._mentioning(self._knowledge.entity_matches(KINDS[kind], value))
        if kind == "like":
            return self._weighed(self._knowledge.like(value))
        if kind == "note":
            return self._members(self._knowledge.noted(value))
        return self._members(self._knowledge.flagged(f"{kind}:{value}"))

    def _members(self, keys: Collection[int]) -> Result:
        found = np.zeros(self._snapshot.size, np.bool_)
        found[self._snapshot.numbers_of(keys)] = True
        return plain(found)

    def _mentioning(self, spans: Mapping[int, Collection[object]]) -> Result:
        return self._weighed({key: min(len(places), 5) / 5 for key, places in spans.items()})

    def _weighed(self, weights: Mapping[int, float]) -> Result:
        result = self._members(weights.keys())
        docs = np.flatnonzero(result.found)
        result.scores[docs] = [weights[key] for key in self._snapshot.keys[docs].tolist()]
        return result
