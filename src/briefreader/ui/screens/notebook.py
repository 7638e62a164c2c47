"""The notebook: every note and quote by article, what is starred and tagged, a key away from its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from briefreader.model import ArticleInfo, Note, Span
from briefreader.ui.commands import action
from briefreader.ui.contents.notebook_rows import notebook_rows
from briefreader.ui.controllers.exporting import Exports
from briefreader.ui.controllers.prompting import Question, filter_question
from briefreader.ui.controllers.undoing import Undoing
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library


class NotebookScreen(BrowseScreen[Passage], inherit_bindings=False):
    """Lists what the reader made of articles; dismissed with the passage or article chosen."""

    TITLE_SHOWN = "Notebook"
    NOTHING = 'No notes yet: while reading, a writes a note and " collects a quote'
    PLACE = "notebook"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._words = ""
        self.actions.add(Undoing(self, library.marks, self._taken_back))

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self._renew()

    @property
    def nothing(self) -> str:
        """Tell an empty notebook from words that no note has."""
        return f"Nothing here has “{self._words}” in it" if self._words else self.NOTHING

    def _renew(self) -> None:
        words = self._words
        self.jobs.ask("notes", lambda cancelled: notebook_rows(self._library, words, cancelled), self.fill)

    @property
    def _note(self) -> Note | None:
        choice = self.rows.choice
        return choice.value if choice and isinstance(choice.value, Note) else None

    @on(VirtualList.RowPicked)
    @action("notebook.open", when=lambda self: self.rows.choice)
    def open_entry(self) -> None:
        """Go to the passage, or to where the article was last read."""
        entry = self.rows.choice.value if self.rows.choice else None
        if isinstance(entry, Note):
            self.dismiss(Passage(entry.article, Span(entry.start, entry.end)))
        elif isinstance(entry, ArticleInfo):
            self.dismiss(Passage(entry.id))

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

    def _taken_back(self) -> None:
        from briefreader.ui.screens.main import MainScreen

        self._renew()
        if isinstance(main := self.app.screen_stack[0], MainScreen):
            main.crew.taken_back()

    def _change(self, work: Callable[[], object]) -> None:
        """Change something and list anew."""
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
        """Ask where to write what is shown."""
        library, words = self._library, self._words
        exports = Exports(library, self.prompting, self.jobs, self.say)
        exports.ask("notes", lambda: [row.value for row in notebook_rows(library, words, lambda: False)])

    def step_back(self) -> bool:
        """Undo the filter; tell whether there was any."""
        had = bool(self._words)
        if had:
            self._narrow("")
        return had
