"""The sentences that an export quotes of an article."""

from __future__ import annotations

import json

from briefreader.library import Library
from briefreader.library.quoting import quoted
from briefreader.model import Article, Block, Span

TEXT = """The ferry is late

Quill waits. Brekke, whom Quill met, does not wait.
Nobody does. Quill sighs.

End"""


def article() -> Article:
    edges = [0, TEXT.index("Quill waits"), TEXT.index("\n\nEnd")]
    blocks = (Block(0, 17, "heading"), Block(edges[1], edges[2]))
    return Article(id="a", path="a.txt", title="The ferry is late", text=TEXT, paragraphs=blocks)


def places(words: str) -> list[Span]:
    return [Span(at, at + len(words)) for at in range(len(TEXT)) if TEXT.startswith(words, at)]


def test_every_match_is_quoted_with_its_whole_sentence() -> None:
    found = {span.cut(TEXT): list(matches) for span, matches in quoted(article(), places("Quill")).items()}
    quill = places("Quill")
    assert found == {
        "Quill waits.": quill[:1],
        "Brekke, whom Quill met, does not wait.": quill[1:2],
        "Quill sighs.": quill[2:],
    }


def test_two_matches_in_one_sentence_quote_it_once() -> None:
    (matches,) = quoted(article(), [*places("Brekke"), *places("whom")]).values()
    assert list(matches) == [*places("Brekke"), *places("whom")]


def test_a_match_over_two_sentences_is_quoted_with_both() -> None:
    (span,) = quoted(article(), places("wait.\nNobody"))
    assert span.cut(TEXT) == "Brekke, whom Quill met, does not wait.\nNobody does."


def test_a_match_in_no_paragraph_is_quoted_by_itself() -> None:
    (span,) = quoted(article(), places("End"))
    assert span.cut(TEXT) == "End"


def test_an_export_of_hits_holds_every_match_in_whole_sentences(library: Library) -> None:
    hits = library.search("port strike", limit=100)
    assert hits.hits
    records = json.loads(library.export(hits, "json"))["records"]
    for hit in hits.hits:
        text = library.article(hit.article.id).text
        own = [each for each in records if each["article"]["id"] == hit.article.id]
        assert sorted(tuple(at) for each in own for at in each["matches"]) == sorted(
            (match.start, match.end) for match in hit.matches
        )
        for each in own:
            assert each["passage"] == text[each["start"] : each["end"]]
            assert all(each["start"] <= start < end <= each["end"] for start, end in each["matches"])


def test_a_hit_whose_words_do_not_match_is_exported_with_its_passage(library: Library) -> None:
    hits = library.search("NOT strike", limit=3)
    assert hits.hits
    records = json.loads(library.export(hits, "json"))["records"]
    assert [each["passage"] for each in records] == [hit.snippet.text for hit in hits.hits]
    assert "matches" not in library.export(hits, "markdown")
