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
    """Finds as one types; n and N then step through the finds, Escape goes back to the hits.

    Enter keeps no words that stand nowhere: the line stays open, or opens again, for them to be mended. One
    may step on while the line is open; more letters are then looked for from there on.
    """

    def __init__(self, desk: Desk, prompting: Prompting, opening: Opening) -> None:
        self._desk, self._prompting, self._opening = desk, prompting, opening
        self._before: Trail | None = None
        self._question: Question | None = None
        self._last = ""
        self._place = self._from = 0
        self._hidden: tuple[Span, ...] = ()
        self._missed: FindTrail | None = None
        self._why = ""

    @action("article.find", when=lambda self: self._opening.article)
    def open(self) -> None:
        """Ask for words."""
        self._place, self._hidden = self._desk.article.place, self._desk.article.hidden
        self._from = self._place
        if not isinstance(self._opening.lit.trail, FindTrail):
            self._before = self._opening.lit.trail
        self._missed = None
        self._ask("")

    def _ask(self, words: str) -> None:
        self._question = Question(
            label="find",
            verb="Keep",
            value=words,
            placeholder="words in this article, or /a regular expression/",
            changed=self._find,
            ready=self._may_be_kept,
            accepted=self._accept,
            cancelled=self._restore,
            context="search",
        )
        self._prompting.ask(self._question)

    @property
    def _asked(self) -> bool:
        """Whether words are being typed."""
        return self._question is not None and self._prompting.question is self._question

    @action("find.next", when=lambda self: self._asked)
    def next_find(self) -> None:
        """Go to the next place while the line is open; from an empty line, find the last words again."""
        self._once_found(1)

    @action("find.previous", when=lambda self: self._asked)
    def previous_find(self) -> None:
        """Go to the place before while the line is open."""
        self._once_found(-1)

    def _once_found(self, by: int) -> None:
        words, trail = self._prompting.text, self._opening.lit.trail
        if not words and self._last:
            self._ask(self._last)
            self._find(self._last)
            return
        if not isinstance(trail, FindTrail) or trail.words != words:
            self._find(words)  # the key came right behind the last letter
        self._opening.lit.once_lit(lambda: self._step(by))

    def _step(self, by: int) -> None:
        """Go so many places on, from the last on to the first; the line says which it is."""
        spans, current, trail = self._opening.lit.spans, self._desk.article.current, self._opening.lit.trail
        if self._asked and current in spans and isinstance(trail, FindTrail):
            place = spans[(spans.index(current) + by) % len(spans)]
            self._desk.article.go_to_span(place)
            self._from = place.start
            self._tell(trail)

    def _find(self, words: str) -> None:
        article = self._opening.article
        if article:
            trail = FindTrail(words, article.key, self._hidden)
            self._missed = None
            self._opening.lit.follow(
                trail,
                near=self._from,
                then=lambda: self._tell(trail),
                failed=lambda error: self._miss(trail, str(error)),
            )

    def _tell(self, trail: FindTrail) -> None:
        """Say which find of how many this is; where there is none, show what was there before."""
        spans, current = self._opening.lit.spans, self._desk.article.current
        if current in spans:
            more = f", {trail.folded:,} more folded away" if trail.folded else ""
            self._prompting.remark(f"{spans.index(current) + 1:,} of {len(spans):,}{more}")
            return
        self._desk.article.go_to_place(self._place)
        if trail.words.strip():
            self._miss(trail, "not found")
        else:
            self._prompting.remark("")

    def _miss(self, trail: FindTrail, why: str) -> None:
        """Say why nothing is found, in the line that is open or was entered before that was known."""
        self._missed, self._why = trail, why
        if self._prompting.question is None and self._desk.article.has_focus:
            self._ask(trail.words)
        self._prompting.remark(why)

    def _may_be_kept(self, words: str) -> bool:
        """Tell whether the words are found or still looked for, and say so where they are not there."""
        if self._missed is None or self._missed.words != words:
            return True
        self._prompting.remark(f"{self._why}; {self._desk.key('app.back')} goes back")
        return False

    def _accept(self, words: str) -> None:
        self._desk.use("article")
        self._last = words or self._last
        trail = self._opening.lit.trail
        if not words.strip():
            self._restore()
        elif not isinstance(trail, FindTrail) or trail.words != words:
            self._find(words)  # Enter came right behind the last letter

    def _restore(self) -> None:
        self._opening.lit.follow(self._before)
        self._desk.article.go_to_place(self._place)

    def step_back(self) -> bool:
        """Leave the finds for the hits; tell whether there were any."""
        if not isinstance(self._opening.lit.trail, FindTrail):
            return False
        self._opening.lit.follow(self._before)
        return True
