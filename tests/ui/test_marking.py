"""A reader marks, notes and quotes, and takes it back."""

from briefreader.model import Span
from tests.ui.conftest import Opens


async def test_opening_an_article_marks_it_as_read_and_previewing_does_not(opened: Opens) -> None:
    async with opened() as reader:
        await reader.until(lambda: reader.article)
        first = reader.main.desk.list.article
        assert not reader.main.marked.of(first).read
        await reader.press("enter")
        await reader.until(lambda: reader.main.marked.of(first).read)


async def test_a_star_is_given_taken_and_taken_back(opened: Opens) -> None:
    async with opened() as reader:
        first = reader.main.desk.list.article
        await reader.press("*")
        await reader.until(lambda: reader.main.marked.of(first).starred)
        await reader.press("u")
        await reader.until(lambda: not reader.main.marked.of(first).starred)
        assert reader.said.startswith("Undone")
        await reader.press("ctrl+r")
        await reader.until(lambda: reader.main.marked.of(first).starred)


async def test_a_tag_goes_to_all_that_is_selected(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("x", "x", "t")
        await reader.type("treaty")
        await reader.press("enter")
        both = [reader.main.desk.list.article_at(row) for row in (0, 1)]
        await reader.until(lambda: all(reader.main.marked.of(each).tags == ("treaty",) for each in both))


async def test_a_bad_tag_is_told_in_one_line(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("t")
        await reader.type("a:b")
        await reader.press("enter")
        await reader.until(lambda: "tag" in reader.said)


async def test_a_note_is_written_to_the_sentence_of_the_hit_and_found_in_the_notebook(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("kuleba")
        await reader.press("enter")
        await reader.until(lambda: reader.lit)
        hit, article = reader.main.desk.article.current, reader.article
        await reader.press("a")
        await reader.type("who called whom?")
        await reader.press("enter")
        await reader.until(lambda: reader.app.library.marks.notes())
        (note,) = reader.app.library.marks.notes()
        assert note.text == "who called whom?"
        assert note.start <= hit.start < hit.end <= note.end
        assert note.quote == article.text[note.start : note.end]
        assert note.quote.count(" ") > 3
        await reader.press("g", "n")
        await reader.until(lambda: reader.screen.context == "notebook" and reader.screen.rows.count == 1)
        await reader.press("enter")
        await reader.until(lambda: len(reader.app.screen_stack) == 1)
        await reader.until(lambda: reader.main.desk.article.current == Span(note.start, note.end))
        assert reader.article.id == article.id


async def test_a_note_is_edited_deleted_and_brought_back_in_the_notebook(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.article)
        await reader.press("a")
        await reader.type("first words")
        await reader.press("enter")
        await reader.until(lambda: reader.app.library.marks.notes())
        await reader.press("g", "n")
        await reader.until(lambda: reader.screen.context == "notebook" and reader.screen.rows.count == 1)
        await reader.press("a")
        await reader.type(" and more")
        await reader.press("enter")
        await reader.until(lambda: reader.app.library.marks.notes()[0].text == "first words and more")
        await reader.press("D")
        await reader.until(lambda: not reader.app.library.marks.notes())
        await reader.press("u")
        await reader.until(lambda: reader.app.library.marks.notes())


async def test_back_and_forward_lead_along_the_jumps(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.article)
        first = reader.article.id
        await reader.press("J")
        await reader.until(lambda: reader.article.id != first)
        second = reader.article.id
        await reader.press("[")
        await reader.until(lambda: reader.article.id == first)
        await reader.press("]")
        await reader.until(lambda: reader.article.id == second)


async def test_the_place_in_an_article_is_kept_until_the_next_time(opened: Opens) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.article)
        await reader.press("space")
        place, first = reader.main.desk.article.place, reader.article.id
        assert place > 0
        await reader.press("J")
        await reader.until(lambda: reader.article.id != first)
        await reader.press("K")
        await reader.until(lambda: reader.article.id == first)
        assert reader.main.desk.article.place == place


async def test_the_notebook_is_filtered_as_one_types_and_says_where_nothing_fits(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.article and reader.place == "article")
        await reader.press("a")
        await reader.type("ask the desk")
        await reader.press("enter")
        await reader.until(lambda: reader.main.desk.article.highlights["note"].spans)
        await reader.press("g", "n")
        await reader.until(lambda: reader.screen.context == "notebook" and reader.screen.rows.count == 1)
        await reader.press("f")
        await reader.type("deskx")
        await reader.until(lambda: reader.screen.rows.count == 0)
        assert reader.screen.rows.empty_text == "No note has “deskx” in it"
        await reader.press("backspace")
        await reader.until(lambda: reader.screen.rows.count == 1)
