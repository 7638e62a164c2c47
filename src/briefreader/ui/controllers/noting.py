"""Notes and quotes on the passage that is being read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Note, Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question

if TYPE_CHECKING:
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Noting:
    """Writes notes to a span and marks them in the text; ``changed`` is called after each."""

    def __init__(
        self, desk: Desk, opening: Opening, prompting: Prompting, changed: Callable[[], None]
    ) -> None:
        self._desk, self._opening, self._prompting, self._changed = desk, opening, prompting, changed
        self.notes: list[Note] = []
        opening.listen(lambda _article: self.renew())

    def renew(self) -> None:
        """Mark the notes of the article that is open."""
        article = self._opening.article
        if article:
            self._desk.jobs.ask(
                "notes", lambda _cancelled: self._desk.library.marks.notes(article.id), self._mark
            )

    def _mark(self, notes: list[Note]) -> None:
        self.notes = notes
        self._desk.article.set_layer("note", [Span(note.start, note.end) for note in notes])

    @action("note.add", when=lambda self: self._opening.article)
    def add(self) -> None:
        """Ask for a note on what is selected, or on the sentence of the current hit."""
        article, span = self._opening.article, self._opening.sight.sentence()
        if article:
            words = " ".join(span.cut(article.text).split())
            self._prompting.ask(
                Question(
                    label="note",
                    verb="Save",
                    placeholder=f"on “{words[:50]}{'…' if len(words) > 50 else ''}”",
                    accepted=lambda text: self._write(article.id, span, text.strip()),
                )
            )

    @action("note.quote", when=lambda self: self._opening.article)
    def quote(self) -> None:
        """Collect what a note would stand on: what is selected, or the sentence of the current hit."""
        article = self._opening.article
        if article:
            selected = self._desk.article.selected
            self._save(article.id, self._opening.sight.sentence(), "")
            self._desk.say(f"Collected {'what is selected' if selected else 'the sentence'} as a quote")

    def _write(self, article: str, span: Span, text: str) -> None:
        if text:
            self._save(article, span, text)
            self._desk.say("Noted")

    def _save(self, article: str, span: Span, text: str) -> None:
        def done(_note: Note) -> None:
            self.renew()
            self._changed()

        self._desk.jobs.change(lambda: self._desk.library.marks.add_note(article, span, text), done)

    @action("article.next-note", when=lambda self: self.notes)
    def next_note(self, count: int | None) -> None:
        """Go to the next note in the text, from the last on to the first."""
        self._to_note(count or 1)

    @action("article.previous-note", when=lambda self: self.notes)
    def previous_note(self, count: int | None) -> None:
        """Go to the note before, from the first back to the last."""
        self._to_note(-(count or 1))

    def _to_note(self, by: int) -> None:
        notes = sorted(self.notes, key=lambda note: note.start)
        place = self._opening.sight.before_next(by)
        before = sum(note.start < place for note in notes)
        upto = sum(note.start <= place for note in notes)
        note = notes[(upto + by - 1 if by > 0 else before + by) % len(notes)]
        self._desk.article.go_to_span(Span(note.start, note.end))
        self._desk.say(f"Note: {note.text}" if note.text else "Quote")
