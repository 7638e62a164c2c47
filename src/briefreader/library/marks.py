"""The book of marks: read state, stars, tags, places and notes, with undo."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from briefreader import model
from briefreader.errors import BadData, NothingFound
from briefreader.library import reading, undoing
from briefreader.text.sanitize import sanitize, sanitize_line

if TYPE_CHECKING:
    from briefreader.library.shelf import Shelf
    from briefreader.model import Marks, Note, Span, Step
    from briefreader.store.userdata.notes import Anchor

_BEFORE = 40
_SHOWN = 48


class MarksBook:
    """What the reader made of articles, by their ids. Each change is on disk when the call returns.

    Every step can be undone, also after a restart, corrections of names in their turn; steps bear a name to
    show. What the reader has not asked for is no step: :meth:`set_place`, :meth:`open_read`.
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

    def open_read(self, article: str) -> None:
        """Mark as read, since it was opened; no step to undo."""
        self._data.marks.flag(self._owners([article]), "read", True, None)

    def set_starred(self, articles: Iterable[str], starred: bool) -> None:
        """Give or take a star."""
        self._flag(articles, "starred", starred, "star" if starred else "take the star off")

    def all_read(self, articles: Iterable[str]) -> bool:
        """Tell whether each of the articles is read."""
        return self._data.marks.flagged_all(list(articles), "read")

    def all_starred(self, articles: Iterable[str]) -> bool:
        """Tell whether each of the articles has a star."""
        return self._data.marks.flagged_all(list(articles), "starred")

    def tag(self, articles: Iterable[str], tag: str) -> None:
        """Give a tag: one word, kept in lower case.

        Raises:
            BadData: the tag is empty or holds a blank, a comma, a colon, a quote or a bracket.
        """
        self.retag(articles, given=[tag])

    def untag(self, articles: Iterable[str], tag: str) -> None:
        """Take a tag away."""
        self.retag(articles, taken=[tag])

    def retag(self, articles: Iterable[str], given: Sequence[str] = (), taken: Sequence[str] = ()) -> None:
        """Give tags and take tags away, in one step.

        Raises:
            BadData: as for :meth:`tag`; nothing is changed then.
        """
        new, old = [_tag(each) for each in given], [_tag(each) for each in taken]
        owners = self._owners(articles)
        parts = (("tag", new), ("untag", old))
        many = self._many(owners)
        what = "; ".join(f"{verb} {many} {', '.join(tags)}" for verb, tags in parts if tags)
        self._data.marks.retag(owners, new, old, what)

    def tags(self) -> dict[str, int]:
        """Return every tag in use and how many articles bear it."""
        return self._data.marks.tags()

    def set_place(self, article: str, position: int) -> None:
        """Remember the code point last read; no step to undo."""
        self._data.marks.set_place(self._owners([article])[0], position)

    def add_note(self, article: str, span: Span, text: str) -> Note:
        """Write a note to a span; an empty ``text`` collects the span as a quote."""
        return self.add_notes([(article, span)], text)[0]

    def add_notes(self, places: Sequence[tuple[str, Span]], text: str) -> list[Note]:
        """Write one note to spans of several articles, or collect them all, in one step.

        The notes know of each other: see :meth:`together`.
        """
        anchors = [self._anchor(*place) for place in places]
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
        text = sanitize(text)  # it may have been pasted
        kind, words = ("write the note", text) if text else ("collect the quote", anchors[0].quote)
        where = self._many([(each.article, "") for each in anchors])
        numbers = self._data.notes.add(anchors, text, now, f"{kind} {_quoted(words)} in {where}")
        return [
            model.Note(number, each.article, each.start, each.end, each.quote, text, now)
            for number, each in zip(numbers, anchors, strict=True)
        ]

    def _anchor(self, article: str, span: Span) -> Anchor:
        from briefreader.store.userdata.notes import Anchor

        found = reading.article(self._shelf, article)
        return Anchor(
            article=article,
            hash=found.text_hash,
            start=span.start,
            end=span.end,
            quote=span.cut(found.text),
            before=found.text[max(0, span.start - _BEFORE) : span.start],
        )

    def together(self) -> Mapping[int, Sequence[Note]]:
        """Return, by the number of each note written to several articles at once, the other places of it."""
        return self._data.notes.together()

    def edit_note(self, number: int, text: str) -> None:
        """Give a note other words, in all the articles that it was written to."""
        what = f"edit the note {self._named(number)}"
        others = [note.id for note in self.together().get(number, ())]
        self._data.notes.edit([number, *others], sanitize(text), what)

    def remove_note(self, number: int) -> None:
        """Delete a note."""
        self._data.notes.remove(number, f"delete the note {self._named(number)}")

    def notes(self, article: str | None = None) -> list[Note]:
        """Return the notes of one article in order of place, or all notes by article."""
        return self._data.notes.all(article)

    def undo(self) -> str | None:
        """Take the last step back and return its name, None where there is none."""
        return undoing.undo(self._shelf)

    def redo(self) -> str | None:
        """Take the step undone last again and return its name, None where there is none."""
        return undoing.redo(self._shelf)

    def last_step(self) -> Step | None:
        """Return the step that :meth:`undo` would take back, None where there is none."""
        return self._data.journal.newest()

    def _flag(self, articles: Iterable[str], column: str, value: bool, what: str) -> None:
        owners = self._owners(articles)
        self._data.marks.flag(owners, column, value, f"{what}: {self._many(owners)}")

    def _owners(self, articles: Iterable[str]) -> list[tuple[str, str]]:
        ids = sorted(articles)  # in the order of the tables many are written twice as quickly
        hashes = self._shelf.cache.articles.hashes(ids)
        return [(article, hashes.get(article, "")) for article in ids]

    def _many(self, owners: Sequence[tuple[str, str]]) -> str:
        """Name one article by its title, more of them by their number."""
        if len(owners) != 1:
            return f"{len(owners):,} articles"
        ((article, _),) = owners
        key = self._shelf.cache.articles.key_of_id(article)
        return "1 article" if key is None else _quoted(self._shelf.cache.articles.infos([key])[key].title)

    def _named(self, number: int) -> str:
        """Name a note by its first words, or those it stands on, and its article."""
        note = self._note(number)
        return f"{_quoted(note.text or note.quote)} in {self._many([(note.article, '')])}"

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


def _quoted(words: str) -> str:
    line = sanitize_line(" ".join(words.split()))
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + '…'}”"
