"""A reader selects sentences and words by keys, notes what is selected, and finds by expressions."""

from tests.ui.conftest import Opens
from tests.ui.reader import Reader


def selected(reader: Reader) -> str:
    view = reader.main.desk.article
    return view.selected.cut(view.text) if view.selected else ""


async def at_search(reader: Reader, words: str) -> None:
    """Open the first hit of a search."""
    await reader.press("slash")
    await reader.type(words)
    await reader.until(lambda: reader.main.listing.scope.query == words and reader.main.listing.found.hits)
    await reader.press("enter", "enter")
    await reader.until(lambda: reader.landed)


async def test_a_sentence_is_selected_and_grows_and_shrinks(opened: Opens) -> None:
    async with opened() as reader:
        await at_search(reader, "guarantees")
        await reader.press("x")
        sentence = selected(reader)
        assert "guarantees" in sentence
        await reader.press("x")
        assert selected(reader).startswith(sentence)
        assert len(selected(reader)) > len(sentence)
        await reader.press("X")
        assert selected(reader) == sentence


async def test_words_are_added_at_the_other_end_too(opened: Opens) -> None:
    async with opened() as reader:
        await at_search(reader, "guarantees")
        await reader.press("w")
        word = selected(reader)
        await reader.press("w", "w", "^", "w")
        assert len(selected(reader).split()) == 4
        assert selected(reader).split()[1].startswith(word)


async def test_a_note_is_written_on_what_is_selected(opened: Opens) -> None:
    async with opened() as reader:
        await at_search(reader, "guarantees")
        await reader.press("x", "a")
        await reader.type("mind this")
        words = selected(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.main.desk.library.marks.notes())
        assert [note.quote for note in reader.main.desk.library.marks.notes()] == [words]


async def test_escape_drops_the_selection_before_anything_else(opened: Opens) -> None:
    async with opened() as reader:
        await at_search(reader, "guarantees")
        await reader.press("x", "escape")
        assert selected(reader) == ""
        assert reader.main.listing.scope.query


async def test_an_expression_finds_in_the_article_and_a_half_typed_one_only_says_so(opened: Opens) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await reader.until(lambda: reader.article)
        await reader.press("f")
        await reader.type("/(the")
        await reader.until(
            lambda: "no regular expression" in str(reader.main.crew.line.query_one(".remark").render())
        )
        await reader.type("|The)")
        await reader.until(lambda: (reader.lit or "").lower() == "the")
