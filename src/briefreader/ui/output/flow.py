"""Text of scripts whose vowel signs take a cell in one terminal and none in another: where it may flow.

Most terminals give a spacing vowel sign (category Mc, as in Devanagari) a cell of its own; the table that the
screen is laid out by gives it none. So the runs of such a line are written one behind the other, not each at
its place, or each would cover the end of the one before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefreader.ui.output.frames import Run

_FRAMES = "\u2500", "\u257f"


def chains(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Part the runs of a frame into those that stand alone and those that flow on from one to the next."""
    chain: list[Run] = []
    for run in runs:
        if chain and _follows(chain[-1], run) and _spills(chain) and not _is_frame(run):
            chain.append(run)
            continue
        if chain:
            yield chain
        chain = [run]
    if chain:
        yield chain


def _follows(before: Run, run: Run) -> bool:
    return run[0] == before[0] and run[1] == before[1] + len(before[3])


def _spills(chain: list[Run]) -> bool:
    """Tell whether the text may take more cells than it was given, beyond the blanks at its end."""
    more = sum(_more(char) for _, _, _, cells in chain for char, _ in cells if len(char) > 1)
    if not more:
        return False
    return trailing_blanks(chain[-1][3]) < more


def trailing_blanks(cells: Sequence[tuple[str, str]]) -> int:
    """Return how many cells at the end are blank."""
    return next((place for place, (char, _) in enumerate(reversed(cells)) if char != " "), len(cells))


def flowing(chain: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Yield style and text of each run, without the blanks at the end of all."""
    parts = [(style, "".join(char for char, _ in cells)) for _, _, style, cells in chain]
    while parts and not parts[-1][1].strip(" "):
        parts.pop()
    for style, text in parts[:-1]:
        yield style, text
    for style, text in parts[-1:]:
        yield style, text.rstrip(" ")


def _is_frame(run: Run) -> bool:
    text = "".join(char for char, _ in run[3]).strip()
    return text == "|" or (len(text) == 1 and _FRAMES[0] <= text <= _FRAMES[1])


@lru_cache(4096)
def _more(sign: str) -> int:
    """Return how many cells more than in the table a sign may take."""
    return sum(unicodedata.category(char) == "Mc" for char in sign[1:])
