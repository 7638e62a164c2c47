"""Going to the stories and to the notebook, from wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.passage import Passage

if TYPE_CHECKING:
    from briefreader.ui.app import ReaderApp


class PassageScreens:
    """Opens a screen of passages; the main screen shows what is chosen there."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    @action("go.stories", when=lambda self: len(self._app.screen_stack) == 1)
    def stories(self) -> None:
        """Show the collection by story."""
        from briefreader.ui.screens.stories import StoriesScreen

        self._app.push_screen(StoriesScreen(self._app.library), self._visit)

    @action("go.notebook", when=lambda self: not self._in_the_notebook)
    def notebook(self) -> None:
        """Go to all notes."""
        from briefreader.ui.screens.notebook import NotebookScreen

        self._app.push_screen(NotebookScreen(self._app.library), self._visit)

    @property
    def _in_the_notebook(self) -> bool:
        return self._app.command_screen.context == "notebook"

    def _visit(self, passage: Passage | None) -> None:
        from briefreader.ui.screens.main import MainScreen

        screen = self._app.screen_stack[0]
        if passage and isinstance(screen, MainScreen):
            for _over in self._app.screen_stack[1:]:
                self._app.pop_screen()
            screen.visit(passage)
