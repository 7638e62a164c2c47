"""Three accounts and more: claims by articles, a line for each claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from briefreader.model import Article, Comparison, Span
from briefreader.text.sanitize import sanitize_line
from briefreader.ui.commands import action
from briefreader.ui.contents.facts import LETTERS
from briefreader.ui.controllers.covered import Covered
from briefreader.ui.controllers.exporting import Exports
from briefreader.ui.passage import Passage
from briefreader.ui.screens.browsing import BrowseScreen
from briefreader.ui.screens.chooser import Chooser
from briefreader.ui.widgets.choice_list import Choice
from briefreader.ui.widgets.compare_marks import sign
from briefreader.ui.widgets.strips import plain
from briefreader.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.comparing import ClaimRow


@dataclass(frozen=True, slots=True)
class Wordings:
    """A claim in the words of each account that makes it, or perhaps does; all of one comparison."""

    passages: tuple[Passage, ...]


class CoverageScreen(BrowseScreen[Wordings], inherit_bindings=False):
    """Shows which claim stands in which article; dismissed with the wordings of the one chosen."""

    CSS = "CoverageScreen #accounts-named { height: auto; padding: 0 1; color: $foreground-muted; }"

    TITLE_SHOWN = "Claims by article"
    NOTHING = "Comparing …"

    def __init__(self, library: Library, refs: tuple[int | str, ...]) -> None:
        super().__init__()
        self._library, self.refs = library, refs
        self.found: Comparison | None = None
        self._named = Static(id="accounts-named", markup=False)
        self.exports = Exports(library, self.prompting, self.jobs, self.say)
        self.actions.add(Covered(self, library))

    def compose(self) -> ComposeResult:
        """Which letter is which article, above the claims."""
        yield self._named
        yield from super().compose()

    def on_mount(self) -> None:
        """Compare beside the screen."""
        super().on_mount()
        self.start(self.refs)

    def start(self, refs: tuple[int | str, ...]) -> None:
        """Compare articles; Escape meanwhile goes back to those compared before."""
        self.say("Comparing …")
        self.jobs.ask_ahead(
            self.ahead,
            "coverage",
            lambda _cancelled: self._compare(refs),
            lambda known: self._take(refs, known),
            given_up=self._give_up,
        )

    def _give_up(self) -> None:
        self.say("")
        if self.found is None:
            self.dismiss(None)

    def _compare(self, refs: tuple[int | str, ...]) -> tuple[Comparison, list[Choice[Wordings]]]:
        found = self._library.compare(*refs)
        return found, rows_of(found, self._library.claims(found))

    def _take(self, refs: tuple[int | str, ...], known: tuple[Comparison, list[Choice[Wordings]]]) -> None:
        self.refs = refs
        self.found, rows = known
        self._named.update(plain(legend(self.found.articles)))
        self.say("")
        self.fill(rows)

    @property
    def claim(self) -> Wordings | None:
        """The claim under the cursor."""
        choice = self.rows.choice
        return choice.value if choice and isinstance(choice.value, Wordings) else None

    @on(VirtualList.RowPicked)
    @action("view.open", when=lambda self: self.claim)
    def open_claim(self) -> None:
        """Go to the claim in two accounts that make it, side by side; where more make it, ask which."""
        claim = self.claim
        if claim and self.found and len(claim.passages) > 2:
            self.app.push_screen(Chooser("Side by side", pairs_of(self.found, claim)), self._leave_with)
        elif claim:
            self.dismiss(claim)

    def _leave_with(self, pair: Wordings | None) -> None:
        if pair:
            self.dismiss(pair)


def pairs_of(found: Comparison, claim: Wordings) -> list[Choice[Wordings]]:
    """List the pairs of accounts that make a claim."""
    named: dict[int | str, tuple[str, str]] = {
        article.id: (letter, article.title) for letter, article in zip(LETTERS, found.articles, strict=False)
    }
    return [
        Choice(
            Wordings((one, other)),
            named[one.article][1],
            lead=f"{named[one.article][0]} {named[other.article][0]}",
            note=named[other.article][1],
        )
        for one, other in combinations(claim.passages, 2)
    ]


def legend(articles: Sequence[Article]) -> str:
    """Say which letter is which article, and what the signs mean."""
    named = [
        f"{letter}  {sanitize_line(article.title)}"
        for letter, article in zip(LETTERS, articles, strict=False)
    ]
    return "\n".join([*named, f"letter: found   {sign('weak')} perhaps   . no match found"])


def rows_of(found: Comparison, claims: Sequence[ClaimRow]) -> list[Choice[Wordings]]:
    """Return the claims, those found in most articles first."""
    rows = []
    for claim in claims:
        told = [units or perhaps for units, perhaps in zip(claim.units, claim.perhaps, strict=True)]
        first = next(place for place, units in enumerate(claim.units) if units)
        order = [first, *(place for place, units in enumerate(told) if units and place != first)]
        order.sort(key=lambda place: not claim.units[place])
        passages = tuple(
            Passage(found.articles[place].id, _span(found, place, told[place])) for place in order
        )
        words = (
            " ".join(passages[0].span.cut(found.articles[order[0]].text).split()) if passages[0].span else ""
        )
        group = f"Found in {claim.articles} of {len(found.articles)}"
        rows.append(Choice(Wordings(passages), words, lead=_lead(claim), group=group))
    return rows


def _lead(claim: ClaimRow) -> str:
    signs = [
        letter if units else sign("weak") if perhaps else "."
        for letter, units, perhaps in zip(LETTERS, claim.units, claim.perhaps, strict=False)
    ]
    return " ".join(signs)


def _span(found: Comparison, article: int, units: tuple[int, ...]) -> Span:
    first = found.units[article][units[0]]
    return Span(first.start, first.end)
