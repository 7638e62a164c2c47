"""A reader puts right what import made of an article, and it stays right."""

from tests.ui.conftest import Opens


async def menu(reader: object, key: str) -> None:
    """Open the article under the cursor and one of the menus on it."""
    await reader.press("enter")
    await reader.until(lambda: reader.article)
    await reader.menu(key)


async def test_a_corrected_title_is_in_the_list_and_can_be_taken_back(opened: Opens) -> None:
    async with opened() as reader:
        await menu(reader, "!")
        before = reader.article.title
        await reader.choose("title")
        await reader.until(lambda: reader.place == "dialog")
        await reader.press("ctrl+u")
        await reader.type("A better title")
        await reader.press("enter")
        await reader.until(lambda: "A better title" in reader.titles)
        await reader.until(lambda: reader.article.origins["title"] == "you")
        await reader.menu("!")
        await reader.choose("as the text has it")
        await reader.until(lambda: reader.article.title == before)
        assert reader.said == "As the text has it"


async def test_what_is_no_date_is_refused_in_a_sentence(opened: Opens) -> None:
    async with opened() as reader:
        await menu(reader, "!")
        before = reader.article.published
        await reader.choose("date")
        await reader.until(lambda: reader.place == "dialog")
        await reader.press("ctrl+u")
        await reader.type("Wednesday")
        await reader.press("enter")
        await reader.until(lambda: "is no date" in reader.said)
        assert reader.app.library.article(reader.article.key).published == before


async def test_a_passage_is_folded_for_good_and_opened_again(opened: Opens) -> None:
    async with opened() as reader:
        await menu(reader, "O")
        before = reader.article.folds
        await reader.choose("fold “")
        await reader.until(lambda: len(reader.article.folds) == len(before) + 1)
        assert "folded by you" in [fold.reason for fold in reader.article.folds]
        await reader.menu("O")
        await reader.choose("folded by you")
        await reader.until(lambda: reader.article.folds == before)
        assert reader.said == "Open for good"
