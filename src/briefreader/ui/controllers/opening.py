"""Opening articles: reading them beside the screen, showing them where wanted, their hits and names lit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefreader.errors import BriefreaderError
from briefreader.model import Article, ArticleInfo, Span
from briefreader.ui.commands import action
from briefreader.ui.passage import Passage

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.ui.controllers.trail import Trail
    from briefreader.ui.desk import Desk

Landing = Literal["place", "start", "first", "last"]


@dataclass(frozen=True, slots=True)
class Page:
    """An article that is open, and the spans of the trail that is followed through it."""

    article: Article
    spans: tuple[Span, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What of an article is in sight: the code point at the top, and the span stepped to if there is one."""

    top: int
    current: Span | None = None


Opened = Callable[[Page], None]


class Opening:
    """Shows articles in the reading pane and keeps the one that is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.page: Page | None = None
        self.trail: Trail | None = None
        self.before_leaving: Callable[[], None] = lambda: None
        self.after_lighting: Callable[[], None] = lambda: None
        self._awaited = False
        self._looking = False
        self._steps: list[Callable[[], None]] = []
        self._listeners: list[Opened] = []
        self._readers: list[Opened] = []

    def listen(self, listener: Opened) -> None:
        """Call ``listener`` whenever another article is open."""
        self._listeners.append(listener)

    def listen_reading(self, listener: Opened) -> None:
        """Call ``listener`` whenever an article is opened to be read, not only to be glanced at."""
        self._readers.append(listener)

    @property
    def article(self) -> Article | None:
        """The article that is open."""
        return self.page.article if self.page else None

    def open(
        self, ref: int | str, *, at: Landing | Span | Place = "place", focus: bool = True, jump: bool = True
    ) -> None:
        """Open an article and land where wanted: the place last read, the start, or a span of the trail.

        ``jump``: keep the present place in the jump list.
        """
        self._leave(jump and focus)
        self._awaited = focus
        if focus:
            self._desk.ahead.expect("opening")
        trail = self.trail
        self._desk.jobs.ask(
            "opening",
            lambda _cancelled: _read(self._desk.library, ref, trail),
            lambda page: self._show(page, at, focus),
            failed=self._fail,
        )

    def _fail(self, error: BriefreaderError) -> None:
        self._awaited = False
        self._desk.say(str(error))
        self._desk.ahead.arrived("opening")

    def once_lit(self, step: Callable[[], None]) -> None:
        """Take a step along the trail now, or when the spans arrive that have been asked for."""
        if self._looking:
            self._steps.append(step)
        else:
            step()

    def preview(self, article: ArticleInfo) -> None:
        """Show the article that the cursor rests on, unless it is open or one to be read is awaited."""
        if self._awaited:
            return
        if self.article is None or self.article.key != article.key:
            self.open(article.key, at="first" if self.trail else "place", focus=False)

    def go(self, passage: Passage) -> None:
        """Open a passage that another screen chose."""
        self.open(passage.article, at=passage.span or "place")

    @property
    def place(self) -> Place:
        """What is in sight of the article that is open."""
        return Place(self._desk.article.place, self._desk.article.current)

    def current_span(self) -> Span:
        """Return what is being read: what is selected, or the span stepped to, else where the pane begins."""
        view = self._desk.article
        return view.selected or view.current_in_sight or Span(view.place, view.place)

    def before_next(self, by: int) -> int:
        """Return the place from which to count so many steps; what begins the pane is itself a step on."""
        here = self.current_span()
        return here.start if here or by < 0 else here.start - 1

    def sentence(self) -> Span:
        """Return what is selected, else the sentence of what is being read."""
        from briefreader.text.units import Units

        view, here = self._desk.article, self.current_span()
        if view.selected or self.article is None:
            return here
        units = Units(view.text, self.article.paragraphs)
        found = units.at(here.start, "sentence")
        if found is None or not here:
            return found or here
        return Span(min(found.start, here.start), max(found.end, here.end))

    def passage(self) -> Span:
        """Return what is selected, else the paragraph of what is being read."""
        if selected := self._desk.article.selected:
            return selected
        place = self.current_span().start
        blocks = self.article.paragraphs if self.article else ()
        found = next((block for block in blocks if block.start <= place < block.end), None)
        following = next((block for block in blocks if block.start >= place), None)
        block = found or following
        return (
            Span(block.start, block.end) if block else Span(0, len(self.article.text) if self.article else 0)
        )

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

    def _show(self, page: Page, at: Landing | Span | Place, focus: bool) -> None:
        view = self._desk.article
        self._awaited = False
        changed = self.page is None or self.page.article != page.article
        self.page = page
        if changed:
            view.show(page.article)
        self.light()
        self._land(page, at)
        if focus:
            self._desk.use("article")
        for listener in self._listeners if changed else ():
            listener(page)
        for listener in self._readers if focus else ():
            listener(page)
        self._desk.ahead.arrived("opening")

    def renew(self, article: Article, at: Place) -> None:
        """Show the open article as it reads now, and look for the trail in it again."""
        self._show(Page(article, place=at.top), at, focus=False)
        self.follow(self.trail)

    def follow(
        self,
        trail: Trail | None,
        *,
        near: int | None = None,
        then: Callable[[], None] = lambda: None,
        failed: Callable[[BriefreaderError], None] | None = None,
    ) -> None:
        """Step along another trail from now on; ``near`` goes to its first span from that place on.

        ``then`` is called when its spans are lit, ``failed`` where they cannot be found.
        """
        self.trail = trail
        page = self.page
        if page is None:
            return
        self._looking = True
        self._desk.jobs.ask(
            "following",
            lambda _cancelled: trail.spans(self._desk.library, page.article) if trail else (),
            lambda spans: self._lit(page, spans, near, then),
            failed=lambda error: self._lost(error, failed or (lambda error: self._desk.say(str(error)))),
        )

    def _lost(self, error: BriefreaderError, tell: Callable[[BriefreaderError], None]) -> None:
        self._looking = False
        self._steps.clear()
        tell(error)

    def _lit(self, page: Page, spans: tuple[Span, ...], near: int | None, then: Callable[[], None]) -> None:
        self._looking = False
        if self.page and self.page.article is page.article:
            self.page = replace(self.page, spans=spans)
            self.light()
            if near is not None and spans:
                self._desk.article.go_to_span(next((span for span in spans if span.start >= near), spans[0]))
            then()
        steps, self._steps = self._steps, []
        for step in steps:
            step()
        self.after_lighting()

    def light(self) -> None:
        """Light up the spans of the trail, and no others."""
        layer = self.trail.layer if self.trail else ""
        spans = self.page.spans if self.page else ()
        for name in ("hit", "entity", "find"):
            self._desk.article.set_layer(name, spans if name == layer else ())

    def _land(self, page: Page, at: Landing | Span | Place) -> None:
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
        self._desk.list.move(by)
        self.open_chosen(focus=self._desk.article.has_focus)

    @action("list.open", when=lambda self: self._desk.list.article)
    def open_chosen(self, focus: bool = True) -> None:
        """Open the article under the cursor, at its first hit if there is one."""
        chosen = self._desk.list.article
        if chosen:
            self.open(chosen.key, at="first" if self.trail else "place", focus=focus)


def _read(library: Library, ref: int | str, trail: Trail | None) -> Page:
    article = library.article(ref)
    spans = trail.spans(library, article) if trail else ()
    return Page(article, spans, library.marks.of(article.id).place or 0)
