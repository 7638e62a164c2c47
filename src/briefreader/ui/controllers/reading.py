"""Reading: how the text is set, its names, its folds, its paragraphs, and how far one has come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Article, Mention, Span
from briefreader.settings.schema import Reading as ReadingSettings
from briefreader.ui.commands import action
from briefreader.ui.contents.neighbours import neighbour, none_beyond, steps_on
from briefreader.ui.controllers.trail import NamesTrail
from briefreader.ui.remembered import recall, remember
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.article_layout import MARGIN, Setting

if TYPE_CHECKING:
    from briefreader.errors import BriefreaderError
    from briefreader.ui.controllers.crossing import Crossing
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

STEP = 4
"""Cells by which a line is made longer or shorter."""
KEPT_AS = "reading"
MOST = {"measure": 400, "spacing": 3}


class Reading:
    """Works on the article that is open."""

    def __init__(self, desk: Desk, opening: Opening, naming: Naming, crossing: Crossing) -> None:
        self._desk, self._opening, self._naming, self._crossing = desk, opening, naming, crossing
        self.names: list[Mention] = []
        # The steps that wait for the names asked for; None where none are asked for.
        self._waiting: list[Callable[[], None]] | None = None
        desk.article.setting = setting_of(desk.settings.reading)
        self._stepping = False
        opening.listen(self._mark_names)
        opening.listen_reading(lambda _article: self._arrive())

    def _mark_names(self, article: Article) -> None:
        self.names, self._waiting = [], self._waiting or []
        self._desk.jobs.ask(
            "names in the text",
            lambda _cancelled: self._desk.library.mentions_in(article.id),
            self._show_names,
            failed=self._fail,
        )

    def _fail(self, error: BriefreaderError) -> None:
        self._waiting = None
        self._desk.say(str(error))

    def _show_names(self, names: list[Mention]) -> None:
        steps, self._waiting = self._waiting or (), None
        self.names = names
        if self._desk.settings.reading.names:
            self._desk.article.set_layer("mention", names)
        for step in steps:
            step()

    @property
    def _named(self) -> bool:
        """Whether there are names, or may be: they are asked for."""
        return bool(self.names) or self._waiting is not None

    def _once_named(self, step: Callable[[], None]) -> None:
        """Take a step now, or when the names of the article are here."""
        if self._waiting is None:
            step()
        else:
            self._waiting.append(step)

    @property
    def _reading(self) -> bool:
        return self._opening.article is not None

    @property
    def _folded(self) -> bool:
        return bool(self._opening.article and self._opening.article.folds)

    @action("article.folds", when=lambda self: self._folded)
    def folds(self) -> None:
        """Open all folds, or close them."""
        self._desk.article.toggle_folds()

    @action("article.open-folds", when=lambda self: self._folded)
    def open_folds(self) -> None:
        """Open all folds."""
        self._desk.article.set_folds(opened=True)

    @action("article.close-folds", when=lambda self: self._folded)
    def close_folds(self) -> None:
        """Close all folds."""
        self._desk.article.set_folds(opened=False)

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
        target, reached = neighbour(blocks, self._desk.article.place, by)
        if target:
            self._desk.article.go_to_place(target.start)
        if not reached:
            self._desk.say(none_beyond(by, "paragraph"))

    @action("article.next-mention", when=lambda self: self._named)
    def next_name(self, count: int | None) -> None:
        """To the next name, also in the next article."""
        self._once_named(lambda: self._to_name(count or 1))

    @action("article.previous-mention", when=lambda self: self._named)
    def previous_name(self, count: int | None) -> None:
        """To the name before, also in the article before."""
        self._once_named(lambda: self._to_name(-(count or 1)))

    def _to_name(self, by: int) -> None:
        number = steps_on(self.names, self._opening.sight.before_next(by), by)
        if 0 <= number < len(self.names):
            self._desk.article.go_to_span(_span(self.names[number]))
            self._point()
            return
        rest = number if by < 0 else number - len(self.names) + 1
        edge = _span(self.names[0 if by < 0 else -1]) if abs(rest) < abs(by) else None
        self._stepping = True
        self._crossing.go(NamesTrail(), rest, at_edge=edge)

    def _arrive(self) -> None:
        if self._stepping:
            self._stepping = False
            self._once_named(self._point)

    def _point(self) -> None:
        """Let the cursor among the names go along with the one stepped to."""
        current = self._desk.article.current
        if found := next((name for name in self.names if current and _span(name) == current), None):
            self._naming.point_at(found)


def _span(name: Mention) -> Span:
    return Span(name.start, name.end)


def setting_of(wanted: ReadingSettings) -> Setting:
    """Return how text is set: as config.yaml has it, else as the reader last left it."""
    usual, kept = ReadingSettings(), recall(KEPT_AS)
    found = {name: getattr(wanted, name) for name in MOST}
    for name, most in MOST.items():
        last = kept.get(name)
        if found[name] == getattr(usual, name) and isinstance(last, int) and 0 <= last <= most:
            found[name] = last
    return Setting(**found)
