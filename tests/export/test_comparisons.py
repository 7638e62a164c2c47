"""A comparison that is handed on: what differs, pairs of passages, and the notes where they belong."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from briefreader import Library, export
from briefreader.export.comparisons import handed_on
from briefreader.model import Comparison, Note, Span

CALL, REPRINT, DRAFTS = (
    "2021-12-22-lanternfield-call.md",
    "2021-12-22-quillmark-call.txt",
    "2021-12-17-lanternfield-two-drafts.md",
)
_QUOTED = re.compile(r"^> \*\*([A-Z])\*\* \[(\d+)–(\d+)\] (.*)$", re.MULTILINE)


def note(found: Comparison, account: int, place: Span, text: str) -> Note:
    article = found.articles[account]
    return Note(account + 1, article.id, place.start, place.end, place.cut(article.text), text, "2031-03-04")


def section(text: str, heading: str) -> str:
    return re.split(rf"^## {heading} \(\d+\)$", text, flags=re.MULTILINE)[1].partition("\n## ")[0]


def test_a_title_names_all_accounts_and_a_table_what_differs(sample: Library) -> None:
    found = sample.compare(CALL, REPRINT)
    text = export.handed_on(found)
    for letter, article in zip("AB", found.articles, strict=True):
        assert article.path in text.partition("\n## ")[0]
        assert f"- **{letter}** {article.title}" in text
    rows = section(text, "Differs")
    assert "| what | A says | B says |" in rows
    assert re.search(r"\| role: Josep Borrell \| EU's foreign policy chief \[[\d–]+\] \| EU's High", rows)


def test_both_passages_of_a_link_stand_together_under_its_number_without_machine_words(
    sample: Library,
) -> None:
    found = sample.compare(CALL, REPRINT)
    pairs = section(export.handed_on(found), "Word for word")
    letters = [letter for letter, *_ in _QUOTED.findall(pairs)]
    assert letters == ["A", "B"] * (len(letters) // 2)
    assert pairs.count("**Link ") * 2 == len(letters) > 0
    assert not re.search(r"score|\bkey\b|\bweak\b|verbatim", pairs)


def test_links_bear_the_numbers_of_the_screen(sample: Library) -> None:
    found = sample.compare(CALL, DRAFTS)
    places = [link.a for link in found.numbered]
    assert places == sorted(places)
    records = json.loads(sample.export(found, "json"))["records"]
    scores = {each["key"]: each["score"] for each in records if each["kind"] == "link"}
    assert list(scores.values()) == [round(link.score, 4) for link in found.numbered]


def test_three_accounts_are_named_at_each_pair(sample: Library) -> None:
    found = sample.compare(CALL, REPRINT, DRAFTS)
    text = export.handed_on(found)
    assert "| what | A says | B says | C says |" in text
    assert re.search(r"^\*\*Link \d+\*\*, A and B", text, re.MULTILINE)


def test_a_note_stands_under_the_link_and_the_differing_fact_it_was_written_to(sample: Library) -> None:
    found = sample.compare(CALL, REPRINT)
    link = found.numbered[0]
    ends = [found.units[0][link.a[0]], found.units[1][link.b[0]]]
    written = [[note(found, n, Span(unit.start, unit.end), "two | titles") for n, unit in enumerate(ends)]]
    text = handed_on(found, written)
    pair = section(text, "Word for word").partition("**Link 2**")[0]
    assert pair.rstrip().endswith("Note on A and B: two \\| titles")
    rows = section(text, "Differs").split("\n")
    borrell = next(n for n, row in enumerate(rows) if row.startswith("| role: Josep Borrell"))
    assert rows[borrell + 1] == "| Note on A and B | two \\| titles | |"
    noted = [each for each in export.of_comparison(found, written) if each.note]
    assert {each.details["kind"] for each in noted} >= {"link", "role"}


def test_a_note_beside_all_links_and_facts_is_not_lost_and_a_quote_says_nothing(sample: Library) -> None:
    found = sample.compare(CALL, REPRINT)
    text = handed_on(
        found,
        [
            [note(found, 0, Span(0, 2), "an odd beginning")],
            [note(found, 0, Span(2, 4), "")],
        ],
    )
    assert text.rstrip().endswith("## Other notes\n\nNote on A: an odd beginning\n(A [0–2])")
    assert text.count("Note on") == 1


def test_every_quote_of_every_export_is_what_stands_at_its_span(sample: Library) -> None:
    """The law of one coordinate system, over all pairs of a collection and every kind of export."""
    paths = sorted(info.path for info in sample.listing())
    for info in sample.listing()[:3]:
        sample.marks.add_notes([(info.id, Span(40, 90))], "look here")
    given = [sample.compare(one, other) for one, other in pairwise(paths)]
    given += [sample.search("kuleba OR russia", limit=50), sample.mentions("Borrell"), sample.marks.notes()]
    for items in given:
        for record in json.loads(sample.export(items, "json"))["records"]:
            text = sample.article(record["article"]["id"]).text
            assert record["passage"] == text[record["start"] : record["end"]]


def test_every_quote_of_what_is_handed_on_stands_at_its_place(sample: Library) -> None:
    paths = sorted(info.path for info in sample.listing())
    for one, other in pairwise(paths):
        found = sample.compare(one, other)
        text = sample.export(found, "markdown")
        quoted = _QUOTED.findall(text)
        assert len(quoted) == 2 * len(found.links)
        for letter, start, end, words in quoted:
            own = found.articles["AB".index(letter)].text[int(start) : int(end)]
            assert words == export.escaping.plain(own)


def test_a_role_is_found_where_its_words_stand(sample: Library) -> None:
    found = sample.compare(CALL, REPRINT)
    roles = [fact for fact in found.facts if fact.kind == "role"]
    assert roles
    for fact in roles:
        for article, values in zip(found.articles, fact.values, strict=True):
            for value in values:
                assert " ".join(value.cut(article.text).split()) == value.value
