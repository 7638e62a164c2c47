"""Jump labels: letters laid over the names and hits in sight; typing one goes there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING

from briefreader.model import Mention, Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question

if TYPE_CHECKING:
    from briefreader.errors import BriefreaderError
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Labelling:
    """Lays the labels and follows the one that is typed."""

    def __init__(self, desk: Desk, opening: Opening, naming: Naming, prompting: Prompting) -> None:
        self._desk, self._opening, self._naming, self._prompting = desk, opening, naming, prompting
        self._targets: dict[str, Span] = {}
        self._names: dict[Span, Mention] = {}

    @action("article.label", when=lambda self: self._opening.article)
    def label(self) -> None:
        """Label the names in sight, and the hits if a query is in force; a label may be typed ahead."""
        article = self._opening.article
        if article:
            self._desk.ahead.expect("labels")
            self._desk.jobs.ask(
                "labels",
                lambda _cancelled: self._desk.library.mentions_in(article.key),
                self._arrive,
                failed=self._fail,
            )

    def _fail(self, error: BriefreaderError) -> None:
        self._desk.say(str(error))
        self._desk.ahead.arrived("labels")

    def _arrive(self, mentions: list[Mention]) -> None:
        self._lay(mentions)
        self._desk.ahead.arrived("labels")

    def _lay(self, mentions: list[Mention]) -> None:
        view = self._desk.article
        sight = view.visible_range()
        self._names = {Span(each.start, each.end): each for each in mentions}
        spans = self._names.keys() | set(self._opening.lit.spans)
        targets = sorted(span for span in spans if sight.start <= span.start < sight.end)
        if not targets:
            self._desk.say("No name is in sight")
            return
        self._targets = dict(zip(labels(len(targets)), targets, strict=True))
        view.show_labels({span.start: label for label, span in self._targets.items()})
        self._prompting.ask(
            Question("jump to", changed=self._typed, accepted=self._accepted, cancelled=self._clear)
        )

    def _typed(self, text: str) -> None:
        if text in self._targets:
            self._prompting.accept()
        elif text and not any(label.startswith(text) for label in self._targets):
            self._prompting.cancel()

    def _accepted(self, text: str) -> None:
        target = self._targets.get(text)
        self._clear()
        if target:
            self._opening.before_leaving()
            self._desk.article.go_to_span(target)
            if name := self._names.get(target):
                self._naming.point_at(name)

    def _clear(self) -> None:
        self._targets = {}
        self._desk.article.show_labels({})


def labels(count: int) -> Sequence[str]:
    """Return so many labels, all of one length, the easiest keys first; none begins another."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    letters: Iterator[tuple[str, ...]] = product(LETTERS, repeat=length)
    return ["".join(each) for each in islice(letters, count)]
