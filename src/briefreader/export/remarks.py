"""Notes on what is compared: which of them stand on which link and on which fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefreader.model import Comparison, Fact, Link, Note, Span, Tier

_SUREST: Mapping[Tier, int] = {"verbatim": 0, "likely": 1, "weak": 2}
_TOLD = ("differs", "within")


@dataclass(frozen=True, slots=True)
class Remark:
    """One note, and where it stands in each of the accounts that it was written to, by their number."""

    text: str
    places: Mapping[int, Span]


class Remarks:
    """The notes on a comparison by what they stand on: links and facts by their number from 0, or neither.

    A note stands on the one link whose passages it was written to, and on each fact that differs and whose
    values lie in its passages; only where there is neither on another fact.
    """

    def __init__(self, comparison: Comparison, written: Iterable[Sequence[Note]] = ()) -> None:
        self._comparison = comparison
        self.links: defaultdict[int, list[Remark]] = defaultdict(list)
        self.facts: defaultdict[int, list[Remark]] = defaultdict(list)
        self.elsewhere: list[Remark] = []
        for remark in filter(None, (_remark(comparison, notes) for notes in written)):
            self._put(remark)

    def _put(self, remark: Remark) -> None:
        links = self._links_at(remark)
        facts = [n for n, fact in enumerate(self._comparison.facts) if _holds(remark, fact)]
        told = [n for n in facts if self._comparison.facts[n].status in _TOLD]
        for number in links:
            self.links[number].append(remark)
        for number in told or ([] if links else facts[:1]):
            self.facts[number].append(remark)
        if not (links or facts):
            self.elsewhere.append(remark)

    def _links_at(self, remark: Remark) -> list[int]:
        """Return the number of the link that a remark fits best, if there is any."""
        fits = []
        for number, link in enumerate(self._comparison.numbered):
            ends = ends_of(self._comparison, link)
            both = remark.places.keys() & ends.keys()
            if len(both) == min(2, len(remark.places)) and all(
                remark.places[n].overlaps(ends[n]) for n in both
            ):
                inexact = sum(remark.places[n] != ends[n] for n in both)
                fits.append((inexact, _SUREST[link.tier], -link.score, number))
        return [min(fits)[-1]] if fits else []


def ends_of(comparison: Comparison, link: Link) -> dict[int, Span]:
    """Return where a link stands in each of its two accounts, by their number."""
    ends = {}
    for account, units in zip(link.pair, (link.a, link.b), strict=True):
        spans = [comparison.units[account][unit] for unit in units]
        ends[account] = Span(spans[0].start, spans[-1].end)
    return ends


def _remark(comparison: Comparison, notes: Sequence[Note]) -> Remark | None:
    """Make one remark of the notes written as one; quotes say nothing, nor do notes on other articles."""
    numbers = {article.id: number for number, article in enumerate(comparison.articles)}
    places = {numbers[note.article]: Span(note.start, note.end) for note in notes if note.article in numbers}
    return Remark(notes[0].text, places) if places and notes[0].text.strip() else None


def _holds(remark: Remark, fact: Fact) -> bool:
    return all(
        any(place.overlaps(value) for value in fact.values[account])
        for account, place in remark.places.items()
    )
