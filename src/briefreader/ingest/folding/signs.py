"""What one line of a page, and the page around it, show of its being article or residue: numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby
from math import log1p

from briefreader.ingest.folding.phrases import is_credit, opens_others, residue, smells_of_residue
from briefreader.ingest.lines import Line
from briefreader.text.normal import comparable

_SHORT, _LONG, _ENOUGH, _CAP, _FAR = 15, 25, 12, 80, 30

OWN = (
    "sentence", "small words", "bullet", "number", "short item", "capitals", "residue word", "credit",
)  # fmt: skip
AROUND = (
    "words above", "words below", "prose near", "prose near, same indent", "distance to prose",
    "residue above", "headings of others passed",
)  # fmt: skip
PLACE = (
    "repeated", "prose before", "main prose before", "outdented", "prose at this indent",
    "prose share", "residue share",
)  # fmt: skip
RUN = ("words in run", "share of longest run", "words a line in run")
SIGNS = OWN + AROUND + PLACE + RUN
"""What :func:`signs` tells of a line, by name and in order."""


def signs(lines: Sequence[Line]) -> list[tuple[float, ...]]:
    """Return the numbers for :data:`SIGNS` of each line of a page, all from 0 to about 4."""
    page = _Page(lines)
    return [
        (*_own(line), *page.around(place), *page.place(place), *page.runs[place])
        for place, line in enumerate(lines)
    ]


def count_residue(lines: Sequence[Line]) -> int:
    """Return how many of the lines are short list items, repeats or worded like residue."""
    return sum(_poor(lines, _repeated(lines)))


def _prose(line: Line) -> float:
    """Return how many words of running text the line has, capped; 0 if it is none."""
    if line.words >= _LONG or (line.words >= 7 and line.ends_sentence):
        return min(line.words, _CAP)
    return 0.0


def _own(line: Line) -> tuple[float, ...]:
    letters = line.letters or [""]
    item = line.bullet is not None
    return (
        line.words >= 7 and line.ends_sentence,
        line.stops / len(letters) if line.words >= 4 else 0.0,
        item,
        line.bullet is not None and line.bullet["number"] is not None,
        item and line.words < 8,
        sum(word[:1].isupper() for word in letters) / len(letters),
        _smells(line),
        is_credit(line.text),
    )


class _Page:
    """A page with running totals, from which each line's surroundings are read in constant time."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.prose = [_prose(line) for line in lines]
        self.repeated = _repeated(lines)
        self.poor = _poor(lines, self.repeated)
        self.poor_share = sum(self.poor) / len(lines)
        self.prose_share = sum(line.words for line in lines if _prose(line)) / (
            sum(line.words for line in lines) or 1
        )
        self.by_indent = _mass(lines, self.prose)
        self.indent = max(self.by_indent, key=self.by_indent.__getitem__)
        self.before = _running(self.prose)
        self.main = _running(
            [prose * (line.indent == self.indent) for line, prose in zip(lines, self.prose, strict=True)]
        )
        self.poor_before = _running([float(poor) for poor in self.poor])
        self.anchors = [place for place, prose in enumerate(self.prose) if prose >= _ENOUGH]
        self.runs = _runs(lines, self.poor)
        self.others = [place for place, line in enumerate(lines) if self._opens_others(place, line)]

    def _opens_others(self, place: int, line: Line) -> bool:
        """Tell whether the line heads comments or other articles; before any prose it is a menu entry."""
        if line.words >= 8 or self.before[place] <= 0.1 * self.before[-1]:
            return False
        return opens_others(line.body)

    def around(self, place: int) -> tuple[float, ...]:
        """Return the numbers for :data:`AROUND`."""
        lines = self.lines
        return (
            log1p(lines[place - 1].words) if place else 0.0,
            log1p(lines[place + 1].words) if place + 1 < len(lines) else 0.0,
            log1p(self._density(place)),
            log1p(self._density_at_indent(place)),
            log1p(self._distance(place)),
            (self.poor_before[place] - self.poor_before[max(0, place - 6)]) / max(1, min(6, place)),
            min(3, bisect_right(self.others, place)) / 3,
        )

    def place(self, place: int) -> tuple[float, ...]:
        """Return the numbers for :data:`PLACE`."""
        indent = self.lines[place].indent
        return (
            self.repeated[place],
            self.before[place] / (self.before[-1] or 1.0),
            self.main[place] / (self.main[-1] or 1.0),
            indent < self.indent,
            self.by_indent.get(indent, 0.0) / (self.by_indent[self.indent] or 1.0),
            self.prose_share,
            self.poor_share,
        )

    def _density(self, place: int, reach: int = 12) -> float:
        first, last = max(0, place - reach), min(len(self.lines), place + reach + 1)
        return (self.before[last] - self.before[first] - self.prose[place]) / max(1, last - first - 1)

    def _density_at_indent(self, place: int, reach: int = 6) -> float:
        first, last = max(0, place - reach), min(len(self.lines), place + reach + 1)
        indent = self.lines[place].indent
        same = sum(self.prose[p] for p in range(first, last) if p != place and self.lines[p].indent == indent)
        return same / max(1, last - first - 1)

    def _distance(self, place: int) -> int:
        """Return how many lines off the nearest prose is, itself aside."""
        above = bisect_left(self.anchors, place)
        below = bisect_right(self.anchors, place)
        up = place - self.anchors[above - 1] if above else _FAR
        down = self.anchors[below] - place if below < len(self.anchors) else _FAR
        return min(up, down, _FAR)


def _runs(lines: Sequence[Line], poor: Sequence[bool]) -> list[tuple[float, ...]]:
    """Return the numbers for :data:`RUN` of each line: of its neighbours that are laid out as it is.

    A poem, a table or a list is one long run, though none of its lines reads as running text; menus have runs
    of few words a line.
    """
    found: list[tuple[float, int]] = []
    for _, group in groupby(zip(lines, poor, strict=True), key=_layout):
        run = [line.words for line, _ in group]
        found += [(sum(run), len(run))] * len(run)
    longest = max((words for words, _ in found), default=0.0) or 1.0
    return [(log1p(words), words / longest, min(words / size, _LONG) / 10) for words, size in found]


def _layout(line_and_poor: tuple[Line, bool]) -> tuple[int, bool, bool]:
    line, poor = line_and_poor
    return line.indent, line.bullet is not None, poor and line.bullet is None


def _repeated(lines: Sequence[Line]) -> list[bool]:
    keys = [comparable(line.text) for line in lines]
    counts = Counter(keys)
    return [counts[key] > 1 and line.words > 0 for key, line in zip(keys, lines, strict=True)]


def _poor(lines: Sequence[Line], repeated: Sequence[bool]) -> list[bool]:
    return [again or _is_poor(line) for line, again in zip(lines, repeated, strict=True)]


def _is_poor(line: Line) -> bool:
    if line.bullet is not None and line.words < 8:
        return True
    return residue(line.body) is not None or _smells(line)


def _smells(line: Line) -> bool:
    return line.words < _SHORT and smells_of_residue(line.text)


def _mass(lines: Sequence[Line], prose: list[float]) -> dict[int, float]:
    """Return how much prose, lists aside, stands at each indentation."""
    mass: dict[int, float] = {}
    for line, weight in zip(lines, prose, strict=True):
        mass[line.indent] = mass.get(line.indent, 0.0) + (0.0 if line.bullet else weight)
    return mass


def _running(values: Sequence[float]) -> list[float]:
    """Return the sums of the first 0, 1, 2, … values."""
    return [0.0, *accumulate(values)]
