"""Selecting text by keys: a sentence or a word at a time, at either end; notes, quotes and copies take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.model import Span
from briefreader.text.units import Edge, Unit, Units
from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Selecting:
    """Grows and shrinks the selection in the article that is open."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk, self._opening = desk, opening
        self._edge: Edge = "end"
        self._units: Units | None = None
        opening.listen(lambda _article: self._forget())

    def _forget(self) -> None:
        self._units = None
        self._edge = "end"

    @property
    def _selected(self) -> Span | None:
        return self._desk.article.selected

    @action("select.sentence", when=lambda self: self._opening.article)
    def sentence(self, count: int | None) -> None:
        """Select the sentence at hand, then one more."""
        self._grow("sentence", count or 1)

    @action("select.sentence-less", when=lambda self: self._selected)
    def less_sentence(self, count: int | None) -> None:
        """Select a sentence less."""
        self._grow("sentence", -(count or 1))

    @action("select.word", when=lambda self: self._opening.article)
    def word(self, count: int | None) -> None:
        """Select the word at hand, then one more."""
        self._grow("word", count or 1)

    @action("select.word-less", when=lambda self: self._selected)
    def less_word(self, count: int | None) -> None:
        """Select a word less."""
        self._grow("word", -(count or 1))

    @action("select.edge", when=lambda self: self._selected)
    def other_edge(self) -> None:
        """Move the other end of the selection from now on."""
        self._edge = "start" if self._edge == "end" else "end"
        self._desk.say(f"The selection grows at its {self._edge}")

    def step_back(self) -> bool:
        """Drop the selection; tell whether there was one."""
        had = self._selected is not None
        self._desk.article.select(None)
        self._edge = "end"
        return had

    def _grow(self, unit: Unit, by: int) -> None:
        article, view = self._opening.article, self._desk.article
        if article is None:
            return
        self._units = self._units or Units(view.text, article.paragraphs)
        selected = self._selected
        if selected is None:
            selected = self._units.at(self._opening.sight.span().start, unit)
            by -= 1
        if selected is None:
            return
        if by:
            outward = by if self._edge == "end" else -by
            selected = self._units.moved(selected, unit, self._edge, outward)
        view.select(selected, self._edge)
