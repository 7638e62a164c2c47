"""A reader jumps about: list, status bar and keys stay with the article shown; back is exactly back."""

from tests.ui.conftest import Opens
from tests.ui.reader import Reader


async def jump_to_the_last_line_in_context(reader: Reader) -> str:
    """Go to the last place that the concordance lists; return the id of its article."""
    await reader.press("g", "k")
    await reader.until(lambda: getattr(reader.screen, "lines", None))
    await reader.press("G")
    wanted = str(reader.screen.rows.occurrence.article.id)
    await reader.press("enter")
    await reader.until(lambda: reader.article and reader.article.id == wanted)
    return wanted


def under_the_cursor(reader: Reader) -> str:
    chosen = reader.main.desk.list.article
    assert chosen is not None
    return chosen.id


async def test_the_list_goes_along_with_a_jump_from_the_concordance_and_back(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        first = reader.article.id
        wanted = await jump_to_the_last_line_in_context(reader)
        assert wanted != first
        await reader.until(lambda: under_the_cursor(reader) == wanted)
        await reader.press("[")
        await reader.until(lambda: reader.article.id == first)
        await reader.until(lambda: under_the_cursor(reader) == first)


async def test_back_brings_the_same_line_to_the_top_the_same_hit_and_its_number(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.search("borrell")
        await reader.press("n", "n", "j")
        view, status = reader.main.desk.article, reader.main.desk.status
        first, place, current, where = reader.article.id, view.place, view.current, status.where
        assert where.startswith("hit 3/")
        wanted = await jump_to_the_last_line_in_context(reader)
        assert wanted != first
        await reader.press("[")
        await reader.until(lambda: reader.article.id == first)
        await reader.until(lambda: status.where == where)
        assert (view.place, view.current) == (place, current)


async def test_a_star_goes_to_the_article_that_is_read_also_with_the_list_hidden(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        wanted = await jump_to_the_last_line_in_context(reader)
        await reader.press("f3")
        await reader.press("*")
        await reader.until(lambda: reader.app.library.marks.of(wanted).starred)


async def test_the_list_finds_what_is_read_again_when_a_search_ends(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("borrell")
        wanted = await jump_to_the_last_line_in_context(reader)
        await reader.press("g", "slash")
        await reader.until(lambda: not reader.main.listing.scope.query)
        await reader.until(lambda: under_the_cursor(reader) == wanted)
