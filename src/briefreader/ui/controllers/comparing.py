"""Choosing what to compare: mark one article, choose another, and the compare screen opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import ArticleInfo, Suggestion
from briefreader.ui.commands import action

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk

Open = Callable[[tuple[int, ...]], None]
_NONE = "No article here is much like this one"


class Comparing:
    """Keeps the article that is marked; ``open_screen`` takes the keys of those to compare.

    ``taking_in`` tells whether articles are still being taken in: what is alike is not all known then.
    """

    def __init__(self, desk: Desk, open_screen: Open, taking_in: Callable[[], bool]) -> None:
        self._desk, self._open, self._taking_in = desk, open_screen, taking_in
        self.marked: ArticleInfo | None = None

    @property
    def here(self) -> ArticleInfo | None:
        """The article that a key means."""
        return self._desk.here

    @action("compare.mark", when=lambda self: self.here)
    def mark(self) -> None:
        """Compare this article with the marked one; where none is, mark it, or while reading offer some.

        On the marked article itself, take the mark away.
        """
        here, marked, key = self.here, self.marked, self._desk.key("compare.mark")
        if here is None:
            return
        if marked is None and self._desk.article.has_focus:
            self.similar()
        elif marked is None:
            self._mark(here)
            self._desk.say(
                f"Marked. Go to another article, press {key} again; {self._desk.key('app.back')} lets go"
            )
        elif marked.id == here.id:
            self._mark(None)
            self._desk.say(f"Unmarked: {key} compares only with another article")
        else:
            self.compare(marked.key, here.key)

    @action("compare.similar", when=lambda self: self.here)
    def similar(self) -> None:
        """Offer the articles most like this one, each with the reason."""
        from briefreader.ui.contents.suggestions import MOST

        here = self.here
        if here:
            self._desk.jobs.ask_ahead(
                self._desk.ahead,
                "similar",
                lambda _cancelled: self._desk.library.similar(here.key, limit=MOST),
                lambda found: self._offer(here.key, found),
            )

    def _offer(self, here: int, found: list[Suggestion]) -> None:
        from briefreader.ui.contents.suggestions import suggested
        from briefreader.ui.screens.chooser import Chooser

        if not found:
            yet = "None found yet: names are still being read" if self._taking_in() else _NONE
            self._desk.say(f"{yet}; mark any in the list to compare it")
            return
        self._desk.list.app.push_screen(
            Chooser("Compare with", suggested(found), verb="Compare"),
            lambda key: self.compare(here, key) if key is not None else None,
        )

    def step_back(self) -> bool:
        """Let go of the mark; tell whether there was one."""
        had = self.marked is not None
        self._mark(None)
        return had

    def compare(self, one: int, other: int) -> None:
        """Set two articles side by side."""
        self._mark(None)
        self._open((one, other))

    def _mark(self, article: ArticleInfo | None) -> None:
        self.marked = article
        self._desk.list.marked = article.id if article else None
