"""Folds that lie side by side are shown as one line, and open and close together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.model import Fold, Span
from briefreader.text.sanitize import sanitize_line


@dataclass(frozen=True, slots=True)
class FoldGroup(Span):
    """Neighbouring folds; ``lines`` counts what is folded away, ``reasons`` names each reason once."""

    reasons: tuple[str, ...]
    lines: int

    @property
    def label(self) -> str:
        """What stands for the folded text on the screen."""
        lines = "1 line" if self.lines == 1 else f"{self.lines:,} lines"
        return sanitize_line(f"{lines} folded: {', '.join(self.reasons)}")


def fold_groups(text: str, folds: Iterable[Fold]) -> list[FoldGroup]:
    """Join folds with nothing but space between them, in the order of the text."""
    joined: list[tuple[int, int, dict[str, None]]] = []
    for fold in sorted(folds, key=lambda fold: (fold.start, fold.end)):
        if joined and not text[joined[-1][1] : fold.start].strip():
            start, end, reasons = joined[-1]
            joined[-1] = (start, max(end, fold.end), reasons | {fold.reason: None})
        elif fold.start < fold.end:
            joined.append((fold.start, fold.end, {fold.reason: None}))
    return [FoldGroup(start, end, tuple(reasons), _lines(text, start, end)) for start, end, reasons in joined]


def _lines(text: str, start: int, end: int) -> int:
    return text.count("\n", start, end) + (not text[start:end].endswith("\n"))
