"""Finding words within the article that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.controllers.trail import FindTrail, Trail

if TYPE_CHECKING:
    from briefreader.model import Span
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk


class Finding:
    """Finds as one types; n and N then step through the finds, Escape goes back to the hits."""

    def __init__(self, desk: Desk, prompting: Prompting, opening: Opening) -> None:
        self._desk, self._prompting, self._opening = desk, prompting, opening
        self._before: Trail | None = None
        self._place = 0
        self._hidden: tuple[Span, ...] = ()

    @action("article.find", when=lambda self: self._opening.article)
    def open(self) -> None:
        """Ask for words."""
        self._place, self._hidden = self._desk.article.place, self._desk.article.hidden
        if not isinstance(self._opening.lit.trail, FindTrail):
            self._before = self._opening.lit.trail
        self._prompting.ask(
            Question(
                label="find",
                verb="Keep",
                placeholder="words in this article, or /a regular expression/",
                changed=self._find,
                accepted=self._accept,
                cancelled=self._restore,
                context="search",
            )
        )

    def _find(self, words: str) -> None:
        article = self._opening.article
        if article:
            self._opening.lit.follow(
                FindTrail(words, article.key, self._hidden),
                near=self._place,
                then=self._tell,
                failed=lambda error: self._prompting.remark(str(error)),
            )

    def _tell(self) -> None:
        """Say which find of how many this is; where there is none, show what was there before."""
        spans, current = self._opening.lit.spans, self._desk.article.current
        if current in spans:
            folded = trail.folded if isinstance(trail := self._opening.lit.trail, FindTrail) else 0
            more = f", {folded:,} more folded away" if folded else ""
            self._prompting.remark(f"{spans.index(current) + 1:,} of {len(spans):,}{more}")
        else:
            self._prompting.remark("not found" if self._prompting.typing else "")
            self._desk.article.go_to_place(self._place)

    def _accept(self, words: str) -> None:
        self._desk.use("article")
        if not words.strip():
            self._restore()
        elif (article := self._opening.article) and self._opening.lit.trail != FindTrail(
            words, article.key, self._hidden
        ):
            self._find(words)  # Enter came right behind the last letter
        self._opening.lit.once_lit(lambda: self._admit(words))

    def _admit(self, words: str) -> None:
        """Say so where the words are not to be found."""
        lit = self._opening.lit
        if isinstance(lit.trail, FindTrail) and not lit.spans:
            self._desk.say(f"“{words}” is not in this article")

    def _restore(self) -> None:
        self._opening.lit.follow(self._before)
        self._desk.article.go_to_place(self._place)

    def step_back(self) -> bool:
        """Leave the finds for the hits; tell whether there were any."""
        if not isinstance(self._opening.lit.trail, FindTrail):
            return False
        self._opening.lit.follow(self._before)
        return True
