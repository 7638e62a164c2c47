"""Finding words in the article that is open, as one types."""

from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def remark(reader: Reader) -> str:
    return str(reader.screen.query_one("#prompt .remark").visual)


async def open_first(reader: Reader) -> None:
    await reader.press("enter")
    await reader.until(lambda: reader.article and reader.place == "article")


async def find(reader: Reader, words: str) -> None:
    await reader.press("f")
    await reader.type(words)


async def test_finds_are_counted_while_one_types(opened: Opens) -> None:
    async with opened() as reader:
        await open_first(reader)
        await find(reader, "the")
        await reader.until(lambda: remark(reader).startswith("1 of "))
        assert reader.lit
        assert reader.lit.casefold() == "the"


async def test_words_that_are_not_there_say_so_and_lead_nowhere(opened: Opens) -> None:
    async with opened() as reader:
        await open_first(reader)
        before = reader.main.desk.article.place
        await find(reader, "europex")
        await reader.until(lambda: remark(reader) == "not found")
        assert reader.main.desk.article.place == before
        assert reader.lit is None


async def test_what_is_wrong_with_an_expression_is_said_beside_it(opened: Opens) -> None:
    async with opened() as reader:
        await open_first(reader)
        await find(reader, "/(the")
        await reader.until(lambda: "no regular expression" in remark(reader))


async def test_the_footer_offers_no_search_keys_while_words_are_found(opened: Opens) -> None:
    async with opened() as reader:
        await open_first(reader)
        await find(reader, "the")
        assert "Keep" in reader.hints
        assert "Narrow" not in reader.hints
