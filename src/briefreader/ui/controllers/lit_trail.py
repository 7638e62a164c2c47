"""The trail that is followed through the article that is open: its spans there, found and lit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.errors import BriefreaderError
from briefreader.model import Article, Span

if TYPE_CHECKING:
    from briefreader.ui.controllers.trail import Trail
    from briefreader.ui.desk import Desk

Step = Callable[[], None]


class LitTrail:
    """Keeps the trail and its spans, lit in the text; ``opened`` returns the article that is open.

    ``after_lighting`` is called when spans have come that were asked for.
    """

    def __init__(self, desk: Desk, opened: Callable[[], Article | None]) -> None:
        self._desk, self._opened = desk, opened
        self.trail: Trail | None = None
        self.spans: tuple[Span, ...] = ()
        self.after_lighting: Step = lambda: None
        # The steps that wait for the spans asked for; None where none are asked for.
        self._waiting: list[Step] | None = None

    def once_lit(self, step: Step) -> None:
        """Take a step along the trail now, or when the spans arrive that have been asked for."""
        if self._waiting is None:
            step()
        else:
            self._waiting.append(step)

    def light(self, spans: tuple[Span, ...]) -> None:
        """Light up spans of the trail in the article that is open, and no others."""
        self.spans = spans
        layer = self.trail.layer if self.trail else ""
        for name in ("hit", "entity", "find"):
            self._desk.article.set_layer(name, spans if name == layer else ())

    def follow(
        self,
        trail: Trail | None,
        *,
        near: int | None = None,
        then: Step = lambda: None,
        failed: Callable[[BriefreaderError], None] | None = None,
    ) -> None:
        """Step along another trail from now on; ``near`` goes to its first span from that place on.

        ``then`` is called when its spans are lit, ``failed`` where they cannot be found.
        """
        self.trail = trail
        article = self._opened()
        if article is None:
            return
        self._waiting = self._waiting or []
        self._desk.jobs.ask(
            "following",
            lambda _cancelled: trail.spans(self._desk.library, article) if trail else (),
            lambda spans: self._arrive(article, spans, near, then),
            failed=lambda error: self._fail(error, failed or (lambda error: self._desk.say(str(error)))),
        )

    def _fail(self, error: BriefreaderError, tell: Callable[[BriefreaderError], None]) -> None:
        self._waiting = None
        tell(error)

    def _arrive(self, article: Article, spans: tuple[Span, ...], near: int | None, then: Step) -> None:
        steps, self._waiting = self._waiting or (), None
        if self._opened() is article:
            self.light(spans)
            if near is not None and spans:
                self._desk.article.go_to_span(next((span for span in spans if span.start >= near), spans[0]))
            then()
        for step in steps:
            step()
        self.after_lighting()
