"""A reader marks, notes and quotes, and takes it back."""

import json
from pathlib import Path

from briefreader import Library
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
        both = [reader.main.desk.list.listing[row] for row in (0, 1)]
        await reader.until(lambda: all(reader.main.marked.of(each).tags == ("treaty",) for each in both))


async def test_a_count_selects_so_many_articles_and_lets_go_of_so_many(opened: Opens) -> None:
    async with opened() as reader:
        rows = reader.main.desk.list
        await reader.press("j", "3", "x")
        assert rows.selected == {rows.listing[row].id for row in (1, 2, 3)}
        assert rows.cursor == 4
        await reader.press("k", "k", "9", "9", "x")
        assert rows.selected == {rows.listing[1].id}
        assert rows.cursor == len(rows.listing) - 1


async def test_a_selection_is_turned_round_and_let_go_of(opened: Opens) -> None:
    async with opened() as reader:
        rows, everything = reader.main.desk.list, {article.id for article in reader.main.desk.list.listing}
        await reader.press("2", "x")
        chosen = rows.selected
        await reader.press("I")
        await reader.until(lambda: rows.selected != chosen)
        assert rows.selected == everything - chosen
        await reader.press("I")
        await reader.until(lambda: rows.selected == chosen)
        await reader.press("X")
        assert not rows.selected


async def test_turning_round_what_is_listed_leaves_what_is_selected_elsewhere(opened: Opens) -> None:
    async with opened() as reader:
        rows = reader.main.desk.list
        everything = len(reader.titles)
        source = rows.article.source
        await reader.press("x")
        chosen = rows.selected
        await reader.filter(next(each.source for each in rows.listing if each.source != source))
        await reader.until(lambda: reader.place == "list" and len(reader.titles) < everything)
        await reader.press("I")
        await reader.until(lambda: rows.selected != chosen)
        assert rows.selected == chosen | {article.id for article in rows.listing}


async def test_no_tag_at_all_changes_nothing_and_claims_nothing(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("2", "x", "t", "enter")
        assert reader.said == ""
        await reader.press("u")
        await reader.until(lambda: reader.said == "Nothing to undo")


async def test_a_bad_tag_is_told_in_one_line(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("t")
        await reader.type("a:b")
        await reader.press("enter")
        await reader.until(lambda: "tag" in reader.said)


async def test_a_note_is_written_to_the_sentence_of_the_hit_and_found_in_the_notebook(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
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
        await reader.read()
        await reader.press("a")
        await reader.type("ask the desk")
        await reader.press("enter")
        await reader.until(lambda: reader.main.desk.article.highlights["note"].spans)
        await reader.press("g", "n")
        await reader.until(lambda: reader.screen.context == "notebook" and reader.screen.rows.count == 1)
        await reader.press("f")
        await reader.type("deskx")
        await reader.until(lambda: reader.screen.rows.count == 0)
        assert reader.screen.rows.empty_text == "Nothing here has “deskx” in it"
        await reader.press("backspace")
        await reader.until(lambda: reader.screen.rows.count == 1)


async def test_marking_all_that_is_listed_says_of_how_many_and_is_undone_as_one(opened: Opens) -> None:
    async with opened() as reader:
        count = len(reader.titles)
        await reader.press("X")
        await reader.until(lambda: str(reader.main.desk.list.border_subtitle) == f"{count} selected")
        await reader.press("t")
        await reader.type("sea treaty")
        await reader.press("enter")
        await reader.until(lambda: reader.said == f"Tagged: {count} articles")
        await reader.press("r")
        await reader.until(lambda: reader.said == f"Read: {count} articles")
        listed = list(reader.main.desk.list.listing)
        assert all(reader.main.marked.of(each).tags == ("sea", "treaty") for each in listed)
        assert all(reader.main.marked.of(each).read for each in listed)
        await reader.press("u", "u")
        await reader.until(lambda: reader.said == f"Undone: tag {count} articles sea, treaty")
        assert all(not reader.main.marked.of(each).tags for each in listed)
        await reader.press("X")
        assert str(reader.main.desk.list.border_subtitle or "") == ""


async def test_the_notebook_leads_to_what_is_starred_or_tagged(opened: Opens) -> None:
    async with opened() as reader:
        starred = reader.main.desk.list.listing[1]
        await reader.press("j", "*")
        await reader.until(lambda: reader.main.marked.of(starred).starred)
        await reader.press("j", "t")
        await reader.type("later")
        await reader.press("enter", "g", "n")
        await reader.until(lambda: reader.screen.context == "notebook" and reader.screen.rows.count == 2)
        await reader.press("f")
        await reader.type("later")
        await reader.press("enter")
        await reader.until(lambda: reader.screen.rows.count == 1)
        await reader.press("escape")
        await reader.until(lambda: reader.screen.rows.count == 2)
        await reader.press("enter")
        await reader.until(lambda: reader.article and reader.article.id == starred.id)
        assert reader.place == "article"


async def test_the_notebook_exports_notes_and_marked_articles_and_says_what_it_took_back(
    opened: Opens, tmp_path: Path
) -> None:
    async with opened() as reader:
        await reader.press("*", "j", "enter")
        await reader.until(lambda: reader.place == "article" and reader.article)
        await reader.press("a")
        await reader.type("see the desk")
        await reader.press("enter", "g", "n")
        await reader.until(lambda: reader.screen.context == "notebook" and reader.screen.rows.count == 2)
        await reader.press("E")
        target = tmp_path / "notes.json"
        await reader.type(str(target))
        await reader.press("enter")
        await reader.until(target.exists)
        note, starred = json.loads(target.read_text())["records"]
        assert (note["note"], note["start"] < note["end"]) == ("see the desk", True)
        assert starred["article"]["title"] == reader.titles[0]
        await reader.press("u")
        await reader.until(lambda: "Undone: write the note “see the desk”" in reader.screen.status.message)


async def test_a_step_of_an_earlier_session_is_named_before_it_is_undone(opened: Opens) -> None:
    async with opened() as reader:
        first = reader.main.desk.list.article
        with Library.open(*reader.app.library.collection.roots) as earlier:
            earlier.marks.set_starred([first.id], True)
        await reader.press("u")
        await reader.until(lambda: "again undoes what you did earlier, on" in reader.said)
        assert f"star: “{first.title[:20]}" in reader.said
        assert reader.app.library.marks.of(first.id).starred
        await reader.press("u")
        await reader.until(lambda: reader.said.startswith("Undone: star"))
        assert not reader.app.library.marks.of(first.id).starred


async def test_opening_an_article_is_no_step_and_the_star_before_it_is_undone(opened: Opens) -> None:
    async with opened() as reader:
        first = reader.main.desk.list.article
        await reader.press("*", "enter")
        await reader.until(lambda: reader.app.library.marks.of(first.id).read)
        assert reader.app.library.marks.of(first.id).starred
        await reader.press("u")
        await reader.until(lambda: reader.said.startswith("Undone: star"))
        assert reader.app.library.marks.of(first.id).read
