"""Three accounts and more: which claim stands in which article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefreader.compare.unions import Unions
from briefreader.model import Article, Comparison, Span, Tier

End = tuple[int, int]  # article, unit
_SENTENCE_ENDS = frozenset(".!?…")
_TELLING: frozenset[Tier] = frozenset(["verbatim", "likely"])


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim: for each article the units that make it, none where no match was found.

    ``perhaps`` holds the units of the other articles that only weak links lead to.
    """

    units: tuple[tuple[int, ...], ...]
    perhaps: tuple[tuple[int, ...], ...] = ()

    @property
    def articles(self) -> int:
        """In how many of the articles a match was found."""
        return sum(1 for found in self.units if found)


def claim_rows(comparison: Comparison) -> tuple[ClaimRow, ...]:
    """Return the claims of all articles, those found in most articles first, then in the order of the text.

    A claim is a set of sentences that verbatim or likely links hold together; weak links join nothing, as a
    chain of them soon leads from one subject to another.
    """
    unions = Unions[End]()
    for link in comparison.links:
        if link.tier in _TELLING:
            first, *others = link.ends
            for other in others:
                unions.join(first, other)
    rows: dict[End, list[list[int]]] = defaultdict(lambda: [[] for _ in comparison.articles])
    for article, units in enumerate(comparison.units):
        for unit in units:
            if _is_claim(comparison.articles[article], unit):
                rows[unions.root((article, unit.id))][article].append(unit.id)
    hints = _hints(comparison)
    found = [ClaimRow(tuple(map(tuple, claim)), _perhaps(claim, hints)) for claim in rows.values()]
    return tuple(sorted(found, key=lambda claim: -claim.articles))


def _is_claim(article: Article, unit: Span) -> bool:
    """Tell a sentence from a headline, heading, byline or date line, which is a paragraph without an end."""
    text = unit.cut(article.text).strip()
    # A text without a headline of its own has its first sentence for a title, full stop and all.
    if (text == article.title.strip() and not text.endswith(".")) or text.startswith("#"):
        return False
    block = next((block for block in article.paragraphs if block.overlaps(unit)), None)
    if block is None:
        return True
    alone = block.cut(article.text).strip() == text
    return block.kind != "heading" and not (alone and text.rstrip("”\"’')»")[-1:] not in _SENTENCE_ENDS)


def _hints(comparison: Comparison) -> dict[End, set[End]]:
    """Return for each sentence those of other articles that weak links lead to."""
    found: dict[End, set[End]] = defaultdict(set)
    for link in comparison.links:
        if link.tier not in _TELLING:
            ends = link.ends
            for end in ends:
                found[end] |= set(ends) - {end}
    return found


def _perhaps(claim: Sequence[Sequence[int]], hints: Mapping[End, set[End]]) -> tuple[tuple[int, ...], ...]:
    ends = [(article, unit) for article, units in enumerate(claim) for unit in units]
    led = sorted(set().union(*(hints.get(end, set()) for end in ends)))
    return tuple(
        () if units else tuple(unit for other, unit in led if other == article)
        for article, units in enumerate(claim)
    )
