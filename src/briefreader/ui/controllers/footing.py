"""The status bar: where one is, what is narrowed, which keys do something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.scope import Found

if TYPE_CHECKING:
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.screens.commanding import Hint
    from briefreader.ui.screens.main import MainScreen


class Footing:
    """Keeps status bar and pane titles true to what is shown."""

    def __init__(self, screen: MainScreen, listing: Listing, opening: Opening) -> None:
        self._screen, self._listing, self._opening = screen, listing, opening
        listing.listen(self._listed)
        opening.listen(lambda _page: self.renew())

    def _listed(self, found: Found) -> None:
        self._screen.desk.status.filtered = "  ".join(found.scope.narrowings())
        self.renew()

    def renew(self) -> None:
        """Show what can be done now."""
        status = self._screen.desk.status
        status.where = self._where()
        status.hints = self._screen.hints()

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show keys of a chord or count, and what may follow them."""
        status = self._screen.desk.status
        status.pending = typed
        status.hints = tuple(choices) or self._screen.hints()

    def _where(self) -> str:
        found = self._listing.found
        if found is None:
            return ""
        row = self._screen.desk.list.cursor + 1 if found.total else 0
        return f"{row:,}/{found.total:,}"
