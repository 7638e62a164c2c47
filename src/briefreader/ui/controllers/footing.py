"""The status bar and the titles of the panes: where one is, what is narrowed, which keys do something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.text.sanitize import sanitize_line
from briefreader.ui.controllers.trail import NameTrail, QueryTrail
from briefreader.ui.widgets import glyphs
from briefreader.ui.widgets.framed import entitle

if TYPE_CHECKING:
    from briefreader.model import Article
    from briefreader.ui.contents.scope import Found
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.screens.commanding import Hint
    from briefreader.ui.screens.main import MainScreen

ROOMY = 100
"""From so many columns on the status bar tells the article beside the hit in it."""


class Footing:
    """Keeps status bar and titles true to what is shown."""

    def __init__(self, screen: MainScreen, listing: Listing, opening: Opening, naming: Naming) -> None:
        self._screen, self._listing, self._opening, self._naming = screen, listing, opening, naming
        listing.listen(self._listed)
        opening.listen(lambda _article: self.renew())
        opening.listen_reading(self._reading)
        opening.lit.after_lighting = self.renew
        naming.after_arriving = self.renew  # what can be done with a name can be done from now on

    def _listed(self, found: Found) -> None:
        self._screen.desk.status.filtered = "  ".join(found.scope.narrowings())
        self.renew()

    def _list_title(self, found: Found) -> str:
        """Say how many articles are listed and in which order, or what is being worked out for them."""
        ascii_only = self._screen.reader.ascii_only
        arrow = ("v" if ascii_only else "↓") if found.scope.descending else ("^" if ascii_only else "↑")
        order = "best first" if found.scope.sort == "relevance" else f"{found.scope.sort} {arrow}"
        return self._listing.awaited or f"{_articles(found)}{glyphs.current().dot}{order}"

    def _reading(self, article: Article) -> None:
        """Let the list's cursor go along with what is read, whatever way led there."""
        self._listing.select(article.key)
        self.renew()

    def renew(self) -> None:
        """Show where one is and what can be done now."""
        desk = self._screen.desk
        desk.status.where = self._where()
        if not desk.status.pending:  # what may follow a chord begun stays in sight
            desk.status.hints = self._screen.hints()
        if self._listing.found:
            entitle(desk.list, self._list_title(self._listing.found))
        entitle(desk.sidebar, self._names_title(), desk.sidebar.when)
        percent = f"{desk.article.percent}%" if self._opening.article else ""
        entitle(desk.article, self._article_title(), percent)

    def show_pending(self, typed: str, choices: list[Hint]) -> None:
        """Show keys of a chord or count, and what may follow them."""
        status = self._screen.desk.status
        status.pending = typed
        status.hints = tuple(choices) or self._screen.hints()

    def _where(self) -> str:
        lit, current = self._opening.lit, self._screen.desk.article.current
        if lit.trail is None or current not in lit.spans:
            return self._row()
        step = f"{lit.trail.label} {lit.spans.index(current) + 1:,}/{len(lit.spans):,}"
        roomy = self._screen.size.width >= ROOMY and isinstance(lit.trail, QueryTrail | NameTrail)
        return f"{step} in article {self._row()}" if roomy and self._is_at_row else step

    def _row(self) -> str:
        """Say which row of the list the cursor is on."""
        found, row = self._listing.found, self._screen.desk.list.cursor + 1
        return f"{min(row, found.total):,}/{found.total:,}" if found else ""

    @property
    def _is_at_row(self) -> bool:
        """Whether the article that is open is the one under the cursor of the list."""
        article, chosen = self._opening.article, self._screen.desk.list.article
        return bool(article and chosen and article.id == chosen.id)

    def _article_title(self) -> str:
        """Name the article once its own heading is out of sight; above that, its file."""
        article = self._opening.article
        if article is None:
            return ""
        return sanitize_line(article.title if self._screen.desk.article.scroll_offset.y else article.path)

    def _names_title(self) -> str:
        if self._naming.filter:
            return f"filter: {sanitize_line(self._naming.filter)}"
        return {"here": "Names here", "listed": "Names listed", "all": "All names"}[self._naming.scope]


def _articles(found: Found) -> str:
    return f"{found.total:,} article{'' if found.total == 1 else 's'}"
