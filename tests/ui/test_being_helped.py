"""Help and messages are readable where room is short."""

import pytest

from briefreader.library import Library
from briefreader.model import Span
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def foot(reader: Reader) -> str:
    return str(reader.screen.query_one("#foot").visual)


async def test_what_a_line_of_help_cuts_off_stands_below_the_list(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.press("?")
        await reader.until(lambda: foot(reader) == "Open the article, at its first hit if there is one")
        await reader.press("down")
        await reader.until(lambda: foot(reader) == "Search the whole collection as you type")


async def test_help_that_fits_has_no_line_below(opened: Opens) -> None:
    async with opened(size=(120, 36)) as reader:
        await reader.press("T")
        await reader.until(lambda: reader.screen.query("#foot"))
        assert not reader.screen.query_one("#foot").display


async def test_a_message_takes_the_room_of_the_hints_where_it_needs_it(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.press("n")
        shown = "".join(segment.text for segment in reader.main.desk.status.render_line(0))
        assert "Next hit: search first (/), or choose a name" in shown
        await reader.press("j")
        shown = "".join(segment.text for segment in reader.main.desk.status.render_line(0))
        assert "? Help" in shown


def rest(reader: Reader) -> str:
    below = reader.screen.query("#rest")
    return " ".join(str(below.first().visual).split()) if below and below.first().display else ""


@pytest.mark.parametrize("size", [(60, 20), (120, 36)], ids=str)
async def test_a_long_note_is_read_whole_below_the_notebook(
    opened: Opens, library: Library, size: tuple[int, int]
) -> None:
    first, second = library.listing()[:2]
    words = "what the envoy promised here he took back a week later, in so many words"
    for article, number in ((first, 1), (second, 2)):
        library.marks.add_note(article.id, Span(0, 20), f"{words}: note {number}")
    async with opened(size=size) as reader:
        await reader.press("g", "n")
        await reader.until(lambda: f"{words}: note " in rest(reader))
        before = rest(reader)
        await reader.press("j")
        await reader.until(lambda: f"{words}: note " in rest(reader) and rest(reader) != before)


async def test_a_note_that_fits_in_its_line_has_nothing_below(opened: Opens, library: Library) -> None:
    library.marks.add_note(library.listing()[0].id, Span(0, 9), "so")
    async with opened(size=(120, 36)) as reader:
        await reader.press("g", "n")
        await reader.until(lambda: reader.screen.query("#rows") and reader.screen.rows.count)
        await reader.pilot.pause()
        assert not reader.screen.query_one("#rest").display


async def test_a_text_longer_than_its_room_says_that_it_goes_on(opened: Opens, library: Library) -> None:
    library.marks.add_note(library.listing()[0].id, Span(0, 20), "on and on " * 80)
    async with opened(size=(60, 20)) as reader:
        await reader.press("g", "n")
        await reader.until(lambda: rest(reader).endswith("…"))
        below, rows = reader.screen.query_one("#rest"), reader.screen.rows
        await reader.until(lambda: below.size.height == (below.size.height + rows.size.height) // 3 > 1)


async def test_a_title_that_a_menu_cuts_off_stands_below_it(opened: Opens) -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.menu("C")
        titles = reader.titles
        await reader.until(lambda: any(title in foot(reader) for title in titles if len(title) > 40))
