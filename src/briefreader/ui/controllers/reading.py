"""Reading: how the text is set, its names, its folds, its paragraphs, and how far one has come."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefreader.model import Article, Mention, Span
from briefreader.settings.schema import Reading as ReadingSettings
from briefreader.ui.commands import action
from briefreader.ui.contents.neighbours import neighbour
from briefreader.ui.remembered import recall, remember
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_layout import MARGIN, Setting

if TYPE_CHECKING:
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

STEP = 4
"""Cells by which a line is made longer or shorter."""
KEPT_AS = "reading"
MOST = {"measure": 400, "spacing": 3}


class Reading:
    """Works on the article that is open."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk, self._opening = desk, opening
        self.names: list[Mention] = []
        desk.article.setting = setting_of(desk.settings.reading)
        opening.listen(self._mark_names)

    def _mark_names(self, article: Article) -> None:
        self.names = []
        self._desk.jobs.ask(
            "names in the text",
            lambda _cancelled: self._desk.library.mentions_in(article.id),
            self._show_names,
        )

    def _show_names(self, names: list[Mention]) -> None:
        self.names = names
        if self._desk.settings.reading.names:
            self._desk.article.set_layer("mention", names)

    @property
    def _reading(self) -> bool:
        return self._opening.article is not None

    @action("article.folds", when=lambda self: self._opening.article and self._opening.article.folds)
    def folds(self) -> None:
        """Open all folds, or close them."""
        self._desk.article.toggle_folds()

    @action("article.wider", when=lambda self: self._reading)
    def wider(self) -> None:
        """Set the text wider."""
        self._widen(STEP)

    @action("article.narrower", when=lambda self: self._reading)
    def narrower(self) -> None:
        """Set the text narrower."""
        self._widen(-STEP)

    def _widen(self, cells: int) -> None:
        view = self._desk.article
        view.widen(cells)
        remember(KEPT_AS, "measure", view.setting.measure)
        self._desk.say(f"Lines of {min(view.setting.measure, view.size.width - 2 * MARGIN)} cells")

    @action("article.spacing", when=lambda self: self._reading)
    def spacing(self) -> None:
        """Change the space between paragraphs."""
        view = self._desk.article
        view.next_spacing()
        lines = view.setting.spacing
        remember(KEPT_AS, "spacing", lines)
        self._desk.say(f"{lines or 'No'} empty line{'' if lines == 1 else 's'} between paragraphs")

    @action("article.where", when=lambda self: self._reading)
    def where(self) -> None:
        """Say how far one has come."""
        article, view = self._opening.article, self._desk.article
        if article:
            blocks = article.paragraphs
            number = bisect_right(blocks, view.place, key=lambda block: block.start)
            place = (f"{view.percent}%", f"paragraph {max(number, 1)} of {len(blocks)}", article.path)
            self._desk.say(glyphs.current().dot.join(place))

    @action("article.next-paragraph", when=lambda self: self._reading)
    def next_paragraph(self, count: int | None) -> None:
        """To the next paragraph."""
        self._to_paragraph(count or 1)

    @action("article.previous-paragraph", when=lambda self: self._reading)
    def previous_paragraph(self, count: int | None) -> None:
        """To the paragraph before."""
        self._to_paragraph(-(count or 1))

    def _to_paragraph(self, by: int) -> None:
        blocks = self._opening.article.paragraphs if self._opening.article else ()
        if target := neighbour(blocks, self._desk.article.place, by):
            self._desk.article.go_to_place(target.start)

    @action("article.next-mention", when=lambda self: self.names)
    def next_name(self, count: int | None) -> None:
        """To the next name."""
        self._to_name(count or 1)

    @action("article.previous-mention", when=lambda self: self.names)
    def previous_name(self, count: int | None) -> None:
        """To the name before."""
        self._to_name(-(count or 1))

    def _to_name(self, by: int) -> None:
        if target := neighbour(self.names, self._opening.sight.before_next(by), by):
            self._desk.article.go_to_span(Span(target.start, target.end))


def setting_of(wanted: ReadingSettings) -> Setting:
    """Return how text is set: as config.yaml has it, else as the reader last left it."""
    usual, kept = ReadingSettings(), recall(KEPT_AS)
    found = {name: getattr(wanted, name) for name in MOST}
    for name, most in MOST.items():
        last = kept.get(name)
        if found[name] == getattr(usual, name) and isinstance(last, int) and 0 <= last <= most:
            found[name] = last
    return Setting(**found)
