"""Help and messages are readable where room is short."""

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
