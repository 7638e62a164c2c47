"""Read, starred, tagged: marks on the articles selected, or on the one in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.widgets import glyphs

if TYPE_CHECKING:
    from briefreader.model import Article
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.marked import Marked
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

Outcome = TypeVar("Outcome")


class Marking:
    """Sets marks in a thread, as each is on disk before it is shown."""

    def __init__(
        self, desk: Desk, listing: Listing, marked: Marked, opening: Opening, prompting: Prompting
    ) -> None:
        self._desk, self._listing, self._marked = desk, listing, marked
        self._opening, self._prompting = opening, prompting
        opening.listen_reading(self._read_now)

    @property
    def meant(self) -> list[str]:
        """The ids that a mark is meant for: the selection, else the article in use."""
        chosen = self._desk.list.selected
        if chosen:
            return list(chosen)
        one = self._desk.here
        return [one.id] if one else []

    @property
    def _any(self) -> bool:
        return bool(self.meant)

    @action("mark.read", when=lambda self: self._any)
    def toggle_read(self) -> None:
        """Mark as read, or as unread where all are read."""
        ids, book = self.meant, self._desk.library.marks

        def work() -> str:
            read = not book.all_read(ids)
            book.set_read(ids, read)
            return "Read" if read else "Unread"

        self._mark(ids, work)

    @action("mark.star", when=lambda self: self._any)
    def toggle_star(self) -> None:
        """Star, or take the star away where all have one."""
        ids, book = self.meant, self._desk.library.marks

        def work() -> str:
            starred = not book.all_starred(ids)
            book.set_starred(ids, starred)
            return "Starred" if starred else "Star taken off"

        self._mark(ids, work)

    @action("mark.tag", when=lambda self: self._any)
    def tag(self) -> None:
        """Ask for tags."""
        ids = self.meant
        self._prompting.ask(
            Question(
                label="tag",
                verb="Save",
                placeholder="a word, or -word to take it away",
                accepted=lambda typed: self._tag(ids, typed.split()),
            )
        )

    def _tag(self, ids: list[str], tags: list[str]) -> None:
        taken = [tag.removeprefix("-") for tag in tags if tag.startswith("-")]
        given = [tag for tag in tags if not tag.startswith("-")]
        if not tags:
            return

        def work() -> str:
            self._desk.library.marks.retag(ids, given, taken)
            return "Tagged" if given else "Untagged"

        self._mark(ids, work)

    def _mark(self, ids: Sequence[str], work: Callable[[], str]) -> None:
        """Change many at once, and say of how many what was done: most of them are out of sight."""
        if len(ids) == 1:
            self._change(work, lambda _done: "")
            return
        many = f"{len(ids):,} articles"
        self._desk.say(f"Marking {many} {glyphs.current().ellipsis}")
        self._change(work, lambda done: f"{done}: {many}")

    def _change(self, work: Callable[[], Outcome], told: Callable[[Outcome], str]) -> None:
        def done(outcome: Outcome) -> None:
            self._marked.forget()
            if sentence := told(outcome):
                self._desk.say(sentence)

        self._desk.jobs.change(work, done)

    def _read_now(self, article: Article) -> None:
        if self._desk.settings.reading.mark_read and not self._marked.of(article).read:
            self._change(lambda: self._desk.library.marks.open_read(article.id), lambda _done: "")

    @action("list.select", when=lambda self: self._desk.list.article)
    def select(self, count: int | None) -> None:
        """Select so many articles or let go of them, and go down."""
        self._desk.list.toggle_selected(count or 1)
        self._desk.list.move(count or 1)

    @action("list.select-all", when=lambda self: self._desk.list.count)
    def select_all(self) -> None:
        """Select all that is listed, or nothing."""
        if self._desk.list.selected:
            self._desk.list.clear_selection()
        else:
            self._with_all_listed(self._desk.list.select)

    @action("list.invert", when=lambda self: self._desk.list.count)
    def invert(self) -> None:
        """Select what of the list is not selected; what is selected and not listed stays so."""
        self._with_all_listed(self._desk.list.invert_selection)

    def _with_all_listed(self, do: Callable[[Iterable[str | None]], None]) -> None:
        library, found = self._desk.library, self._listing.found
        keys = found.listing.keys if found else ()
        self._desk.jobs.ask("ids of all", lambda _cancelled: library.column("id", keys).values(), do)

    def step_back(self) -> bool:
        """Let go of the selection; tell whether there was one."""
        had = bool(self._desk.list.selected)
        self._desk.list.clear_selection()
        return had
