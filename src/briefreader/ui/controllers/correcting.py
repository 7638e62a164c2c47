"""Correcting names: a menu of what can be mended about the one under the cursor, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefreader.model import ENTITY_TYPES, ONE_OF, Entity, Span
from briefreader.text.finding import nearest
from briefreader.ui.commands import action
from briefreader.ui.controllers.prompting import Prompting, Question
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from briefreader.library.corrections import CorrectionsBook
    from briefreader.model import Article
    from briefreader.ui.controllers.naming import Naming
    from briefreader.ui.controllers.opening import Opening
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.main import MainScreen

Deed = Callable[[], None]


class Correcting:
    """Asks what to mend, has the library do it and renews what is shown."""

    def __init__(
        self,
        screen: MainScreen,
        desk: Desk,
        naming: Naming,
        opening: Opening,
        prompting: Prompting,
        changed: Callable[[], None],
    ) -> None:
        self._screen, self._desk, self._prompting = screen, desk, prompting
        self._naming, self._opening, self._changed = naming, opening, changed
        self._marked: Entity | None = None

    @property
    def _book(self) -> CorrectionsBook:
        return self._desk.library.corrections

    @action("sidebar.mark", when=lambda self: self._naming.chosen)
    def mark(self) -> None:
        """Mark the name under the cursor, to merge another with it."""
        self._marked = self._naming.chosen
        if self._marked:
            self._desk.say(f"Marked {self._marked.name}: go to another name and correct it to merge the two")

    @action("sidebar.correct", when=lambda self: self._naming.chosen)
    def correct(self) -> None:
        """Offer what can be mended."""
        if entity := self._naming.chosen:
            self._desk.jobs.ask(
                "splittable",
                lambda _cancelled: self._book.splittable(entity.id),
                lambda names: self._offer(entity, names),
            )

    def _offer(self, entity: Entity, names: list[str]) -> None:
        choices = list(self._deeds(entity, names))
        self._screen.app.push_screen(
            Chooser(f"Correct {entity.name}", choices), lambda deed: deed() if deed else None
        )

    def _deeds(self, entity: Entity, names: list[str]) -> Iterator[Choice[Deed]]:
        marked = self._marked
        if marked and marked.id != entity.id:
            yield Choice(
                lambda: self._do(lambda: self._book.merge([marked.id, entity.id])),
                f"Merge into {marked.name}",
            )
        yield Choice(lambda: self._ask_partner(entity), "Merge with …", note="choose another name")
        for name in names:
            yield Choice(
                lambda name=name: self._do(lambda: self._book.split(entity.id, [name])),  # type: ignore[misc]
                f"Split off “{name}”",
                note="it is somebody else",
            )
        yield Choice(lambda: self._ask_name(entity), "Rename …")
        for kind in ENTITY_TYPES:
            if kind != entity.type:
                yield Choice(
                    lambda kind=kind: self._do(lambda: self._book.retype(entity.id, kind)),  # type: ignore[misc]
                    f"It is {ONE_OF[kind]}",
                )
        yield Choice(lambda: self._do(lambda: self._book.hide(entity.id)), "Hide", note="it is no name")
        yield Choice(self.undo, "Undo the last correction")
        yield Choice(self.redo, "Redo what was undone")

    def _ask_partner(self, entity: Entity) -> None:
        self._desk.jobs.ask(
            "partners",
            lambda _cancelled: self._desk.library.entities(limit=2000),
            lambda found: self._offer_partners(entity, found),
        )

    def _offer_partners(self, entity: Entity, found: list[Entity]) -> None:
        near = sorted(found, key=lambda other: (other.type != entity.type, -other.mentions))
        choices = [
            Choice(other.id, other.name, lead=f"{other.mentions:>5,}", note=", ".join(other.aliases[:3]))
            for other in near
            if other.id != entity.id
        ]
        self._screen.app.push_screen(
            Chooser(f"{entity.name} is the same as", choices),
            lambda other: self._do(lambda: self._book.merge([other, entity.id])) if other else None,
        )

    def _ask_name(self, entity: Entity) -> None:
        self._prompting.ask(
            Question(
                "name",
                value=entity.name,
                accepted=lambda name: self._do(lambda: self._book.rename(entity.id, name)),
            )
        )

    def undo(self) -> None:
        """Take the last correction back."""
        self._do(lambda: self._book.undo(), "Undone", "No correction to undo")

    def redo(self) -> None:
        """Make it again."""
        self._do(lambda: self._book.redo(), "Redone", "No correction to redo")

    @action("article.name", when=lambda self: self._opening.article)
    def name(self) -> None:
        """Ask whom the selected words name; without a selection, which words of the article are a name."""
        article, selected = self._opening.article, self._desk.article.selected
        if article and selected:
            self._ask_whom(article, selected)
        elif article:
            self._ask_words(article)

    def _ask_whom(self, article: Article, selected: Span) -> None:
        words = " ".join(selected.cut(article.text).split())
        self._prompting.ask(
            Question(
                "name",
                value=words,
                placeholder="who or what the selected words name",
                accepted=lambda name: self._ask_kind(article, selected, name.strip() or words),
            )
        )

    def _ask_words(self, article: Article) -> None:
        span = self._opening.sight.span()
        self._prompting.ask(
            Question(
                "name",
                value=" ".join(span.cut(article.text).split()) if len(span) < 60 else "",
                placeholder="words of this article that are a name",
                accepted=lambda words: self._named(words.strip(), span.start),
            )
        )

    def _named(self, words: str, near: int) -> None:
        article = self._opening.article
        place = nearest(article.text, words, near) if article and words else None
        if article is None or place is None:
            self._desk.say(f"This article has no “{words}”")
            return
        self._ask_kind(article, Span(place, place + len(words)), words)

    def _ask_kind(self, article: Article, span: Span, name: str) -> None:
        self._screen.app.push_screen(
            Chooser(f"“{name}” is", [Choice(kind, label) for kind, label in ONE_OF.items()]),
            lambda kind: (
                self._do(lambda: self._book.add_mention(article.id, span, kind, name)) if kind else None
            ),
        )

    def _do(self, work: Callable[[], str | None], lead: str = "Done", nothing: str = "") -> None:
        def done(what: str | None) -> None:
            self._marked = None
            self._changed()
            self._naming.renew()
            self._desk.say(f"{lead}: {what}" if what else nothing)

        self._desk.jobs.change(work, done)
