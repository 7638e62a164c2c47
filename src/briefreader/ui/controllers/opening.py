"""Opening articles: reading them beside the screen and showing them where wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from briefreader.errors import BriefreaderError
from briefreader.model import Article, ArticleInfo, Span
from briefreader.ui.commands import action
from briefreader.ui.contents.neighbours import none_beyond
from briefreader.ui.controllers.lit_trail import LitTrail
from briefreader.ui.controllers.page import Landing, Page, Place, read_page
from briefreader.ui.controllers.sight import Sight
from briefreader.ui.passage import Passage

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk

Opened = Callable[[Article], None]


class Opening:
    """Shows articles in the reading pane and keeps the one that is open.

    ``lit`` has the trail that is followed through it, ``sight`` tells what of it is in sight.
    ``before_leaving`` is called before another is opened to be read.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.article: Article | None = None
        self.lit = LitTrail(desk, lambda: self.article)
        self.sight = Sight(desk, lambda: self.article)
        self.before_leaving: Callable[[], None] = lambda: None
        self._asked_to: Literal["read", "glance"] | None = None
        self._listeners: list[Opened] = []
        self._readers: list[Opened] = []

    def listen(self, listener: Opened) -> None:
        """Call ``listener`` whenever another article is open."""
        self._listeners.append(listener)

    def listen_reading(self, listener: Opened) -> None:
        """Call ``listener`` whenever an article is opened to be read, not only to be glanced at."""
        self._readers.append(listener)

    def open(self, ref: int | str, *, at: Landing = "place", focus: bool = True, jump: bool = True) -> None:
        """Open an article and land where wanted.

        ``focus``: it is to be read, not only glanced at. ``jump``: keep the present place in the jump list.
        """
        self._leave(jump and focus)
        self._asked_to = "read" if focus else "glance"
        if focus:
            self._desk.ahead.expect("opening", self._give_up)
        trail = self.lit.trail
        self._desk.jobs.ask(
            "opening",
            lambda _cancelled: read_page(self._desk.library, ref, trail),
            lambda page: self._show(page, at, focus),
            failed=self._fail,
        )

    def _give_up(self) -> None:
        """Stay where one is: the article awaited is not wanted any more."""
        self._asked_to = None
        self._desk.jobs.drop("opening")

    def _fail(self, error: BriefreaderError) -> None:
        self._asked_to = None
        self._desk.say(str(error))
        self._desk.ahead.arrived("opening")

    def preview(self, article: ArticleInfo) -> None:
        """Show the article that the cursor rests on, unless it is open or one to be read is awaited."""
        if self._asked_to == "read":
            return
        if self.article is None or self.article.key != article.key:
            self.open(article.key, at="first" if self.lit.trail else "place", focus=False)

    def go(self, passage: Passage) -> None:
        """Open a passage that another screen chose."""
        self.open(passage.article, at=passage.span or "place")

    def renew(self, article: Article, at: Place) -> None:
        """Show the open article as it reads now, and look for the trail in it again."""
        self._show(Page(article, place=at.top), at, focus=False)
        self.lit.follow(self.lit.trail)

    def _leave(self, jump: bool) -> None:
        if jump:
            self.before_leaving()
        if self.article:
            article, place = self.article.id, self._desk.article.place
            self._desk.jobs.change(
                lambda: self._desk.library.marks.set_place(article, place), lambda _done: None
            )

    def keep_place(self) -> None:
        """Remember the place at once: the reader is being left."""
        if self.article:
            self._desk.library.marks.set_place(self.article.id, self._desk.article.place)

    def _show(self, page: Page, at: Landing, focus: bool) -> None:
        self._asked_to = None
        changed = self.article != page.article
        self.article = page.article
        if changed:
            self._desk.article.show(page.article)
        self.lit.light(page.spans)
        self._land(page, at)
        if focus:
            self._desk.use("article")
        for listener in self._listeners if changed else ():
            listener(page.article)
        for listener in self._readers if focus else ():
            listener(page.article)
        self._desk.ahead.arrived("opening")

    def _land(self, page: Page, at: Landing) -> None:
        view = self._desk.article
        if isinstance(at, Span):
            view.go_to_span(at)
        elif isinstance(at, Place):
            view.return_to(at.top, at.current)
        elif at in ("first", "last") and page.spans:
            view.go_to_span(page.spans[0 if at == "first" else -1])
        else:
            view.go_to_place(page.place if at == "place" else 0)

    @action("article.next", when=lambda self: self._desk.list.count)
    def next_article(self, count: int | None) -> None:
        """Open the next article of the list."""
        self._turn(count or 1)

    @action("article.previous", when=lambda self: self._desk.list.count)
    def previous_article(self, count: int | None) -> None:
        """Open the article before."""
        self._turn(-(count or 1))

    def _turn(self, by: int) -> None:
        before = self._desk.list.article
        self._desk.list.move(by)
        chosen = self._desk.list.article
        if chosen == before and chosen and self.article and self.article.key == chosen.key:
            self._desk.say(none_beyond(by, "article"))
        else:
            self.open_chosen(focus=self._desk.article.has_focus)

    @action("list.open", when=lambda self: self._desk.list.article)
    def open_chosen(self, focus: bool = True) -> None:
        """Open the article under the cursor, at its first hit if there is one."""
        chosen = self._desk.list.article
        if chosen:
            self.open(chosen.key, at="first" if self.lit.trail else "place", focus=focus)
