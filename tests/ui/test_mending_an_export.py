"""An export that fails asks again, with the name that was typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefreader.ui.contents.citation import citation
from tests.ui.conftest import Opens


async def test_a_name_that_is_taken_can_be_mended_where_it_was_typed(opened: Opens, tmp_path: Path) -> None:
    taken = tmp_path / "list.md"
    taken.write_text("mine")
    async with opened() as reader:
        await reader.press("E")
        await reader.type(str(taken))
        await reader.press("enter")
        await reader.until(lambda: "is there already" in reader.main.desk.status.message)
        assert reader.main.prompting.question
        await reader.press("backspace", "backspace")
        await reader.type("csv")
        await reader.press("enter")
        await reader.until((tmp_path / "list.csv").exists)
        assert taken.read_text() == "mine"


async def test_a_quote_takes_the_sentence_that_a_note_would_stand_on(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("Borrell")
        await reader.until(lambda: reader.place == "article" and reader.article)
        meant = reader.main.opening.sight.sentence().cut(reader.article.text)
        await reader.press('"')
        await reader.until(reader.app.library.marks.notes)
        assert [note.quote for note in reader.app.library.marks.notes()] == [meant]
        assert "the sentence" in reader.main.desk.status.message


async def test_an_article_without_a_title_is_cited_by_its_file(opened: Opens) -> None:
    async with opened() as reader:
        article = reader.app.library.article(reader.app.library.listing()[0].id)
        untitled = replace(article, origins={**article.origins, "title": "first sentence"})
        assert f"“{article.title}”" in citation(article)
        assert article.title not in citation(untitled)
        assert article.path.rpartition("/")[2] in citation(untitled)
