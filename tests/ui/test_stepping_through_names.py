"""A reader steps from name to name in the text, and the names beside it go along."""

from briefreader.model import Span
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def mentions(reader: Reader) -> list[Span]:
    found = reader.main.desk.library.mentions_in(reader.article.id)
    return [Span(mention.start, mention.end) for mention in found]


def name_at_hand(reader: Reader) -> str | None:
    entity = reader.main.desk.sidebar.entity
    return entity.id if entity else None


def name_stepped_to(reader: Reader) -> str | None:
    current = reader.main.desk.article.current
    found = reader.main.desk.library.mentions_in(reader.article.id)
    return next(each.entity for each in found if Span(each.start, each.end) == current)


async def test_the_cursor_among_the_names_goes_along_with_the_name_stepped_to(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        seen = set()
        for _ in range(4):
            await reader.press("m")
            assert name_at_hand(reader) == name_stepped_to(reader)
            assert reader.place == "article"
            seen.add(name_at_hand(reader))
        assert len(seen) > 1


async def test_the_cursor_goes_along_with_a_jump_to_a_label(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        await reader.press(";")
        view = reader.main.desk.article
        await reader.until(lambda: view.labels)
        await reader.type(list(view.labels.values())[-1])
        await reader.until(lambda: view.current)
        assert name_at_hand(reader) == name_stepped_to(reader)
        assert reader.place == "article"


async def test_m_goes_on_in_the_next_article_with_what_is_left_of_its_count(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        first, here = reader.article, mentions(reader)
        await reader.press(*str(len(here) + 2), "m")
        await reader.until(lambda: reader.article != first)
        there = mentions(reader)
        assert reader.main.desk.article.current == there[1]
        assert reader.main.desk.list.cursor == 1
        await reader.until(lambda: name_at_hand(reader) == name_stepped_to(reader))
        await reader.press("2", "M")
        await reader.until(lambda: reader.article == first)
        assert reader.main.desk.article.current == here[-1]


async def test_m_pressed_again_before_the_names_are_here_is_not_lost(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        first, here = reader.article, mentions(reader)
        await reader.press(*str(len(here)), "m")
        await reader.press("m", "m", "m")
        await reader.until(lambda: reader.article != first and reader.lit)
        there = mentions(reader)
        await reader.until(lambda: reader.main.desk.article.current == there[2])


async def test_there_is_no_name_beyond_the_last_article(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("G")
        await reader.read_names()
        here = mentions(reader)
        await reader.press("9", "9", "9", "m")
        await reader.until(lambda: reader.said == "No further name")
        assert reader.main.desk.article.current == here[-1]
