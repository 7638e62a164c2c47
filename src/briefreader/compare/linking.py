"""The links between two articles under comparison: verbatim runs and related sentences, each pair once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefreader.compare.naming import NamedText
from briefreader.compare.related import best_pairs, damped, likely_pairs, matrix
from briefreader.compare.runs import WordSequence, runs, word_sequence
from briefreader.compare.terms import Terms, terms
from briefreader.compare.units import units
from briefreader.model import Article, Entity, Link, Mention, Run, Tier, Unit

_LEAST_OF_A_RUN = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """An article made ready for comparison."""

    article: Article
    units: tuple[Unit, ...]
    terms: tuple[Terms, ...]
    words: WordSequence

    def unit_of(self, place: int) -> int:
        """Return the id of the unit that covers a code point, -1 if none does."""
        found = bisect_right(self.units, place, key=lambda unit: unit.start) - 1
        return found if found >= 0 and place < self.units[found].end else -1


def read(article: Article, mentions: Sequence[Mention], names: Mapping[str, Entity]) -> Reading:
    """Cut an article into units and read their terms, the names of one entity as one."""
    found = units(article)
    named = NamedText(article.text, mentions, names)
    return Reading(article, found, tuple(terms(named.read(unit)) for unit in found), word_sequence(article))


def link(a: Reading, b: Reading, pair: tuple[int, int]) -> list[Link]:
    """Return the links between two readings, in the order of the first; ``pair`` names the two."""
    borrowed = _runs_by_units(a, b)
    scores = matrix(a.terms, b.terms, damped([a.terms, b.terms]))
    related, likely = best_pairs(scores), likely_pairs(scores)
    return [
        Link((i,), (j,), _tier((i, j) in likely, bool(shared)), round(value, 4), tuple(shared), pair)
        for (i, j), value in sorted((dict.fromkeys(borrowed, 1.0) | related).items())
        for shared in [borrowed.get((i, j), [])]
    ]


def _tier(likely: bool, borrowed: bool) -> Tier:
    if borrowed:
        return "verbatim"
    return "likely" if likely else "weak"


def _runs_by_units(a: Reading, b: Reading) -> dict[tuple[int, int], list[Run]]:
    """Tell which pairs of units share which runs; one over several sentences links each with its echo."""
    found: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs(a.words, b.words):
        shown = run.spans(a.words, b.words)
        pairs = Counter(
            (a.unit_of(a.words.spans[run.a + n].start), b.unit_of(b.words.spans[run.b + n].start))
            for n in range(run.length)
        )
        for pair, shared in pairs.items():
            if shared >= min(_LEAST_OF_A_RUN, run.length) and min(pair) >= 0:
                found[pair].append(shown)
    return found
