"""The marks over one side of a comparison: links by tier, the pair one is at, the words in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefreader.model import TIER_WORDS, Span, Tier
from briefreader.text.width import cell_width
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_layers import Run, runs
from briefreader.ui.widgets.span_set import SpanSet

LAYERS = ("weak", "likely", "verbatim", "current", "same", "moved", "run", "changed", "fact")
"""From the lowest to the topmost."""

_SIGNS: Mapping[Tier, tuple[str, str]] = {"verbatim": ("=", "="), "likely": ("≈", "+"), "weak": ("~", "?")}


def sign(tier: Tier) -> str:
    """Return the sign of a tier, of one cell."""
    return _SIGNS[tier][glyphs.current() is glyphs.ASCII]


def legend(width: int) -> str:
    """Say what the signs mean; in few cells, what is easily guessed is left out."""
    tiers = "   ".join(f"{sign(tier)} {words}" for tier, words in TIER_WORDS.items())
    blank = f"{tiers}   blank: no match found"
    for said in (f"{blank}   3: its number   3+: several", blank, tiers):
        if cell_width(said) <= width:
            return said
    return tiers.replace("   ", "  ")


class Marks:
    """Spans by layer, cut into runs of one look."""

    def __init__(self) -> None:
        self._sets = {name: SpanSet() for name in LAYERS}

    def set(self, layer: str, spans: Iterable[Span]) -> None:
        """Give a layer other spans."""
        self._sets[layer] = SpanSet(spans)

    def within(self, layer: str, start: int, end: int) -> bool:
        """Tell whether a layer has a span here."""
        return any(self._sets[layer].within(start, end))

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Cut ``[start, end)`` where a mark begins or ends; each run names its component classes."""
        found = [
            (f"account--{name}", span) for name in LAYERS for span in self._sets[name].within(start, end)
        ]
        return runs(found, start, end)
