"""A newcomer is shown three steps, and is rid of them for good by a key."""

from __future__ import annotations

from briefreader.ui.remembered import recall, remember
from briefreader.ui.widgets.tour_line import TourLine
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def told(reader: Reader) -> str:
    return " ".join(str(line.render()) for line in reader.main.query(TourLine))


async def try_the_first(reader: Reader) -> None:
    """Search and go to the next hit, as the first step says, until the second is told."""
    await reader.until(lambda: told(reader))
    await reader.search("kuleba")
    await reader.press("n")
    await reader.until(lambda: told(reader).startswith("2 of 3"))


async def try_the_second(reader: Reader, key: str) -> None:
    """Go to the names by a key and to one of them, until the third step is told."""
    await reader.press(key)
    await reader.until(lambda: reader.place == "sidebar" and reader.names)
    await reader.press("enter")
    await reader.until(lambda: told(reader).startswith("3 of 3"))


async def test_the_sample_opens_with_the_first_step(opened: Opens) -> None:
    remember("tour", "ended", False)
    async with opened() as reader:
        await reader.until(lambda: told(reader).startswith("1 of 3: press /"))


async def test_each_step_gives_way_to_the_next_once_it_was_tried(opened: Opens) -> None:
    remember("tour", "ended", False)
    async with opened() as reader:
        await try_the_first(reader)
        await try_the_second(reader, "tab")
        await reader.press("C")
        await reader.until(lambda: told(reader).startswith("That is the heart of it"))
        assert recall("tour")["ended"]


async def test_where_the_names_are_a_drawer_the_tour_tells_the_key_that_opens_it(opened: Opens) -> None:
    remember("tour", "ended", False)
    async with opened(size=(80, 24)) as reader:
        await try_the_first(reader)
        assert told(reader).startswith("2 of 3: press e for the names")
        await try_the_second(reader, "e")


async def test_a_tour_that_was_ended_does_not_come_back(opened: Opens) -> None:
    remember("tour", "ended", False)
    async with opened() as reader:
        await reader.until(lambda: told(reader))
        await reader.press("g", "u")
        await reader.until(lambda: not told(reader))
    async with opened() as reader:
        await reader.until(lambda: reader.article)
        assert told(reader) == ""


async def test_the_tour_can_be_had_again(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("g", "u")
        await reader.until(lambda: told(reader).startswith("1 of 3"))
