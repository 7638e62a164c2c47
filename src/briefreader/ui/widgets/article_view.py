"""The reading pane: an article with its highlights, folds and the place one has come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefreader.model import Article, Span
from briefreader.text.sanitize import sanitize
from briefreader.text.width import cell_width
from briefreader.ui.widgets.article_layers import Layers
from briefreader.ui.widgets.article_layout import Layout, Setting, lay_out
from briefreader.ui.widgets.article_paint import paint
from briefreader.ui.widgets.article_pointer import Pointer
from briefreader.ui.widgets.strips import strip_of
from briefreader.ui.widgets.text_pane import TextPane


class ArticleView(TextPane):
    """Shows one article.

    Highlights lie in layers (see :data:`LAYERS`); :meth:`set_layer` gives a layer its spans, and only the
    rows that they touch are painted again.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--meta",
        "article--heading",
        "article--quote",
        "article--fold",
        "article--sign",
        "article--mention",
        "article--link",
        "article--person",
        "article--organization",
        "article--location",
        "article--misc",
        "article--hit",
        "article--entity",
        "article--find",
        "article--note",
        "article--selection",
        "article--current",
        "article--label",
    }
    DEFAULT_CSS = """
    ArticleView {
        & > .article--title { text-style: bold; }
        & > .article--meta { color: $foreground-muted; }
        & > .article--heading { text-style: bold; color: $secondary; }
        & > .article--quote { color: $foreground; }
        & > .article--fold { color: $foreground-muted; text-style: italic; }
        & > .article--sign { color: $accent; }
        & > .article--mention, & > .article--person, & > .article--organization,
        & > .article--location, & > .article--misc { text-style: underline; }
        & > .article--link { color: $foreground-muted; text-style: underline; }
        & > .article--hit { color: $accent; text-style: bold; }
        & > .article--entity { color: $primary; text-style: bold underline; }
        & > .article--find { color: $accent; text-style: bold underline; }
        & > .article--note { text-style: italic; }
        & > .article--selection { background: $primary 35%; }
        & > .article--current { text-style: bold reverse; }
        & > .article--label { background: $accent; color: $background; text-style: bold; }
    }
    """
    setting: reactive[Setting] = reactive(Setting(), init=False, repaint=False)
    open_folds: reactive[frozenset[int]] = reactive(frozenset(), init=False, repaint=False)

    @dataclass
    class Pressed(Message):
        """The mouse was pressed on a code point of the text."""

        view: ArticleView
        place: int

        @property
        def control(self) -> ArticleView:
            """The pane."""
            return self.view

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.article: Article | None = None
        self.highlights = Layers()
        self.labels: dict[int, str] = {}
        self._strips: dict[int, Strip] = {}
        self._pointer = Pointer(self)

    # what is shown

    def show(self, article: Article | None, *, place: int = 0) -> None:
        """Show an article, no highlights and all folds closed, from ``place`` on; None shows nothing."""
        self.article = replace(article, text=sanitize(article.text)) if article else None
        self.highlights.clear()
        self.labels = {}
        self.set_reactive(ArticleView.open_folds, frozenset())
        self._anchor = place
        self.set_anew()

    @property
    def text(self) -> str:
        """The text of the article, made harmless for a terminal."""
        return self.article.text if self.article else ""

    def set_layer(self, name: str, spans: Iterable[Span]) -> None:
        """Give a layer (see :data:`LAYERS`) other spans. Raises KeyError for a layer that there is not."""
        for span in self.highlights.set(name, spans):
            self._repaint(span)

    @property
    def current(self) -> Span | None:
        """The span one has stepped to."""
        return next(iter(self.highlights["current"]), None)

    @property
    def current_in_sight(self) -> Span | None:
        """The span one has stepped to, unless one has scrolled away from it since."""
        shown = not self.size.height or (self.current and self.current.overlaps(self.visible_range()))
        return self.current if shown else None

    def go_to_span(self, span: Span) -> None:
        """Make a span the current one and bring it into sight; a fold that hides it opens."""
        self._unfold(span)
        self.set_layer("current", (span,))
        self.reveal(span)

    def go_to_place(self, place: int) -> None:
        """Bring the row of a code point to the top, and leave the current span."""
        self.set_layer("current", ())
        super().go_to_place(place)

    def return_to(self, place: int, current: Span | None) -> None:
        """Bring back what was in sight once: this code point at the top, and this span the current one."""
        if current:
            self.go_to_span(current)
            super().go_to_place(place)
        else:
            self.go_to_place(place)

    @property
    def selected(self) -> Span | None:
        """The stretch of text that is selected."""
        return next(iter(self.highlights["selection"]), None)

    def select(self, span: Span | None, edge: Literal["start", "end"] = "end") -> None:
        """Select a stretch of text, or nothing, and keep one edge of it in sight."""
        self.set_layer("selection", (span,) if span else ())
        if span:
            place = span.start if edge == "start" else span.end - 1
            self.reveal(Span(place, place + 1))

    def show_labels(self, labels: Mapping[int, str]) -> None:
        """Lay signs of a few letters over the text at these code points; none takes them away."""
        changed = self.labels.keys() ^ labels.keys()
        self.labels = dict(labels)
        for place in changed | self.labels.keys():
            self._repaint(Span(place, place + 1))

    # how it is set

    def widen(self, cells: int) -> None:
        """Set the text wider by so many cells, or narrower.

        Where it fills a pane that is narrower than lines usually are, it is again as wide as usual elsewhere.
        """
        room = max(self.size.width - 4, 20)
        wanted = max(min(self.setting.measure or room, room) + cells, 20)
        self.setting = replace(
            self.setting, measure=wanted if wanted < room else max(room, Setting().measure)
        )

    def next_spacing(self) -> None:
        """Change between one empty line between paragraphs, two, and none."""
        self.setting = replace(self.setting, spacing=(self.setting.spacing + 1) % 3)

    def toggle_folds(self) -> None:
        """Open all folds, or close them where all are open."""
        self.set_folds(opened=len(self.open_folds) < len(self._layout.groups))

    def set_folds(self, *, opened: bool) -> None:
        """Open all folds, or close them all."""
        self.open_folds = frozenset(range(len(self._layout.groups)) if opened else ())

    @property
    def hidden(self) -> tuple[Span, ...]:
        """The stretches of text that closed folds hide."""
        groups = enumerate(self._layout.groups)
        return tuple(
            Span(group.start, group.end) for number, group in groups if number not in self.open_folds
        )

    @property
    def folds_in_sight(self) -> list[int]:
        """The numbers of the fold groups that are in sight, open or closed, from the top."""
        rows = (self._layout.rows[number] for number in self.window)
        return list(dict.fromkeys(row.fold for row in rows if row.fold is not None))

    def toggle_fold(self, number: int) -> None:
        """Open a fold group or close it; groups count from 0 in the order of the text."""
        self.open_folds = self.open_folds ^ {number}

    def watch_open_folds(self) -> None:
        """Set the text anew with other folds open."""
        self.set_anew()

    def watch_setting(self) -> None:
        """Set the text anew."""
        self.set_anew()

    def set_text(self, width: int) -> Layout:
        """Set the article for a width."""
        self._strips.clear()
        if self.article is None:
            return Layout((), (), (), 0, width)
        return lay_out(self.article, width, self.setting, self.open_folds)

    def notify_style_update(self) -> None:
        """Forget what was painted in the styles before."""
        super().notify_style_update()
        self._strips.clear()

    def _unfold(self, span: Span) -> None:
        hiding = {number for number, group in enumerate(self._layout.groups) if group.overlaps(span)}
        if not hiding <= self.open_folds:
            self.open_folds = self.open_folds | hiding

    # painting

    def render_line(self, y: int) -> Strip:
        """Paint one row of the window."""
        number = self.scroll_offset.y + y
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._paint(number)
        return strip

    def _paint(self, number: int) -> Strip:
        width = self.size.width
        if number >= len(self._layout.rows):
            return Strip.blank(width, self.styles_of())
        row = self._layout.rows[number]
        segments = paint(row, self.text, self._layout, self.highlights, self.styles_of)
        strip = strip_of(segments, width, self.styles_of())
        for place, label in self.labels.items():
            if row.start <= place < row.end:
                cell = self._layout.left + row.indent + cell_width(self.text[row.start : place])
                strip = self._labelled(strip, cell, label)
        return strip.adjust_cell_length(width, self.styles_of())

    def _labelled(self, strip: Strip, cell: int, label: str) -> Strip:
        sign = Strip([Segment(label, self.styles_of("article--label"))])
        return Strip.join((strip.crop(0, cell), sign, strip.crop(cell + len(label))))

    def _repaint(self, span: Span) -> None:
        for number in self._layout.rows_of(span.start, span.end) if self._layout.rows else ():
            self._strips.pop(number, None)
            if number in self.window:
                self.refresh_line(number)

    # the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select, perhaps."""
        self._pointer.press(event, self._layout)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what the mouse is drawn over."""
        self._pointer.drag(event, self._layout)

    def on_mouse_up(self) -> None:
        """Leave it at what is selected."""
        self._pointer.release()

    def on_click(self, event: events.Click) -> None:
        """Act on the fold under the mouse, or tell which code point it is on."""
        self._pointer.click(event, self._layout)
