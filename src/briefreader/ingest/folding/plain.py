"""Which lines of a plain text are page residue: by wording, by repetition, by where the article stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefreader.ingest.folding.model import outside
from briefreader.ingest.folding.phrases import residue
from briefreader.ingest.folding.repeats import glued_copies, repeated_lines, repeated_titles
from briefreader.ingest.lines import Line

_RUN = 3


def fold_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines (by place in ``lines``) to fold and why; never all of them."""
    folds = _on(lines, {}, glued_copies)
    away = _on(lines, folds, outside)
    worded = {place: reason for place, line in enumerate(lines) if (reason := residue(line.text))}
    folds.update({**away, **worded})
    repeats = repeated_lines if away else repeated_titles
    folds.update(_on(lines, folds, repeats))
    folds.update(_captions(lines, folds))
    if not away:
        folds.update(_company(lines, folds))
    return folds if len(folds) < len(lines) else {}


def _captions(lines: Sequence[Line], folds: dict[int, str]) -> dict[int, str]:
    """Fold what a caption left of itself on the line below it: the name of who is in the picture."""
    return {
        place + 1: "image caption"
        for place, reason in folds.items()
        if reason == "image caption" and place + 1 < len(lines) and place + 1 not in folds
        if lines[place + 1].words <= 4 and lines[place + 1].text in lines[place].text
    }


def _on(
    lines: Sequence[Line], folds: dict[int, str], rule: Callable[[list[Line]], dict[int, str]]
) -> dict[int, str]:
    """Apply ``rule`` to the lines that are not folded yet."""
    left = [place for place in range(len(lines)) if place not in folds]
    return {left[place]: reason for place, reason in rule([lines[place] for place in left]).items()}


def _company(lines: Sequence[Line], folds: dict[int, str]) -> dict[int, str]:
    """Fold the short lines in a run of lines that are mostly residue, the title above the text excepted."""
    found: dict[int, str] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (end in folds or not lines[end].is_prose):
            end += 1
        run = range(start, end)
        if sum(place in folds for place in run) >= _RUN and len(run) > _RUN:
            title = _title(lines, folds, run) if end < len(lines) else None
            found.update({p: "page metadata" for p in run if p not in folds and p != title})
        start = end + 1
    return found


def _title(lines: Sequence[Line], folds: dict[int, str], run: range) -> int | None:
    """Return the place of the line nearest above the text that may be its title."""
    for place in reversed(run):
        if place not in folds and 4 <= lines[place].words <= 30 and not lines[place].text.islower():
            return place
    return None
