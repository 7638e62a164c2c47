"""Which theme is worn: the one in config.yaml, else the one chosen with T, else what suits the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader import places
from briefreader.settings import read_settings
from briefreader.ui.looks.theme_check import AUTO, check_choice, own_themes
from briefreader.ui.looks.themes import OWN_THEMES
from briefreader.ui.remembered import recall, remember

if TYPE_CHECKING:
    from briefreader.ui.app import ReaderApp


class Wardrobe:
    """The themes that an app offers; ``notices`` are what was wrong with the reader's own."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        own, problems = own_themes()
        self.notices = tuple(map(str, problems))
        for theme in (*OWN_THEMES, *own):
            app.register_theme(theme)

    def begin(self) -> str:
        """Return the name of the theme to start with; one that there is not is told."""
        named = self._app.settings.look.theme
        wanted = named if named != AUTO else str(recall("look").get("theme", AUTO))
        if wanted not in (AUTO, *self._app.available_themes):
            self.notices += (self._missing(wanted, named),)
            wanted = AUTO
        return self._app.terminal.theme(wanted)

    def _missing(self, wanted: str, named: str) -> str:
        if wanted != named:
            return f"the theme “{wanted}”, chosen with T, is there no longer"
        lines = read_settings(places.config_root() / "config.yaml").lines
        return str(check_choice(named, lines, self._app.available_themes))

    def wear(self, chosen: str) -> str:
        """Put on a theme and remember it; return what the reader should know of that."""
        app = self._app
        app.theme = worn = app.terminal.theme(chosen)
        remember("look", "theme", chosen)
        named = app.settings.look.theme
        if named not in (AUTO, chosen):
            return f"Until the reader is left: config.yaml names {named} (look.theme)"
        if chosen not in (AUTO, worn):
            return f"This terminal has too few colours for {chosen}: {worn} serves"
        return ""
