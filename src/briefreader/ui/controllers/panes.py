"""Arranging the panes: going from one to the other, showing, hiding, zooming, widening."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import Widget

from briefreader.ui.commands import action
from briefreader.ui.contents.arrangement import PANES, Arrangement, Pane, Wishes, arrange, widened
from briefreader.ui.remembered import recall, remember

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.main import MainScreen


class Panes:
    """Owns which panes are in sight and which one is in use."""

    def __init__(self, screen: MainScreen, desk: Desk) -> None:
        self._screen, self._desk = screen, desk
        self._widgets: dict[Pane, Widget] = {
            "list": desk.list,
            "article": desk.article,
            "sidebar": desk.sidebar,
        }
        self._key = ""
        self.current: Pane = "list"
        self.wishes = Wishes()
        self.shown = Arrangement({})

    def focused(self, widget: Widget | None) -> None:
        """Note that a pane got the focus."""
        found = next((pane for pane, known in self._widgets.items() if known is widget), None)
        if found and found != self.current:
            self.current = found
            self.arrange()

    def use(self, pane: Pane) -> None:
        """Bring a pane into sight and give it the focus."""
        self.current = pane
        self.arrange()
        self._screen.set_focus(self._widgets[pane])  # at once: the next key is meant for it

    def resized(self) -> None:
        """Take the wishes kept for this size of terminal."""
        size = self._screen.size
        self._key = f"{size.width}x{size.height}"
        self.wishes = Wishes.from_data(recall("layout").get(self._key))
        self.arrange()

    def arrange(self) -> None:
        """Show, hide and size the panes."""
        size = self._screen.size
        self.shown = arrange(size.width, self.wishes, self.current)
        for pane, widget in self._widgets.items():
            widget.display = self.shown.shows(pane)
            if pane != "article":
                widget.styles.width = self.shown.widths.get(pane, 0)
        alone = len(self.shown.widths) == 1
        self._widgets[self.current].styles.width = "1fr" if alone else self.shown.widths[self.current]
        self._desk.article.styles.width = "1fr"
        self._desk.sidebar.set_class(self.shown.drawer, "-drawer")

    def _wish(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.arrange()
        remember("layout", self._key, wishes.to_data())

    @action("pane.next")
    def next(self) -> None:
        """Go on to the next pane."""
        self._go(1)

    @action("pane.previous")
    def previous(self) -> None:
        """Go back to the pane before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self.use(PANES[(PANES.index(self.current) + by) % len(PANES)])

    @property
    def alone(self) -> bool:
        """Whether one pane is all that is in sight, and another than the list."""
        return self.current != "list" and len(self.shown.widths) == 1

    @action("pane.left", when=lambda self: self.current != "list")
    def left(self) -> None:
        """Go to the pane on the left."""
        self.use(PANES[PANES.index(self.current) - 1])

    @action("pane.right", when=lambda self: self.current != "sidebar")
    def right(self) -> None:
        """Go to the pane on the right."""
        self.use(PANES[PANES.index(self.current) + 1])

    @action("pane.sidebar")
    def toggle_sidebar(self) -> None:
        """Show the names and go there, or hide them."""
        showing = self.shown.shows("sidebar")
        self._wish(replace(self.wishes, sidebar_shown=not showing, zoomed=False))
        if not showing:
            self.use("sidebar")
        elif self.current == "sidebar":
            self.use("article")

    @action("pane.list")
    def toggle_list(self) -> None:
        """Show the list or hide it."""
        showing = self.shown.shows("list")
        if showing and self.current == "list":
            self.current = "article"
        self._wish(replace(self.wishes, list_shown=not showing, zoomed=False))
        self._screen.set_focus(self._widgets[self.current])

    @action("pane.zoom")
    def zoom(self) -> None:
        """Give the pane in use the whole width, or share it again."""
        self._wish(replace(self.wishes, zoomed=not self.wishes.zoomed))

    @action("pane.grow")
    def grow(self, count: int | None) -> None:
        """Make the pane in use wider."""
        self._widen(count or 1)

    @action("pane.shrink")
    def shrink(self, count: int | None) -> None:
        """Make the pane in use narrower."""
        self._widen(-(count or 1))

    def _widen(self, by: int) -> None:
        self._wish(widened(self._screen.size.width, self.wishes, self.current, by))

    @action("pane.reset")
    def reset(self) -> None:
        """Arrange the panes as they were at first."""
        self._wish(Wishes())

    def step_back(self) -> bool:
        """From the names to the article, from there to the list; tell whether there was a step."""
        if self.wishes.zoomed:
            self.zoom()
        elif self.current == "sidebar":
            self.use("article")
        elif self.current == "article":
            self.use("list")
        else:
            return False
        return True
