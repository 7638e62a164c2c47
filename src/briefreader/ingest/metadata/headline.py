"""The line above an article that is its title, told by the words that it shares with the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefreader.ingest.folding.phrases import is_credit, opens_others, residue
from briefreader.ingest.lines import STOP_WORDS, Line
from briefreader.text.normal import comparable

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 40
_LONGEST = 250
_WORDS = range(3, 31)
_LIKELY = 0.55


def headline(lines: Sequence[Line], folded: Sequence[int], start: int) -> int | None:
    """Return the place of the title among the lines above the article, which begins at ``start``; or None.

    A title has most of its telling words in the article; of several, the longer and nearer is likelier.
    """
    if start == 0:
        return None
    hidden = set(folded)
    article = {
        word for p, line in enumerate(lines[start:]) if p + start not in hidden for word in _telling(line)
    }
    best, chosen = _LIKELY, None
    for place in range(max(0, start - _REACH), start):
        if _may_be_title(lines[place]):
            likely = _likeness(lines[place], article) - (start - place) / (4 * _REACH)
            if likely >= best:
                best, chosen = likely, place
    return chosen


def _may_be_title(line: Line) -> bool:
    if int(line.words) not in _WORDS or len(line) > _LONGEST or line.bullet or line.text[-1] in ".,;:…":
        return False
    if is_credit(line.text) or opens_others(line.text) or line.text.islower():
        return False
    return residue(line.text) is None


def _likeness(line: Line, article: set[str]) -> float:
    """Return how much of the line's telling words the article has, 0 to 1, and up to .5 for their number."""
    telling = _telling(line)
    shared = sum(word in article for word in telling)
    if shared < 2:
        return 0.0
    return shared / len(telling) + min(shared, 8) / 16


def _telling(line: Line) -> set[str]:
    found = _WORD.findall(comparable(line.text))
    return {word for word in found if len(word) > 2 and word not in STOP_WORDS}
