"""An article set for one width: which code points stand on which line, found both ways by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefreader.model import Article
from briefreader.text.width import wrap
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_header import meta_of, title_of
from briefreader.ui.widgets.article_pieces import Piece, marker_width, pieces, was_wrapped
from briefreader.ui.widgets.fold_groups import FoldGroup, fold_groups

RowKind = Literal["title", "meta", "blank", "paragraph", "heading", "quote", "item", "fold", "folded"]
QUOTE_SIGN = ">"
_HANGS_FROM = 24
MARGIN = 2
"""Cells kept free on either side of the text: the signs of the margin stand there."""


class Row(NamedTuple):
    """A line on the screen: ``text[start:end]``, or ``label`` where it shows no text of the article.

    ``indent`` cells are left free before the text, beginning with ``bar``; ``fold`` numbers the fold group.
    """

    start: int
    end: int
    kind: RowKind
    label: str | None = None
    indent: int = 0
    bar: str = ""
    fold: int | None = None


class Layout(NamedTuple):
    """The rows of an article at a width. ``left`` is the first cell of the text, ``width`` its room."""

    rows: Sequence[Row]
    starts: Sequence[int]
    groups: Sequence[FoldGroup]
    left: int
    width: int

    def row_of(self, place: int) -> int:
        """Return the row that shows a code point, or the fold that hides it."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def rows_of(self, start: int, end: int) -> range:
        """Return the rows that show a part of ``text[start:end]``."""
        return range(self.row_of(start), self.row_of(max(end - 1, start)) + 1)


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: ``measure`` cells a line at most (0: no limit), ``spacing`` empty lines between."""

    measure: int = 76
    spacing: int = 1


def lay_out(article: Article, width: int, setting: Setting, open_folds: Collection[int] = ()) -> Layout:
    """Set an article in ``width`` cells, with the fold groups numbered in ``open_folds`` open."""
    room = max(width - 2 * MARGIN, 2)
    measure = min(setting.measure or room, room)
    groups = fold_groups(article.text, article.folds)
    setter = _Setter(article, measure, setting.spacing, open_folds)
    rows = setter.set(list(pieces(article, groups)))
    left = MARGIN + (width - 2 * MARGIN - measure) // 2
    return Layout(rows, [row.start for row in rows], groups, max(left, 0), measure)


class _Setter:
    """Sets one piece after the other. The title is taken out of the text where the text begins with it."""

    def __init__(self, article: Article, width: int, spacing: int, open_folds: Collection[int]) -> None:
        self._article, self._text, self._width, self._spacing = article, article.text, width, spacing
        self._open_folds = open_folds
        self._rows: list[Row] = []
        self._folds = 0
        self._before: Piece | None = None

    def set(self, given: Sequence[Piece]) -> list[Row]:
        """Set the pieces one below the other and return the rows."""
        headline = next((piece for piece in given if not piece.fold), None)
        if headline is None or not self._is_title(headline):
            headline = None
            self._labels(0, "title", title_of(self._article))
            self._origin(0)
            self._rows += [Row(0, 0, "blank")] if given else []
        for piece in given:
            self._space(piece)
            if piece is headline:
                self._rows += self._wrapped(piece, "title", reflow=True)
                self._origin(piece.end)
            elif piece.fold:
                self._rows += self._fold_rows(piece, piece.fold)
            else:
                self._rows += self._text_rows(piece)
            self._before = piece
        return self._rows

    def _is_title(self, piece: Piece) -> bool:
        title = self._article.title.split()
        return bool(title) and piece.cut(self._text).lstrip("#").split() == title

    def _origin(self, at: int) -> None:
        self._labels(at, "meta", meta_of(self._article))

    def _labels(self, at: int, kind: RowKind, label: str) -> None:
        for start, end in wrap(label, 0, len(label), self._width):
            self._rows.append(Row(at, at, kind, label=label[start:end].rstrip()))

    def _space(self, piece: Piece) -> None:
        before = self._before
        if before is None:
            return
        listed = before.kind == piece.kind == "item" and not (before.fold or piece.fold)
        lines = 0 if listed else 1 if piece.kind == "heading" or before.fold or piece.fold else self._spacing
        for _ in range(lines):
            self._rows.append(Row(before.end, before.end, "blank"))

    def _fold_rows(self, piece: Piece, group: FoldGroup) -> Iterator[Row]:
        fold = self._folds
        opened = fold in self._open_folds
        sign = glyphs.current().opened if opened else glyphs.current().closed
        label = glyphs.fit(f"{sign} {group.label}", self._width)
        self._folds += 1
        yield Row(piece.start, piece.start if opened else piece.end, "fold", label=label, fold=fold)
        if opened:
            bar = glyphs.current().rule
            for start, end in wrap(self._text, piece.start, piece.end, self._width - 2):
                yield Row(start, end, "folded", indent=2, bar=bar, fold=fold)

    def _text_rows(self, piece: Piece) -> Iterator[Row]:
        text = piece.cut(self._text)
        reflow = was_wrapped(text)
        if piece.kind == "quote":
            bar = glyphs.current().quote
            if all(line.startswith(QUOTE_SIGN) for line in text.split("\n")):
                return self._hung(piece, 0, 2, reflow=False, bar=bar)
            return self._wrapped(piece, "quote", reflow=reflow, indent=2, bar=bar)
        if piece.kind == "item":
            return self._hung(
                piece, 2, marker_width(text) if self._width >= _HANGS_FROM else 0, reflow=reflow
            )
        return self._wrapped(piece, piece.kind, reflow=reflow)

    def _wrapped(
        self, piece: Piece, kind: RowKind, *, reflow: bool, indent: int = 0, bar: str = ""
    ) -> Iterator[Row]:
        for start, end in wrap(self._text, piece.start, piece.end, self._width - indent, reflow=reflow):
            yield Row(start, end, kind, indent=indent, bar=bar)

    def _hung(self, piece: Piece, indent: int, hang: int, *, reflow: bool, bar: str = "") -> Iterator[Row]:
        """Set what begins with a sign of its own; what follows in its lines stands under their words."""
        room = self._width - indent - hang
        for start, end in wrap(self._text, piece.start, piece.end, room, reflow=reflow):
            if start == piece.start or (not reflow and self._text[start - 1] == "\n"):
                yield Row(start, end, piece.kind, indent=indent)
            else:
                yield Row(start, end, piece.kind, indent=indent + hang, bar=bar)
