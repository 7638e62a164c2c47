"""Walks a query's tree over a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

import numpy as np

from briefreader.search.documents import Knowledge
from briefreader.search.errors import CancelledError
from briefreader.search.evaluate.asked import asked
from briefreader.search.evaluate.found import NOTHING, Algebra, Found, unranked
from briefreader.search.evaluate.phrases import close_by, in_a_row
from briefreader.search.evaluate.ranking import Ranking, frequencies, scored
from briefreader.search.evaluate.terms import (
    Expansion,
    beginning,
    between,
    exactly,
    folds,
    forms,
    matching,
    near,
)
from briefreader.search.index.arrays import Ints
from briefreader.search.index.schema import LETTERS, SCORED
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import (
    And,
    Asked,
    Dates,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    Word,
)

TextLeaf: TypeAlias = Word | Phrase | Near | Pattern | Fuzzy


class Evaluator:
    """Evaluates one query; asks ``cancelled`` before each leaf."""

    def __init__(
        self,
        snapshot: Snapshot,
        knowledge: Knowledge,
        ranking: Ranking,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._snapshot = snapshot
        self._knowledge = knowledge
        self._ranking = ranking
        self._cancelled = cancelled
        self._algebra = Algebra(snapshot.size)

    def evaluate(self, node: Node) -> Found:
        """Return the articles that match, with scores.

        Raises:
            CancelledError: a newer request took the place of this one.
        """
        found = self._walk(node)
        return found.take(self._snapshot.live[found.docs]) if self._snapshot.deletions else found

    def _walk(self, node: Node) -> Found:
        match node:
            case And(parts):
                return self._all_of(parts)
            case Or(parts):
                return self._algebra.any_of([self._walk(part) for part in parts])
            case Not(part):
                return self._algebra.complement(self._walk(part).docs)
            case Nothing():
                return NOTHING
            case _:
                return self._leaf(node)

    def _all_of(self, parts: tuple[Node, ...]) -> Found:
        found: Found | None = None
        for part in (part for part in parts if not isinstance(part, Not)):
            other = self._walk(part)
            found = other if found is None else self._algebra.both(found, other)
            if not len(found):
                return found
        unwanted = [self._walk(part.part).docs for part in parts if isinstance(part, Not)]
        if found is None:
            return self._algebra.complement(np.concatenate(unwanted))
        for docs in unwanted:
            found = self._algebra.without(found, docs)
        return found

    def _leaf(self, leaf: Leaf) -> Found:
        if self._cancelled is not None and self._cancelled():
            raise CancelledError
        match leaf:
            case Dates():
                expansion = between(LETTERS["day"], leaf.first, leaf.last, before=leaf.before)
                return unranked(self._frequencies(expansion).docs)
            case Asked():
                return asked(leaf, self._snapshot, self._knowledge)
            case _:
                fields = (leaf.field,) if leaf.field else SCORED
                return self._algebra.any_of([self._in_field(leaf, field) for field in fields])

    def _in_field(self, leaf: TextLeaf, field: str) -> Found:
        letter = LETTERS[field]
        match leaf:
            case Phrase(words) if len(words) > 1:
                return self._phrase(field, leaf)
            case Near():
                return self._near(field, leaf)
            case Word():
                held = self._word(letter, leaf)
            case Phrase((word,)):
                held = self._frequencies((beginning if leaf.open else exactly)(letter, word))
            case Pattern():
                held = self._frequencies(matching(letter, leaf))
            case Fuzzy():
                held = self._frequencies(near(letter, leaf))
        return scored(self._snapshot, field, held, self._weight(field))

    def _weight(self, field: str) -> float:
        return self._ranking.title if field == "title" else 1.0

    def _frequencies(self, expansion: Expansion) -> Found:
        return frequencies(self._snapshot, [(expansion, 1.0)])

    def _word(self, letter: bytes, word: Word) -> Found:
        """Count a word's forms as one word: itself in full, others at the weight the ranking gives them."""
        meant = [
            (exactly(letter, word.text), 1.0),
            (forms(letter, word.text, besides=True), self._ranking.other_forms),
        ]
        if word.open:
            meant.append((beginning(letter, word.text), self._ranking.completions))
        return frequencies(self._snapshot, meant)

    def _phrase(self, field: str, phrase: Phrase) -> Found:
        """Rank a phrase by the scores of its words where they stand in a row, as Whoosh does."""
        words = [exactly(LETTERS[field], word) for word in phrase.words]
        if phrase.open:
            words[-1] = beginning(LETTERS[field], phrase.words[-1])
        found = self._where(words, in_a_row)
        for word in words if len(found) else ():
            found = self._algebra.both(found, self._ranked(field, word))
        return found

    def _near(self, field: str, leaf: Near) -> Found:
        words = [forms(LETTERS[field], word) for word in leaf.words]
        found = self._where([*words, folds(LETTERS[field])], partial(close_by, gap=leaf.gap))
        for word in words if len(found) else ():
            found = self._algebra.both(found, self._ranked(field, word))
        return found

    def _ranked(self, field: str, word: Expansion) -> Found:
        return scored(self._snapshot, field, self._frequencies(word), self._weight(field))

    def _where(self, words: Sequence[Expansion], test: Callable[..., Ints]) -> Found:
        parts = [
            test(segment.postings, segment.size, [word(segment.postings.lexicon) for word in words])
            + segment.base
            for segment in self._snapshot.segments
        ]
        return unranked(np.concatenate(parts)) if parts else NOTHING
