"""One search: a query's tree taken to hits with matches and passages."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefreader.model import ArticleInfo, Hit, Span
from briefreader.search.documents import Knowledge
from briefreader.search.errors import CancelledError
from briefreader.search.evaluate.asked import KINDS
from briefreader.search.evaluate.evaluator import Evaluator
from briefreader.search.evaluate.found import Algebra, Found, unranked
from briefreader.search.evaluate.order import Sort, ordered
from briefreader.search.evaluate.ranking import Ranking
from briefreader.search.index.arrays import Ints
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.language.nodes import Asked, Node, leaves
from briefreader.search.passages.highlighter import Highlighter, Lit
from briefreader.search.passages.snippets import passage


class Lights:
    """What a query matches in articles: its words by rule, its entities by the library's word."""

    def __init__(self, tree: Node, snapshot: Snapshot, knowledge: Knowledge) -> None:
        self._highlighter = Highlighter(tree, snapshot)
        self._knowledge = knowledge
        self._mentioned = [
            (number, knowledge.mentioned(KINDS[leaf.kind], leaf.value, beginning=leaf.open))
            for number, leaf in enumerate(leaves(tree))
            if isinstance(leaf, Asked) and leaf.kind in KINDS
        ]

    def on(self, key: int, text: str, title: str) -> list[Lit]:
        """Return the matches in an article, from left to right."""
        lit = self._highlighter.find(text, title)
        for number, mentioned in self._mentioned:
            lit += [Lit(span.start, span.end, number) for span in mentioned.spans(key)]
        return sorted(lit) if self._mentioned else lit


@dataclass(frozen=True, slots=True)
class Search:
    """A query under way over one snapshot."""

    tree: Node
    snapshot: Snapshot
    knowledge: Knowledge
    ranking: Ranking
    cancelled: Callable[[], bool] | None

    def evaluate(self) -> Found:
        """Return what matches.

        Raises:
            CancelledError: a newer request took its place.
        """
        return Evaluator(self.snapshot, self.knowledge, self.ranking, self.cancelled).evaluate(self.tree)

    def order(self, result: Found, sort: Sort) -> Ints:
        """Return the numbers of the documents found, in order."""
        return ordered(self.snapshot, result, sort, self.ranking)

    def hits(self, found: Found, numbers: Ints) -> tuple[Hit, ...]:
        """Return the articles ``numbers`` in detail, leaving out those that the library no longer has.

        Raises:
            CancelledError: a newer request took its place.
        """
        scores = self._scores(found, numbers)
        lights = Lights(self.tree, self.snapshot, self.knowledge)
        hits = (self._hit(info, scores[info.key], lights) for info in self.knowledge.info(list(scores)))
        return tuple(hit for hit in hits if hit is not None)

    def hits_among(self, found: Found, keys: Sequence[int]) -> tuple[Hit, ...]:
        """Return those of the articles ``keys`` in detail that were found, in the order of their numbers.

        Raises:
            CancelledError: a newer request took its place.
        """
        wanted = unranked(self.snapshot.numbers_of(keys))
        return self.hits(found, Algebra(self.snapshot.size).both(found, wanted).docs)

    def _scores(self, found: Found, numbers: Ints) -> dict[int, float]:
        """Return the score of each of a few documents, by key."""
        scores = Algebra(self.snapshot.size).both(found, unranked(numbers)).scores
        return dict(zip(self.snapshot.keys[numbers].tolist(), scores.tolist(), strict=True))

    def _hit(self, info: ArticleInfo, score: float, lights: Lights) -> Hit | None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError
        try:
            text = self.knowledge.text(info.key)
        except KeyError:
            return None
        lit = lights.on(info.key, text, info.title)
        return Hit(
            info, score, tuple(Span(one.start, one.end) for one in lit), passage(text, info.title, lit)
        )


def keys_of(snapshot: Snapshot, numbers: Ints) -> array[int]:
    """Return the keys of documents."""
    return array("q", snapshot.keys[numbers].tobytes())
