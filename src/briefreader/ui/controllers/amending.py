"""Amending what import made of an article: its title, date and other fields, and what of it is folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefreader.model import Article, Fold, Span
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.main import MainScreen

Deed = Callable[[], None]

_FIELDS = {
    "title": "Title",
    "source": "Source",
    "author": "Author",
    "published": "Date",
    "url": "Address",
    "language": "Language",
}
_BY_THE_READER = "you"
_WORDS_SHOWN = 60


class Amending:
    """Asks what is wrong, has the library keep the reader's word on it and shows the article anew."""

    def __init__(
        self,
        screen: MainScreen,
        desk: Desk,
        opening: Opening,
        prompting: Prompting,
        changed: Callable[[], None],
    ) -> None:
        self._screen, self._desk = screen, desk
        self._opening, self._prompting, self._changed = opening, prompting, changed

    @action("article.correct", when=lambda self: self._opening.article)
    def correct(self) -> None:
        """Offer the fields of the article, each with its value and where that was found."""
        article = self._opening.article
        if article:
            self._choose("What is wrong with this article?", list(self._fields(article)))

    @action("article.refold", when=lambda self: self._opening.article)
    def refold(self) -> None:
        """Offer to fold the passage that is being read, and to leave each fold open for good."""
        article = self._opening.article
        if article:
            self._choose("Fold or leave open, also after the next import", list(self._folds(article)))

    def _choose(self, title: str, choices: list[Choice[Deed]]) -> None:
        self._screen.app.push_screen(Chooser(title, choices), lambda deed: deed() if deed else None)

    def _fields(self, article: Article) -> Iterator[Choice[Deed]]:
        for field, label in _FIELDS.items():
            value, origin = getattr(article, field), article.origins.get(field, "")
            yield Choice(
                lambda field=field, value=value: self._ask(article, field, value or ""),  # type: ignore[misc]
                f"{label}: {value or 'none'}",
                note=origin,
            )
        for field, label in _FIELDS.items():
            if article.origins.get(field) == _BY_THE_READER:
                yield Choice(
                    lambda field=field: self._set(article, field, None),  # type: ignore[misc]
                    f"{label} as the text has it",
                    note="take your correction back",
                )

    def _folds(self, article: Article) -> Iterator[Choice[Deed]]:
        passage = self._opening.sight.passage()
        yield Choice(lambda: self._overrule(article, passage, True), f"Fold {_words(article, passage)}")
        for fold in article.folds:
            yield Choice(
                lambda fold=fold: self._overrule(article, fold, False),  # type: ignore[misc]
                f"Leave open {_words(article, fold)}",
                note=fold.reason,
            )

    def _ask(self, article: Article, field: str, value: str) -> None:
        self._prompting.ask(
            Question(
                _FIELDS[field].lower(),
                verb="Save",
                value=value,
                placeholder="2022-01-05, or 2022-01-05T15:28+01:00" if field == "published" else "",
                accepted=lambda text: self._set(article, field, text),
            )
        )

    def _set(self, article: Article, field: str, value: str | None) -> None:
        what = "As the text has it" if value is None else f"{_FIELDS[field]} corrected"
        self._do(article, lambda: self._desk.library.correct(article.id, field, value), what)

    def _overrule(self, article: Article, part: Fold | Span, folded: bool) -> None:
        what = "Folded for good" if folded else "Open for good"
        self._do(article, lambda: self._desk.library.overrule_fold(article.id, part, folded), what)

    def _do(self, article: Article, work: Callable[[], None], what: str) -> None:
        def done(_nothing: None) -> None:
            self._changed()
            self._opening.open(article.id, focus=self._desk.article.has_focus, jump=False)
            self._desk.say(what)

        self._desk.jobs.change(work, done)


def _words(article: Article, span: Span) -> str:
    words = " ".join(span.cut(article.text).split())
    return f"“{words[:_WORDS_SHOWN]}{'…' if len(words) > _WORDS_SHOWN else ''}”"
