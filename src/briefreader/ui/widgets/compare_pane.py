"""One side of a comparison: an article with a gutter that shows which passages have a counterpart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from briefreader.model import Article, Link, Span, Unit
from briefreader.text.sanitize import sanitize
from briefreader.text.width import cell_width
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_layout import MARGIN, Layout, Row, Setting, lay_out
from briefreader.ui.widgets.article_paint import BLANKS, visible_end, whole_clusters
from briefreader.ui.widgets.compare_marks import LAYERS, Marks, sign
from briefreader.ui.widgets.strips import strip_of
from briefreader.ui.widgets.text_pane import TextPane

GUTTER = 5


@dataclass(frozen=True, slots=True)
class Side:
    """What a pane shows: the article, its sentences, and per sentence the links with their numbers."""

    article: Article
    units: Sequence[Unit]
    links: Mapping[int, Sequence[tuple[int, Link]]]


class AccountPane(TextPane):
    """Shows a :class:`Side`; what has no counterpart can be folded."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"account--{layer}" for layer in LAYERS),
        "account--gutter",
        "account--title",
        "account--dim",
    }
    DEFAULT_CSS = """
    AccountPane {
        & > .account--gutter { color: $accent; text-style: bold; }
        & > .account--title { text-style: bold; }
        & > .account--dim { color: $foreground-muted; }
        & > .account--verbatim { text-style: underline; }
        & > .account--current { background: $panel; }
        & > .account--same { background: $panel; text-style: underline; }
        & > .account--moved { background: $panel; text-style: italic underline; }
        & > .account--run { background: $panel; text-style: bold underline; }
        & > .account--changed { background: $panel; text-style: bold; color: $accent; }
        & > .account--fact { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._side: Side | None = None
        self._marks = Marks()
        self.folded = False
        self.at: int | None = None
        """The number of the link one is at, which is shown before others of its passage."""

    def show(self, side: Side) -> None:
        """Show another article."""
        self._side = replace(side, article=replace(side.article, text=sanitize(side.article.text)))
        self.at = None
        self._marks = Marks()
        for layer in ("verbatim", "likely", "weak"):
            self._marks.set(layer, _spans(side, layer))
        self.go_to_place(0)
        self.set_anew()

    def fold(self, folded: bool) -> None:
        """Fold what has no counterpart, or open it."""
        self.folded = folded
        self.set_anew()

    def mark(self, layer: str, spans: Sequence[Span]) -> None:
        """Give a layer of marks other spans."""
        self._marks.set(layer, spans)
        self.refresh()

    def height_of(self, place: int) -> int:
        """Return on which row of the window a code point stands, from 0; negative above it."""
        return self._layout.row_of(place) - self.scroll_offset.y

    def put_at(self, place: int, height: int) -> None:
        """Scroll so that a code point stands on a row of the window, as far as the text allows."""
        self._to_row(self._layout.row_of(place) - height)

    def set_text(self, width: int) -> Layout:
        """Set the article beside its gutter."""
        if self._side is None:
            return Layout((), (), (), 0, 0)
        room = max(width - GUTTER + MARGIN, 12)
        layout = lay_out(self._side.article, room, Setting(measure=0))
        rows = list(self._fold_rows(layout.rows)) if self.folded else layout.rows
        return Layout(rows, [row.start for row in rows], layout.groups, GUTTER, layout.width)

    def _fold_rows(self, rows: Sequence[Row]) -> list[Row]:
        """Put one line for each stretch of rows whose sentences have no counterpart."""
        kept: list[Row] = []
        hidden: list[Row] = []
        for row in rows:
            text = row.label is None and row.end > row.start
            if (text and not self._is_linked(row)) or (hidden and not text):
                hidden.append(row)
            else:
                kept += self._folded(hidden)
                hidden = []
                kept.append(row)
        return kept + self._folded(hidden)

    def _folded(self, rows: Sequence[Row]) -> list[Row]:
        if not rows:
            return []
        start, end = rows[0].start, max(row.end for row in rows)
        units = self._side.units if self._side else ()
        count = sum(1 for unit in units if start <= unit.start < end)
        sentences = f"{count} sentence{'' if count == 1 else 's'}"
        label = f"{glyphs.current().closed} {sentences}: no match found"
        return [Row(start, end, "fold", label=label), Row(end, end, "blank")]

    def _is_linked(self, row: Row) -> bool:
        return any(self._marks.within(tier, row.start, row.end) for tier in ("verbatim", "likely", "weak"))

    def render_line(self, y: int) -> Strip:
        """Paint one line of the window."""
        number = y + self.scroll_offset.y
        style = self.styles_of()
        if self._side is None or number >= len(self._layout.rows):
            return Strip.blank(self.size.width, style)
        row = self._layout.rows[number]
        segments = [Segment(self._gutter(row), self.styles_of("account--gutter")), *self._segments(row)]
        return strip_of(segments, self.size.width, style)

    def _segments(self, row: Row) -> list[Segment]:
        text = self._side.article.text if self._side else ""
        bar = [Segment(row.bar.ljust(row.indent), self.styles_of("account--dim"))] if row.indent else []
        if row.label is not None:
            return [*bar, Segment(row.label, self.styles_of(_LABELS.get(row.kind, "account--dim")))]
        base = ("account--title",) if row.kind in ("title", "heading") else ()
        runs = whole_clusters(text, row, self._marks.runs(row.start, visible_end(text, row)))
        return bar + [
            Segment(text[run.start : run.end].translate(BLANKS), self.styles_of(*base, *run.styles))
            for run in runs
            if run.start < run.end
        ]

    def _gutter(self, row: Row) -> str:
        """Say which link begins on this row, and where one goes on; a sign tells its tier."""
        if self._side is None or row.label is not None or row.start >= row.end:
            return " " * GUTTER
        here = glyphs.current().here if self._marks.within("current", row.start, row.end) else " "
        begun = [unit for unit in self._side.units if row.start <= unit.start < row.end]
        for unit in begun:
            if links := self._side.links.get(unit.id):
                number, link = max(links, key=lambda one: (one[0] == self.at, one[1].score))
                more = "+" if len(links) > 1 else " "
                shown = f"{here}{sign(link.tier)}{number}{more}"
                return shown + " " * (GUTTER - cell_width(shown))
        bar = glyphs.current().quote if self._is_linked(row) else " "
        return f"{here}{bar}".ljust(GUTTER)


_LABELS = {"title": "account--title"}


def _spans(side: Side, tier: str) -> list[Span]:
    units = {unit.id: unit for unit in side.units}
    return [
        units[number] for number, links in side.links.items() if any(link.tier == tier for _, link in links)
    ]
