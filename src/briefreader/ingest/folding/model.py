"""The line model: how likely each line of a page is article, and the stretch where the article stands.

A logistic regression on the signs of :mod:`briefreader.ingest.folding.signs`, then maximum subsequence
segmentation (Pasternack and Roth, "Extracting article text from the web with maximum subsequence
segmentation", WWW 2009). ``benchmarks/train_folding.py`` finds the weights and cross-validates them.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.ingest.folding.phrases import opens_comments
from briefreader.ingest.folding.signs import SIGNS, count_residue, signs
from briefreader.ingest.lines import Line

WEIGHTS: dict[str, float] = {
    "sentence": 1.13,
    "small words": 2.87,
    "bullet": -0.41,
    "number": 4.11,
    "short item": -0.06,
    "capitals": -1.75,
    "residue word": -0.94,
    "credit": -2.31,
    "words above": 0.39,
    "words below": 0.45,
    "prose near": 0.45,
    "prose near, same indent": 0.48,
    "distance to prose": 0.49,
    "residue above": -1.28,
    "headings of others passed": -5.01,
    "repeated": -1.05,
    "prose before": -1.49,
    "main prose before": 1.51,
    "outdented": -0.83,
    "prose at this indent": -0.37,
    "prose share": -2.29,
    "residue share": -2.51,
    "words in run": -0.25,
    "share of longest run": 4.30,
    "words a line in run": -0.52,
}
"""Log odds for each sign."""
BIAS = -1.02

PREFERENCE = 0.75
"""Added to the log odds, since losing a sentence is worse than showing a line too many."""
COMMENT = -1.5
"""Added instead below the heading of the comments, which read like articles."""
FIRMNESS = 3.0
"""The most that one line says, in log odds."""
DROPPED = -1.0
"""Within the article a line is folded below these log odds."""
LENGTH_POWER = 0.7
"""How the number of words weighs when the stretch is sought."""
PAGE_SHARE, PAGE_LINES = 0.15, 5
"""At least this part of a page's lines, and this many, look like residue; other texts are left alone."""
NOTE = 100
"""A text of fewer words is a note: too little to tell a page's furniture from what it says."""


def log_odds(lines: Sequence[Line]) -> list[float]:
    """Return for each line the log odds that it is part of the article."""
    weights = [WEIGHTS[name] for name in SIGNS]
    return [BIAS + sum(w * x for w, x in zip(weights, row, strict=True)) for row in signs(lines)]


def outside(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place) are not the article, and where they stand; nothing for a clean text."""
    return divide(lines, log_odds(lines)) if is_page(lines) else {}


def is_page(lines: Sequence[Line]) -> bool:
    """Tell whether a text has the furniture of a web page about it."""
    if len(lines) < PAGE_LINES or sum(line.words for line in lines) < NOTE:
        return False
    return count_residue(lines) >= max(PAGE_LINES, PAGE_SHARE * len(lines))


def divide(lines: Sequence[Line], odds: Sequence[float]) -> dict[int, str]:
    """Return which lines ``odds`` puts outside the article."""
    below = _comments_from(lines)
    values = [
        _clipped(odd + (COMMENT if place > below else PREFERENCE)) * max(1.0, line.words) ** LENGTH_POWER
        for place, (line, odd) in enumerate(zip(lines, odds, strict=True))
    ]
    first, last = best_stretch(values)
    if first == last:
        return {}
    found = dict.fromkeys(range(first), "before the article")
    found.update({p: "within the article" for p in range(first, last) if odds[p] <= DROPPED})
    found.update(dict.fromkeys(range(last, len(lines)), "after the article"))
    return found


def _clipped(odds: float) -> float:
    return max(-FIRMNESS, min(FIRMNESS, odds))


def _comments_from(lines: Sequence[Line]) -> int:
    """Return the place of the heading of the comments, past the end where there is none."""
    words = 0.0
    for place, line in enumerate(lines):
        if words >= NOTE and opens_comments(line.body):
            return place
        words += line.words if line.ends_sentence else 0.0
    return len(lines)


def best_stretch(values: Sequence[float]) -> tuple[int, int]:
    """Return the half-open range of the greatest sum, empty where no value is positive (Kadane)."""
    best, first, last = 0.0, 0, 0
    running, start = 0.0, 0
    for place, value in enumerate(values):
        if running <= 0:
            running, start = 0.0, place
        running += value
        if running > best:
            best, first, last = running, start, place + 1
    return first, last
