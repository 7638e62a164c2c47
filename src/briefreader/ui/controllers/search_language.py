"""Help on the query language, and what is said beside a query while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from briefreader.text.sanitize import sanitize_line
from briefreader.ui.commands import action
from briefreader.ui.contents.search_examples import examples
from briefreader.ui.controllers.searching import LABEL
from briefreader.ui.screens.chooser import Chooser

if TYPE_CHECKING:
    from briefreader.model import Hits
    from briefreader.ui.contents.scope import Found
    from briefreader.ui.controllers.listing import Listing
    from briefreader.ui.controllers.prompting import Prompting
    from briefreader.ui.controllers.searching import Searching
    from briefreader.ui.widgets.prompt_line import PromptLine


class SearchLanguage:
    """Shows examples to take over into the search bar; counts the hits, or says what is wrong and where."""

    def __init__(
        self,
        screen: Screen[None],
        searching: Searching,
        listing: Listing,
        prompting: Prompting,
        line: PromptLine,
    ) -> None:
        self._screen, self._searching, self._prompting, self._line = screen, searching, prompting, line
        listing.listen(self._remark)
        searching.explain = self.help

    @action("search.language", when=lambda self: self._searching.apt)
    def help(self) -> None:
        """Show the query language by example; the one chosen goes to the search bar."""
        asking, typed = self._prompting.question is not None, self._searching.typed

        def take(example: str | None) -> None:
            if example or asking:
                self._searching.open_with(example or typed)

        hint = "type to narrow; Enter takes the example over"
        self._screen.app.push_screen(Chooser("The query language", examples(), hint=hint), take)

    def _remark(self, found: Found) -> None:
        question = self._prompting.question
        if question and question.label == LABEL:
            self._line.remark(remark(found.hits) if found.hits else "")


def remark(hits: Hits) -> str:
    """Return one line on the answer to a query."""
    if hits.problem:
        place = sanitize_line(hits.problem.where.cut(hits.query))
        return f"“{place}” ▸ {hits.problem.message}" if place else hits.problem.message
    if not hits.total and hits.did_you_mean:
        return f"none; did you mean {sanitize_line(hits.did_you_mean)}?"
    return f"{hits.total:,} found" if hits.total else "none found"
