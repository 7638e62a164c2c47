"""How one row of an article becomes segments."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment

from briefreader.text.width import clusters, is_narrow
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_layers import Layers, Run
from briefreader.ui.widgets.article_layout import QUOTE_SIGN, Layout, Row
from briefreader.ui.widgets.layered_styles import LayeredStyles

BLANKS = str.maketrans("\n\t", "  ")
"""What white space within a line is painted as."""
_ROW_STYLES = {
    "title": ("article--title",),
    "meta": ("article--meta",),
    "heading": ("article--heading",),
    "quote": ("article--quote",),
    "fold": ("article--fold",),
    "folded": ("article--fold",),
}


def paint(row: Row, text: str, layout: Layout, layers: Layers, styles: LayeredStyles) -> list[Segment]:
    """Return the segments of a row: margin, indent, text with its highlights."""
    base = _ROW_STYLES.get(row.kind, ())
    segments = [Segment(_margin(row, layout, layers), styles("article--sign"))]
    if row.indent:
        segments.append(Segment(row.bar.ljust(row.indent), styles("article--fold")))
    if row.label is not None:
        return [*segments, Segment(row.label, styles(*base))]
    runs = whole_clusters(text, row, layers.runs(row.start, visible_end(text, row)))
    segments += (
        Segment(_shown(text, run, row), styles(*base, *run.styles)) for run in runs if run.start < run.end
    )
    return segments


def _shown(text: str, run: Run, row: Row) -> str:
    """Return the text of a run as it is painted; the sign of a quote becomes the bar that the others have."""
    words = text[run.start : run.end].translate(BLANKS)
    if row.kind == "quote" and run.start == row.start and not row.indent:
        return glyphs.current().quote + words.removeprefix(QUOTE_SIGN)
    return words


def visible_end(text: str, row: Row) -> int:
    """Return where the text of a row ends that is painted: before the space at which it was broken."""
    return row.start + len(text[row.start : row.end].rstrip())


def _margin(row: Row, layout: Layout, layers: Layers) -> str:
    """Return the cells left of the text: what is here, said without colour."""
    sign = " "
    if row.label is None and row.start < row.end:
        if any(layers["current"].within(row.start, row.end)):
            sign = glyphs.current().here
        elif any(layers["note"].within(row.start, row.end)):
            sign = glyphs.current().note
    return " " * (layout.left - 2) + sign + " "


def whole_clusters(text: str, row: Row, runs: Iterator[Run]) -> Iterator[Run]:
    """Move the cuts between runs so that none goes through a cluster."""
    end = visible_end(text, row)
    if is_narrow(text[row.start : end]):
        yield from runs
        return
    ends = [stop for _, stop, _ in clusters(text, row.start, end)]
    at, upcoming = row.start, iter(ends)
    for run in runs:
        stop = at
        while stop < run.end:
            stop = next(upcoming, run.end)
        yield Run(at, stop, run.styles)
        at = stop
