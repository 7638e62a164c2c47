"""Which lines of a plain text are page residue: by wording, by repetition, by the company they keep."""

from __future__ import annotations

from briefreader.ingest.folding.phrases import residue
from briefreader.ingest.folding.repeats import repeated
from briefreader.ingest.lines import Line

_RUN = 3


def fold_lines(lines: list[Line]) -> dict[int, str]:
    """Return which lines (by place in ``lines``) to fold and why; never all of them."""
    folds = {place: reason for place, line in enumerate(lines) if (reason := residue(line.text))}
    for place, reason in repeated(lines).items():
        folds.setdefault(place, reason)
    folds.update(_runs(lines, folds))
    return folds if len(folds) < len(lines) else {}


def _runs(lines: list[Line], folds: dict[int, str]) -> dict[int, str]:
    """Fold the short lines that stand among residue: menus, keyword lists, names of sections."""
    found: dict[int, str] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (end in folds or not lines[end].is_prose):
            end += 1
        run = range(start, end)
        if sum(place in folds for place in run) >= _RUN and len(run) > _RUN:
            keep = _title(lines, folds, run) if end < len(lines) else None
            found.update({p: "page metadata" for p in run if p not in folds and p != keep})
        start = end + 1
    return found


def _title(lines: list[Line], folds: dict[int, str], run: range) -> int | None:
    """Return the line just above the text that may be its title."""
    for place in reversed(run):
        if place not in folds and 4 <= lines[place].words <= 30 and not lines[place].text.islower():
            return place
    return None
