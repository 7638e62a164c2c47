"""The list of articles: date, source, title, the line that a query hit, and what the reader made of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from rich.segment import Segment
from textual import events, on
from textual.message import Message
from textual.reactive import reactive

from briefreader.model import ArticleInfo, Marks, Snippet
from briefreader.ui.widgets import row_paint
from briefreader.ui.widgets.framed import underline
from briefreader.ui.widgets.row_paint import RowState
from briefreader.ui.widgets.row_plan import Group
from briefreader.ui.widgets.virtual_list import VirtualList

ONE_LINE_FROM = 72
"""From this many cells on a row takes one line instead of two."""

SnippetOf = Callable[[ArticleInfo], Snippet | None]
MarksOf = Callable[[ArticleInfo], Marks]


@runtime_checkable
class Locates(Protocol):
    """A listing that knows where an article stands in it."""

    def index_of(self, article_id: str) -> int | None:
        """Return the row of an article, None if it is not in the listing."""


class Standing(NamedTuple):
    """Where the cursor of a list stands: on which article, on which line of the window, 0 at its top."""

    article: str
    line: int


class ArticleList(VirtualList):
    """Articles in rows of one line where there is room, else two, and one more for the words that were found.

    The rows come from any sequence and are asked for when they come into sight.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--flag", "list--lit", "list--unread"}
    DEFAULT_CSS = """
    ArticleList {
        & > .list--flag { color: $warning; }
        & > .list--lit { text-style: bold underline; color: $accent; }
        & > .list--unread { text-style: bold; }
    }
    """
    selected: reactive[frozenset[str]] = reactive(frozenset(), init=False, repaint=False)
    marked: reactive[str | None] = reactive(None, init=False, repaint=False)

    class RowHighlighted(Message):
        """The cursor rests on an article."""

        def __init__(self, list: ArticleList, article: ArticleInfo) -> None:
            super().__init__()
            self.list, self.article = list, article

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor rests last matters."""
            return isinstance(message, ArticleList.RowHighlighted)

        @property
        def control(self) -> ArticleList:
            """The list."""
            return self.list

    class RowChosen(Message):
        """An article was chosen to be read."""

        def __init__(self, list: ArticleList, article: ArticleInfo) -> None:
            super().__init__()
            self.list, self.article = list, article

        @property
        def control(self) -> ArticleList:
            """The list."""
            return self.list

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.listing: Sequence[ArticleInfo] = ()
        self._snippets: SnippetOf | None = None
        self._marks: MarksOf = lambda _article: Marks()
        self._groups: tuple[Group, ...] = ()

    def show(
        self,
        listing: Sequence[ArticleInfo],
        *,
        snippets: SnippetOf | None = None,
        marks: MarksOf | None = None,
        groups: Iterable[Group] = (),
        keep_cursor: bool = True,
        back_to: Standing | None = None,
    ) -> None:
        """Show other articles, or the same in another order.

        Args:
            listing: The articles; one with ``index_of`` is asked where the article under the cursor went.
            snippets: What gives a row its line of found words; without it rows have no such line.
            marks: What gives an article's marks; asked each time a row is painted, so it must be quick.
            groups: Headings over the rows.
            keep_cursor: Stay on the article that the cursor is on, if it is still there, and keep it where it
                is on the screen; else go to the top.
            back_to: Where the cursor stood once and is to stand again, if that article is still there.
        """
        stay = back_to or (self.standing if keep_cursor else None)
        self.listing, self._snippets, self._groups = listing, snippets, tuple(groups)
        self._marks = marks or self._marks
        row = self._locate(stay.article) if stay else None
        self._lay_rows(row or 0)
        if stay and row and (back_to or self.scroll_offset.y):
            self.scroll_to(y=max(self.plan.top(row) - stay.line, 0), animate=False, force=True)

    @property
    def article(self) -> ArticleInfo | None:
        """The article under the cursor."""
        return self.listing[self.cursor] if self.cursor < len(self.listing) else None

    @property
    def standing(self) -> Standing | None:
        """Where the cursor stands, to come back to by :meth:`show`; None in an empty list."""
        line = self.plan.top(self.cursor) - self.scroll_offset.y
        return Standing(self.article.id, line) if self.article else None

    def go_to_article(self, article_id: str) -> bool:
        """Move the cursor to an article; tell whether it is listed."""
        row = self._locate(article_id)
        if row is not None:
            self.go_to(row)
        return row is not None

    def toggle_selected(self, count: int = 1) -> None:
        """Select so many articles from the cursor on, or drop them where the first is selected."""
        if self.article:
            listing, last = self.listing, min(self.cursor + count, len(self.listing))
            ids = {listing[row].id for row in range(self.cursor, last)}
            self.selected = self.selected - ids if self.article.id in self.selected else self.selected | ids

    def select(self, ids: Iterable[str | None]) -> None:
        """Add articles to the selection."""
        self.selected = self.selected | {article for article in ids if article}

    def invert_selection(self, ids: Iterable[str | None]) -> None:
        """Select of these articles those that are not selected, and let go of those that are."""
        self.selected = self.selected ^ {article for article in ids if article}

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selected = frozenset()

    def refresh_marks(self) -> None:
        """Paint every row in sight anew, because marks have changed."""
        self.refresh()

    def paint(self, row: int, part: int, width: int) -> list[Segment]:
        """Return one line of an article's row."""
        article = self.listing[row]
        state = RowState(
            cursor=row == self.cursor,
            selected=article.id in self.selected,
            marked=article.id == self.marked,
            marks=self._marks(article),
        )
        in_one = self._article_lines == 1
        snippet = self._snippets(article) if self._snippets else None
        lit, snippet = row_paint.beside_title(
            article, snippet, row_paint.title_room(state, width, in_one=in_one)
        )
        if part == self._article_lines:
            return row_paint.snippet_line(snippet, state, width, self.style_of)
        state = replace(state, lit=lit)
        if in_one:
            return row_paint.one_line(article, state, width, self.style_of)
        lines = (row_paint.meta_line, row_paint.title_line)
        return lines[part](article, state, width, self.style_of)

    def changing_regions(self) -> list[tuple[int, int]]:
        """The line of the title in full, of the others the bar beside them."""
        title = self._article_lines - 1
        return [(part, self.size.width if part == title else 1) for part in range(self.plan.height)]

    def watch_selected(self, before: frozenset[str], now: frozenset[str]) -> None:
        """Repaint the rows that joined or left, and say in the frame how many there are."""
        underline(self, f"{len(now):,} selected" if now else "")
        changed = before ^ now
        if len(changed) == 1 and self.article and self.article.id in changed:
            self.repaint_row(self.cursor)
        else:
            self.refresh()

    def watch_marked(self) -> None:
        """Repaint, as another article is marked for comparison."""
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Change between one line and two."""
        self._lay_rows(self.cursor)

    @on(VirtualList.RowRested)
    def _tell_highlighted(self, event: VirtualList.RowRested) -> None:
        event.stop()
        if event.list is self and event.row < len(self.listing):
            self.post_message(self.RowHighlighted(self, self.listing[event.row]))

    @on(VirtualList.RowPicked)
    def _tell_chosen(self, event: VirtualList.RowPicked) -> None:
        event.stop()
        if event.list is self and event.row < len(self.listing):
            self.post_message(self.RowChosen(self, self.listing[event.row]))

    @property
    def _article_lines(self) -> int:
        return 1 if self.size.width >= ONE_LINE_FROM else 2

    def _lay_rows(self, cursor: int) -> None:
        height = self._article_lines + (self._snippets is not None)
        self.set_rows(len(self.listing), height=height, groups=self._groups, cursor=cursor)

    def _locate(self, article_id: str) -> int | None:
        if isinstance(self.listing, Locates):
            return self.listing.index_of(article_id)
        return next((row for row, article in enumerate(self.listing) if article.id == article_id), None)
