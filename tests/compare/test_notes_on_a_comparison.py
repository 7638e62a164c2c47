"""Notes written while two accounts are compared: where they stand, and what leads back to them."""

from __future__ import annotations

from briefreader.ui.contents.notebook_rows import notebook_rows
from briefreader.ui.screens.notebook import NotebookScreen
from tests.compare.comparing import CALL, REPRINT, compare, compare_at_a_link, noted, shown
from tests.ui.conftest import Opens


async def test_a_note_goes_on_both_passages(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare_at_a_link(reader)
        ids = [article.id for article in screen.linking.found.articles]
        passages = sorted(zip(ids, shown(screen), strict=True))
        assert await noted(reader, screen, "they differ") == passages


async def test_a_note_among_the_facts_holds_what_each_article_gives(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader, CALL, REPRINT)
        await reader.press("f")
        while screen.facts.stop.fact.kind != "role":
            await reader.press("j")
        values = [value.value for given in screen.facts.stop.fact.values for value in given[:1]]
        ids = [article.id for article in screen.linking.found.articles]
        quotes = dict(await noted(reader, screen, "two titles"))
        assert [value in quotes[each] for value, each in zip(values, ids, strict=True)] == [True, True]
        assert screen.facts.has_focus


async def test_the_halves_of_a_note_name_each_other_and_are_edited_and_undone_as_one(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare_at_a_link(reader)
        await noted(reader, screen, "they differ")
        marks = reader.app.library.marks
        one, other = marks.notes()
        rows = notebook_rows(reader.app.library, "differ", lambda: False)
        titles = [reader.app.library.info(each.article).title for each in (other, one)]
        assert [f"beside {title}" in row.note for title, row in zip(titles, rows, strict=True)] == [
            True,
            True,
        ]
        marks.edit_note(one.id, "they agree")
        assert [note.text for note in marks.notes()] == ["they agree", "they agree"]
        title = reader.app.library.info(one.article).title
        assert marks.undo() == f"edit the note “they differ” in “{title}”"
        assert marks.undo() == "write the note “they differ” in 2 articles"
        assert marks.notes() == []


async def test_an_exported_note_says_what_it_was_compared_with(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare_at_a_link(reader)
        await noted(reader, screen, "they differ")
        library = reader.app.library
        one, other = library.marks.notes()
        for format in ("markdown", "json", "csv", "bibtex", "csl"):
            alone = library.export([one], format)
            assert f"characters {other.start}–{other.end}" in alone, format
            assert library.info(other.article).title in alone.replace("\\", ""), format


async def test_a_note_after_going_to_a_fact_goes_on_the_link_there(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("f", "enter")
        await reader.until(lambda: screen.linking.current)
        articles = screen.linking.found.articles
        expected = [(art.id, words) for art, words in zip(articles, shown(screen), strict=True)]
        assert await noted(reader, screen, "here they differ") == sorted(expected)


async def test_a_note_at_a_fact_without_a_link_goes_on_its_sentence(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("f")
        links, alone = screen.linking.links, None
        while alone is None:
            await reader.press("j")
            stop = screen.facts.stop
            if stop.fact and not links.joining(stop.article, stop.span, None):
                alone = stop
        await reader.press("enter")
        await reader.until(lambda: any(screen.linking.at_fact))
        article = screen.linking.found.articles[alone.article]
        sentence = links.sentence(alone.article, alone.span).cut(article.text)
        assert alone.span.cut(article.text) in sentence
        assert (article.id, sentence) in await noted(reader, screen, "alone")


async def test_where_no_note_can_be_written_the_screen_says_what_helps(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press("a")
        assert screen.status.message == "Note: go to a link (n) or to a fact (f) first"


async def test_a_note_chosen_in_the_notebook_is_read_in_the_article(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare_at_a_link(reader)
        await noted(reader, screen, "they differ")
        await reader.press("g", "n")
        await reader.until(lambda: isinstance(reader.screen, NotebookScreen) and reader.screen.rows.count)
        chosen = reader.screen.rows.choice.value
        await reader.press("enter")
        await reader.until(lambda: reader.screen is reader.main and reader.article)
        assert reader.article.id == chosen.article


async def test_a_quote_takes_both_passages_of_a_link_and_else_the_sentence_in_sight(opened: Opens) -> None:
    async with opened() as reader:
        screen = await compare(reader)
        await reader.press('"')
        await reader.until(lambda: screen.status.message == "Collected the sentence as a quote")
        (alone,) = reader.app.library.marks.notes()
        assert alone.article == screen.linking.found.articles[0].id
        assert len(alone.quote.split()) > 2
        await reader.press("n", '"')
        await reader.until(lambda: screen.status.message == "Collected both passages as quotes")
        assert {note.quote for note in reader.app.library.marks.notes()} >= set(shown(screen))
