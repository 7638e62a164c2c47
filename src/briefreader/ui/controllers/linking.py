"""Walking a comparison on the screen: from link to link, to the counterpart, both sides in step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.model import Comparison, Link, Span
from briefreader.ui.commands import action
from briefreader.ui.contents.links import Links
from briefreader.ui.widgets.compare_pane import AccountPane, Side

if TYPE_CHECKING:
    from briefreader.library import Library

Panes = tuple[AccountPane, AccountPane]
Sides = tuple[Span | None, Span | None]


class Linking:
    """Owns which link one is at. ``changed`` is called when that changes, ``say`` tells a sentence."""

    def __init__(
        self, library: Library, panes: Panes, say: Callable[[str], None], changed: Callable[[], None]
    ) -> None:
        self._library, self._panes, self._say, self._changed = library, panes, say, changed
        self.found: Comparison | None = None
        self.links: Links | None = None
        self.locked = True
        self.side = 0
        self.at_fact: Sides = (None, None)
        """The sentences that give the fact one came from, where no link is at its place."""

    def take(self, found: Comparison) -> None:
        """Show a comparison of two articles."""
        self.found, self.links, self.at_fact = found, Links(found), (None, None)
        for place, pane in enumerate(self._panes):
            numbered: dict[int, list[tuple[int, Link]]] = defaultdict(list)
            for link in self.links.all:
                for unit in (link.a, link.b)[place]:
                    numbered[unit].append((self.links.number(link), link))
            pane.show(Side(found.articles[place], found.units[place], numbered))
        self._changed()

    @property
    def current(self) -> Link | None:
        """The link one is at."""
        return self.links.current if self.links else None

    @property
    def pane(self) -> AccountPane:
        """The side one reads on."""
        return self._panes[self.side]

    @property
    def described(self) -> str:
        """Where one is, in a few words."""
        if not self.links:
            return ""
        link = self.links.current
        if link is None:
            tier, count = self.links.tier.removeprefix("all "), len(self.links.walked)
            return f"{count} {tier.removesuffix('s') if count == 1 else tier}"
        at, number = self.links.position(self.side), self.links.number(link)
        if at and not self.links.all_walked:
            return f"link {number}, {at}/{len(self.links.walked)} {self.links.tier} {link.score:.2f}"
        place = f"link {number}/{len(self.links.all)}"
        return f"{place} {link.described(wholly=self._wholly_the_same(link))} {link.score:.2f}"

    def _wholly_the_same(self, link: Link) -> bool:
        if self.found is None or not link.runs:
            return False
        marks = self._library.word_marks(self.found, link)
        return all(mark.change == "same" for side in marks for mark in side)

    @action("compare.next", when=lambda self: self.links)
    def next(self, count: int | None) -> None:
        """Go to the next link."""
        self._step(count or 1)

    @action("compare.previous", when=lambda self: self.links)
    def previous(self, count: int | None) -> None:
        """Go to the link before."""
        self._step(-(count or 1))

    def _step(self, by: int) -> None:
        links = self.links
        if links is None:
            return
        before = links.position(self.side)
        if link := links.step(by, side=self.side, place=self.pane.place):
            self.go(link)
            self._tell_round(before, by)
        else:
            self._say(f"No match found between the two ({links.tier})")

    def _tell_round(self, before: int, by: int) -> None:
        """Say that a step led round from one end to the other."""
        at = self.links.position(self.side) if self.links else 0
        if before and (at <= before if by > 0 else at >= before):
            self._say("First again" if by > 0 else "Last again")

    def go(self, link: Link) -> None:
        """Bring both ends of a link into sight, on one height, and mark the words they share."""
        if self.found is None or self.links is None:
            return
        self.links.current = link
        for side, (pane, marks) in enumerate(
            zip(self._panes, self._library.word_marks(self.found, link), strict=True)
        ):
            span = self.links.span(link, side)
            pane.at = self.links.number(link)
            pane.mark("current", [span])
            for change in ("same", "moved", "changed"):
                pane.mark(change, [Span(m.start, m.end) for m in marks if m.change == change])
            pane.mark("run", [(run.a, run.b)[side].within(span) for run in link.runs])
            pane.put_at(span.start, pane.size.height // 3)
        self._changed()

    def go_to_passages(self, one: Span | None, other: Span | None) -> None:
        """Go to the best link that joins two passages, or where none does to both."""
        if self.links and one and other:
            joining = [
                link
                for link in self.links.all
                if self.links.span(link, 0).overlaps(one) and self.links.span(link, 1).overlaps(other)
            ]
            if joining:
                self.go(max(joining, key=lambda link: link.score))
                return
            for pane, span in zip(self._panes, (one, other), strict=True):
                pane.mark("current", [span])
                pane.put_at(span.start, pane.size.height // 3)

    def go_to_fact(self, side: int, places: Sides) -> None:
        """Be at the link of a fact's value on ``side``; the other side goes to its value too."""
        here, links = places[side], self.links
        if links is None or here is None:
            return
        self.side = side
        links.current = links.joining(side, here, places[1 - side])
        self.at_fact = (links.sentence(0, places[0]), links.sentence(1, places[1]))
        for pane, place in zip(self._panes, places, strict=True):
            pane.at = links.number(links.current) if links.current else None
            for layer in ("same", "moved", "run", "changed"):
                pane.mark(layer, [])
            pane.mark("current", [place] if place else [])
            if place:
                pane.put_at(place.start, pane.size.height // 3)
        self._changed()

    @action("compare.tier", when=lambda self: self.links)
    def tier(self) -> None:
        """Step through another choice of links."""
        if self.links:
            name = self.links.next_tier()
            self._say(f"n and N now step through {name}: {len(self.links.walked)}")
            self._changed()

    @action("compare.another", when=lambda self: self.current)
    def another(self) -> None:
        """Go to another counterpart of the passage one reads."""
        link = self.links.another(self.side) if self.links else None
        if link:
            self.go(link)
        else:
            self._say("This passage has no other counterpart")

    def counterpart(self) -> None:
        """Go over to the other end of the link, or of the topmost link in sight."""
        links = self.links
        if links is None:
            return
        seen = self.pane.visible_range()
        link = (
            links.current if links.current and seen.overlaps(links.span(links.current, self.side)) else None
        )
        link = link or next((one for one in links.all if seen.overlaps(links.span(one, self.side))), None)
        if link is None:
            self._say("No match found for what is in sight")
            return
        self.side = 1 - self.side
        self.go(link)
        self.pane.focus()

    @action("compare.lock")
    def lock(self) -> None:
        """Scroll both in step, or each by itself."""
        self.locked = not self.locked
        self._say("Both scroll together" if self.locked else "Each scrolls by itself")
        self._changed()

    def follow(self) -> None:
        """Bring the other side to where the counterpart of what is in sight stands on the same row."""
        links = self.links
        if links is None or not self.locked:
            return
        seen = self.pane.visible_range()
        shown = [one for one in links.all if seen.contains(links.span(one, self.side))]
        if shown:
            link = min(shown, key=lambda one: (links.span(one, self.side).start, -one.score))
            height = self.pane.height_of(links.span(link, self.side).start)
            other = 1 - self.side
            self._panes[other].put_at(links.span(link, other).start, height)

    @action("compare.fold")
    def fold(self) -> None:
        """Fold what has no counterpart on both sides, or open it."""
        folded = not self.pane.folded
        for pane in self._panes:
            pane.fold(folded)
        if self.links:
            counts = " and ".join(str(self.links.unmatched(side)) for side in (0, 1))
            self._say(f"{'Folded' if folded else 'Open'}: no match found for {counts} sentences")
