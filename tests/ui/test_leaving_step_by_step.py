"""The key to leave takes back what the list is narrowed to first; Escape undoes a facet before its query."""

from textual.events import Paste

from tests.ui.conftest import Opens
from tests.ui.reader import Reader


async def narrowed(reader: Reader) -> tuple[int, int]:
    """Search, narrow by a facet in the article; return how many were found before and after that."""
    await reader.search("kuleba")
    before = len(reader.titles)
    await reader.menu("F")
    await reader.choose("source:")
    await reader.until(lambda: "source:" in reader.main.listing.scope.query and reader.place == "list")
    await reader.until(lambda: reader.main.listing.found.scope == reader.main.listing.scope)
    return before, len(reader.titles)


async def test_a_facet_is_chosen_in_the_article_and_undone_before_the_query(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        before, after = await narrowed(reader)
        assert after < before < everything
        await reader.press("escape")
        await reader.until(lambda: len(reader.titles) == before)
        assert reader.main.listing.scope.query == "kuleba"
        await reader.press("escape")
        await reader.until(lambda: len(reader.titles) == everything)


async def test_a_search_typed_anew_after_a_facet_is_ended_as_a_whole(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await narrowed(reader)
        await reader.search("borrell")
        await reader.press("escape", "escape")
        await reader.until(lambda: len(reader.titles) == everything)
        assert reader.main.listing.scope.query == ""


async def test_the_search_in_force_is_saved_from_within_the_article(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
        assert reader.place == "article"
        await reader.press("f7")
        await reader.until(lambda: reader.place == "dialog")
        await reader.type("calls")
        await reader.press("enter")
        await reader.until(lambda: reader.said == "Saved as calls")


async def test_a_function_key_without_a_use_says_so(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("f12")
        assert "does nothing here" in reader.said


async def test_the_key_to_leave_undoes_selection_and_search_and_leaves_at_last(opened: Opens) -> None:
    async with opened() as reader:
        everything = len(reader.titles)
        await reader.search("kuleba")
        await reader.press("tab", "tab")
        await reader.until(lambda: reader.place == "list")
        await reader.press("x", "q")
        await reader.until(lambda: not reader.main.desk.list.selected)
        await reader.press("q")
        await reader.until(lambda: len(reader.titles) == everything)
        assert reader.app.is_running
        await reader.press("q")
        assert reader.app.return_code == 0


async def test_quitting_at_once_passes_over_what_is_narrowed(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
        await reader.press("Q")
        assert reader.app.return_code == 0


async def test_a_menu_says_at_the_foot_what_can_be_done_in_it(opened: Opens) -> None:
    async with opened() as reader:
        for key in ("?", "T", "F"):
            await reader.menu(key)
            titles = [title for _key, title in reader.screen.query_one("StatusBar").hints]
            assert titles == ["Choose", "Cancel", "Move", "Narrow"]
            await reader.press("escape")
            await reader.until(lambda: reader.screen is reader.main)


async def test_a_note_of_several_pasted_lines_keeps_them_all(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await reader.press("a")
        await reader.until(lambda: reader.place == "dialog")
        reader.app.post_message(Paste("first line\n  second line\n"))
        await reader.until(lambda: reader.main.prompting.text == "first line second line")


async def test_a_word_in_a_name_is_listed_as_a_word_and_a_whole_name_as_a_name(opened: Opens) -> None:
    async with opened() as reader:
        for typed, begins in (
            ("security", "words security · "),
            ("Josep Borrell", "Josep Borrell, a person · "),
        ):
            await reader.press("g", "k")
            await reader.until(lambda: reader.place == "dialog")
            await reader.type(typed)
            await reader.press("enter")
            await reader.until(lambda: getattr(reader.screen, "lines", None))
            title = str(reader.screen.rows.border_title)
            assert title.startswith(begins)
            await reader.press("escape")
            await reader.until(lambda: reader.screen is reader.main)
