"""Two accounts of the sample set side by side, as a reader does it, and what the screen shows of them."""

from __future__ import annotations

from briefreader.ui.screens.compare import CompareScreen
from tests.ui.reader import Reader

CALL = "EU will be heard on Europe's security, Blinken tells Borrell"
PROMISE = "A word for Brussels, but no chair"


async def compare(reader: Reader, one: str = CALL, other: str = PROMISE) -> CompareScreen:
    """Mark one article, go to the other, compare."""
    for title in (one, other):
        reader.main.desk.list.go_to(reader.titles.index(title))
        await reader.press("c")
    await reader.until(lambda: isinstance(reader.screen, CompareScreen) and reader.screen.linking.found)
    screen = reader.screen
    assert isinstance(screen, CompareScreen)
    return screen


def shown(screen: CompareScreen) -> list[str]:
    """Return the words of the current link on both sides."""
    found, links = screen.linking.found, screen.linking.links
    assert links.current
    return [links.span(links.current, side).cut(found.articles[side].text) for side in (0, 1)]
