"""Two accounts of the sample set side by side, as a reader does it, and what the screen shows of them."""

from __future__ import annotations

from briefreader.ui.screens.compare import CompareScreen
from briefreader.ui.widgets.compare_pane import AccountPane
from tests.ui.reader import Reader

CALL = "EU will be heard on Europe's security, Blinken tells Borrell"
PROMISE = "A word for Brussels, but no chair"
REPRINT = "Blinken to Borrell: EU will take part"


async def compare(reader: Reader, one: str = CALL, other: str = PROMISE) -> CompareScreen:
    """Mark one article, go to the other, compare."""
    for title in (one, other):
        reader.main.desk.list.go_to(reader.titles.index(title))
        await reader.press("c")
    await reader.until(lambda: isinstance(reader.screen, CompareScreen) and reader.screen.linking.found)
    screen = reader.screen
    assert isinstance(screen, CompareScreen)
    return screen


async def compare_at_a_link(reader: Reader) -> CompareScreen:
    """Compare and go to the first link."""
    screen = await compare(reader)
    await reader.press("n")
    return screen


async def noted(reader: Reader, screen: CompareScreen, words: str) -> list[tuple[str, str]]:
    """Write a note by its key; return which passage of which article it stands on."""
    await reader.press("a")
    await reader.type(words)
    await reader.press("enter")
    await reader.until(lambda: "Noted" in screen.status.message)
    return sorted((note.article, note.quote) for note in reader.app.library.marks.notes())


def in_sight(pane: AccountPane, place: int) -> bool:
    """Tell whether the line of a code point is on the screen."""
    return 0 <= pane.height_of(place) < pane.size.height


def shown(screen: CompareScreen) -> list[str]:
    """Return the words of the current link on both sides."""
    found, links = screen.linking.found, screen.linking.links
    assert links.current
    return [links.span(links.current, side).cut(found.articles[side].text) for side in (0, 1)]
