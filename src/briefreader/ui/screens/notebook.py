"""The notebook: every note and quote, by article, a key away from its passage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from briefreader.errors import NothingFound
from briefreader.model import Note, Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Question, filter_question
from briefreader.ui.exports import PLACEHOLDER, export
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library


class NotebookScreen(BrowseScreen[Passage], inherit_bindings=False):
    """Lists notes; dismissed with the passage of the one chosen."""

    TITLE_SHOWN = "Notebook"
    NOTHING = 'No notes yet: while reading, a writes a note and " collects a quote'
    PLACE = "notebook"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._words = ""

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self._renew()

    @property
    def nothing(self) -> str:
        """Tell an empty notebook from words that no note has."""
        return f"No note has “{self._words}” in it" if self._words else self.NOTHING

    def _renew(self) -> None:
        self.jobs.ask("notes", lambda _cancelled: note_rows(self._library, self._words), self.fill)

    @property
    def _note(self) -> Note | None:
        choice = self.rows.choice
        return choice.value if choice and isinstance(choice.value, Note) else None

    @on(VirtualList.RowPicked)
    @action("notebook.open", when=lambda self: self._note)
    def open_note(self) -> None:
        """Go to the passage."""
        if note := self._note:
            self.dismiss(Passage(note.article, Span(note.start, note.end)))

    @action("notebook.edit", when=lambda self: self._note)
    def edit(self) -> None:
        """Ask for other words."""
        if note := self._note:
            self.prompting.ask(
                Question(
                    "note",
                    verb="Save",
                    value=note.text,
                    accepted=lambda text: self._edit(note.id, text.strip()),
                )
            )

    def _edit(self, number: int, text: str) -> None:
        self._change(lambda: self._library.marks.edit_note(number, text))

    @action("notebook.delete", when=lambda self: self._note)
    def delete(self) -> None:
        """Remove the note."""
        if note := self._note:
            number = note.id
            self._change(lambda: self._library.marks.remove_note(number))
            self.say("Note removed")

    @action("app.undo")
    def undo(self) -> None:
        """Take back the last change."""
        self._change(lambda: self._library.marks.undo())

    @action("app.redo")
    def redo(self) -> None:
        """Do again what was taken back."""
        self._change(lambda: self._library.marks.redo())

    def _change(self, work: Callable[[], object]) -> None:
        self.jobs.change(work, lambda _done: self._renew())

    @action("notebook.filter")
    def filter(self) -> None:
        """Narrow by words as one types."""
        self.prompting.ask(filter_question(self._words, self._narrow))

    def _narrow(self, words: str) -> None:
        self._words = words
        self._renew()

    @action("notebook.export", when=lambda self: self.rows.count)
    def export(self) -> None:
        """Ask where to write the notes shown."""
        self.prompting.ask(
            Question("export notes to", verb="Write", placeholder=PLACEHOLDER, accepted=self._write)
        )

    def _write(self, typed: str) -> None:
        library, words = self._library, self._words
        if typed.strip():
            self.jobs.ask(
                "export",
                lambda _cancelled: export(library, [row.value for row in note_rows(library, words)], typed),
                lambda path: self.say(f"Written: {path}"),
            )

    @action("app.back")
    def back(self) -> None:
        """Undo the filter, or go back to the main screen."""
        if not self.prompting.cancel():
            if self._words:
                self._narrow("")
            else:
                self.dismiss(None)


def note_rows(library: Library, words: str) -> list[Choice[Note]]:
    """Return all notes with these words, by article; runs in a thread."""
    wanted = words.casefold().split()
    titles: dict[str, str] = {}
    rows = []
    for note in library.marks.notes():
        if note.article not in titles:
            titles[note.article] = _title(library, note.article)
        quote = _quoted(note.quote)
        row = Choice(
            note,
            note.text or quote,
            lead=note.created[:10],
            note=quote if note.text else "",
            group=titles[note.article],
        )
        if row.matches(wanted):
            rows.append(row)
    return rows


def _quoted(passage: str) -> str:
    words = " ".join(passage.split())
    return words if words.startswith(("“", '"', "«", "„")) else f"“{words}”"


def _title(library: Library, article: str) -> str:
    try:
        return library.info(article).title
    except NothingFound:
        return f"{article} (no longer in the collection)"
