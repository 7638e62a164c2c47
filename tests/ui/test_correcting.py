"""A reader mends the names: merges, renames, hides, takes back, and adds one that was missed."""

from briefreader.model import Span
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


async def menu_of(reader: object, name: str) -> None:
    """Open the menu of corrections of a name."""
    await reader.read_names()
    await reader.press("tab")
    await reader.filter(name)
    await reader.menu("!")


def is_asked(reader: Reader, words: str) -> bool:
    """Tell whether a menu with these words above it is open; between one menu and the next none is."""
    return any(words in str(box.border_title) for box in reader.screen.query("#box"))


async def test_a_hidden_name_is_gone_from_the_sidebar_until_it_is_taken_back(opened: Opens) -> None:
    async with opened() as reader:
        await menu_of(reader, "borrell")
        await reader.choose("hide")
        await reader.until(lambda: "hide" in reader.said)
        await reader.until(lambda: not reader.names)
        assert reader.app.library.entity("person:josep-borrell") is None
        reader.app.library.corrections.undo()
        assert reader.app.library.entity("person:josep-borrell") is not None


async def test_a_name_is_renamed_as_one_types_it(opened: Opens) -> None:
    async with opened() as reader:
        await menu_of(reader, "borrell")
        await reader.choose("rename")
        await reader.until(lambda: reader.place == "dialog")
        await reader.press("ctrl+u")
        await reader.type("JB")
        await reader.press("enter")
        await reader.until(lambda: "rename" in reader.said)
        assert reader.app.library.entity("person:josep-borrell").name == "JB"


async def test_two_names_are_merged_and_parted_again(opened: Opens) -> None:
    async with opened() as reader:
        library = reader.app.library
        borrell, blinken = library.entity("Josep Borrell"), library.entity("Antony Blinken")
        await menu_of(reader, "borrell")
        await reader.choose("merge with")
        await reader.until(lambda: is_asked(reader, "same as"))
        await reader.choose("blinken")
        await reader.until(lambda: "merge" in reader.said)
        assert library.entity(blinken.id).mentions == borrell.mentions + blinken.mentions
        await reader.press("escape")
        await reader.menu("!")
        await reader.choose("undo the last")
        await reader.until(lambda: "Undone" in reader.said)
        assert library.entity(borrell.id).mentions == borrell.mentions


async def test_words_of_an_article_become_a_name(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        word = reader.article.text.split()[3]
        await reader.press("@")
        await reader.press("ctrl+u")
        await reader.type(word)
        await reader.menu("enter")
        await reader.choose("organisation")
        await reader.until(lambda: "add the mention" in reader.said)
        found = [each.text for each in reader.app.library.mentions_in(reader.article.key)]
        assert word in found


async def test_selected_words_become_a_name_where_they_stand(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        view = reader.main.desk.article
        await reader.press("w", "w")
        selected = view.selected
        await reader.press("@")
        await reader.menu("enter")
        await reader.choose("organisation")
        await reader.until(lambda: "add the mention" in reader.said)
        found = reader.app.library.mentions_in(reader.article.key)
        assert (selected.start, selected.end, "organization") in {(m.start, m.end, m.type) for m in found}


async def test_selected_words_can_be_another_name_of_somebody_known(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read_names()
        view = reader.main.desk.article
        await reader.press("w", "@", "ctrl+u")
        await reader.type("Josep Borrell")
        await reader.menu("enter")
        await reader.choose("person")
        await reader.until(lambda: "add the mention" in reader.said)
        found = {m.start: m.entity for m in reader.app.library.mentions_in(reader.article.key)}
        assert found[view.selected.start] == "person:josep-borrell"


async def test_u_takes_a_correction_back_before_an_older_note(opened: Opens) -> None:
    async with opened() as reader:
        marks = reader.app.library.marks
        marks.add_note(reader.main.desk.list.listing[0].id, Span(0, 4), "who says so?")
        await menu_of(reader, "borrell")
        await reader.choose("rename")
        await reader.until(lambda: reader.place == "dialog")
        await reader.press("ctrl+u")
        await reader.type("Borrell of Brussels")
        await reader.press("enter")
        await reader.until(lambda: reader.names == ["Borrell of Brussels"])
        assert reader.said == "Done: rename Josep Borrell to Borrell of Brussels"
        await reader.press("u")
        await reader.until(lambda: reader.said == "Undone: rename Josep Borrell to Borrell of Brussels")
        await reader.until(lambda: "Josep Borrell" in reader.names)
        assert [note.text for note in marks.notes()] == ["who says so?"]
        await reader.press("u")
        await reader.until(lambda: not marks.notes())
        assert "“who says so?”" in reader.said
