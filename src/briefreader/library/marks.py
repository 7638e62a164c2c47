"""The book of marks: read state, stars, tags, places and notes, with undo."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from briefreader import model
from briefreader.errors import BadData, NothingFound
from briefreader.text.sanitize import sanitize

if TYPE_CHECKING:
    from briefreader.library.opening import Shelf
    from briefreader.model import Marks, Note, Span

_BEFORE = 40


class MarksBook:
    """What the reader made of articles, by their ids. Each change is on disk when the call returns.

    Every step but :meth:`set_place` can be undone, also after a restart; steps bear a name to show.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._data = shelf.userdata

    def of(self, article: str) -> Marks:
        """Return the marks of one article."""
        return self.of_all([article])[article]

    def of_all(self, articles: Iterable[str]) -> dict[str, Marks]:
        """Return the marks of many articles at once: what a page of the list needs."""
        return self._data.marks.of(list(articles))

    def set_read(self, articles: Iterable[str], read: bool) -> None:
        """Mark as read or unread."""
        self._flag(articles, "read", read, "mark as read" if read else "mark as unread")

    def set_starred(self, articles: Iterable[str], starred: bool) -> None:
        """Give or take a star."""
        self._flag(articles, "starred", starred, "star" if starred else "take the star off")

    def tag(self, articles: Iterable[str], tag: str) -> None:
        """Give a tag: one word, kept in lower case.

        Raises:
            BadData: the tag is empty or holds a blank, a comma, a colon, a quote or a bracket.
        """
        owners = self._owners(articles)
        self._data.marks.tag(owners, _tag(tag), f"tag {_many(owners)} {tag}")

    def untag(self, articles: Iterable[str], tag: str) -> None:
        """Take a tag away."""
        owners = self._owners(articles)
        self._data.marks.untag(owners, _tag(tag), f"untag {_many(owners)} {tag}")

    def tags(self) -> dict[str, int]:
        """Return every tag in use and how many articles bear it."""
        return self._data.marks.tags()

    def set_place(self, article: str, position: int) -> None:
        """Remember the code point last read; no step to undo."""
        self._data.marks.set_place(self._owners([article])[0], position)

    def add_note(self, article: str, span: Span, text: str) -> Note:
        """Write a note to a span; an empty ``text`` collects the span as a quote."""
        from briefreader.store.userdata.notes import Anchor

        found = self._shelf.text_of(article)
        anchor = Anchor(
            article=article,
            hash=found.text_hash,
            start=span.start,
            end=span.end,
            quote=span.cut(found.text),
            before=found.text[max(0, span.start - _BEFORE) : span.start],
        )
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        text = sanitize(text)  # it may have been pasted
        number = self._data.notes.add(anchor, text, now, "write a note" if text else "collect a quote")
        return model.Note(number, article, span.start, span.end, anchor.quote, text, now)

    def edit_note(self, number: int, text: str) -> None:
        """Give a note other words."""
        self._note(number)
        self._data.notes.edit(number, sanitize(text), "edit a note")

    def remove_note(self, number: int) -> None:
        """Delete a note."""
        self._note(number)
        self._data.notes.remove(number, "delete a note")

    def notes(self, article: str | None = None) -> list[Note]:
        """Return the notes of one article in order of place, or all notes by article."""
        return self._data.notes.all(article)

    def undo(self) -> str | None:
        """Take the last step back and return its name, None where there is none."""
        return self._step(self._data.journal.undo)

    def redo(self) -> str | None:
        """Take the step undone last again and return its name, None where there is none."""
        return self._step(self._data.journal.redo)

    def _step(self, step: Callable[[], str | None]) -> str | None:
        """Take a step, and bring the cache in line where it was one on metadata or folds."""
        before = self._data.amendments.state()
        what = step()
        after = self._data.amendments.state()
        if changed := {article for article, _ in before ^ after}:
            from briefreader.library.amending import reapply

            reapply(self._shelf, changed)
        return what

    def _flag(self, articles: Iterable[str], column: str, value: bool, what: str) -> None:
        owners = self._owners(articles)
        self._data.marks.flag(owners, column, value, f"{what}: {_many(owners)}")

    def _owners(self, articles: Iterable[str]) -> list[tuple[str, str]]:
        ids = list(articles)
        hashes = self._shelf.cache.articles.hashes(ids)
        return [(article, hashes.get(article, "")) for article in ids]

    def _note(self, number: int) -> Note:
        found = self._data.notes.get(number)
        if found is None:
            raise NothingFound(f"there is no note {number}: it may have been deleted")
        return found


def _tag(tag: str) -> str:
    name = tag.strip().lower()
    if not name or any(character in ' \t\n,:;"()' or not character.isprintable() for character in name):
        raise BadData(f"a tag is one word without blanks, commas, colons, quotes or brackets, not {tag!r}")
    return name


def _many(owners: Sequence[object]) -> str:
    return "1 article" if len(owners) == 1 else f"{len(owners):,} articles"
