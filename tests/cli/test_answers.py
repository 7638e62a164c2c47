"""What the subcommands print of the sample: the JSON of the contract, and its exit statuses."""

from __future__ import annotations

from typing import Any

import pytest

from briefreader.cli.compare import _print_fact
from briefreader.model import Fact, FactValue
from tests.cli.conftest import SAMPLE, Program

ARTICLE = {"id", "path", "title", "source", "author", "published", "url", "language", "words"}
CALLS = ("2021-12-22-lanternfield-call.md", "2021-12-22-quillmark-call.txt")


def cut(text: str, span: list[int]) -> str:
    return text[span[0] : span[1]]


def test_every_match_of_a_search_reads_the_words_in_the_article_shown(sample: Program) -> None:
    found = sample.json("-c", str(SAMPLE), "search", '"security guarantees"')
    assert set(found) == {"version", "query", "total", "took_ms", "hits"}
    assert found["total"] == len(found["hits"]) > 1
    for hit in found["hits"]:
        assert set(hit) == {"article", "score", "matches", "snippet"}
        assert set(hit["article"]) == ARTICLE
        text = sample.json("show", hit["article"]["id"])["text"]
        assert {" ".join(cut(text, span).lower().split()) for span in hit["matches"]} == {
            "security guarantees"
        }
        snippet = hit["snippet"]
        assert text.startswith(snippet["text"], snippet["start"])
        lit = {cut(snippet["text"], span).lower() for span in snippet["highlights"]}
        assert {" ".join(words.split()) for words in lit} == {"security guarantees"}


def test_a_search_gives_as_many_hits_as_asked_for_and_says_how_many_there_are(sample: Program) -> None:
    found = sample.json("search", "Borrell", "--limit", "2")
    assert len(found["hits"]) == 2 < found["total"]


def test_a_search_by_date_puts_the_newest_first(sample: Program) -> None:
    hits = sample.json("search", "Borrell", "--sort", "date")["hits"]
    days = [hit["article"]["published"][:10] for hit in hits if hit["article"]["published"]]
    assert days == sorted(days, reverse=True)


def test_a_search_for_people_prints_lines_with_path_and_words(sample: Program) -> None:
    done = sample("search", "bystander")
    assert done.returncode == 0
    assert "2022-01-05-nordhaven-spectator.html" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr.endswith("1 found in " + done.stderr.rsplit("1 found in ", 1)[1])


def test_a_search_without_hits_ends_with_1(sample: Program) -> None:
    done = sample("search", "zeppelin", "--json")
    assert (done.returncode, '"total": 0' in done.stdout) == (1, True)


def test_a_wrong_query_ends_with_2_and_says_what_is_wrong(sample: Program) -> None:
    done = sample("search", "date:tomorrowish")
    assert done.returncode == 2
    assert "tomorrowish" in done.stderr


def test_an_article_is_shown_with_paragraphs_folds_and_mentions(sample: Program) -> None:
    shown = sample.json("show", "2022-01-05-nordhaven-spectator.html")
    assert set(shown) == {"version", "article", "text", "paragraphs", "folds", "mentions"}
    text = shown["text"]
    assert all(set(fold) == {"start", "end", "reason"} for fold in shown["folds"])
    assert all(cut(text, span).strip() for span in shown["paragraphs"])
    for mention in shown["mentions"]:
        assert set(mention) == {"start", "end", "text", "type", "entity"}
        assert cut(text, [mention["start"], mention["end"]]) == mention["text"]
        assert mention["type"] in ("person", "organization", "location", "misc")
    assert "Josep Borrell" in {mention["text"] for mention in shown["mentions"]}


def test_what_is_folded_is_named_and_can_be_unfolded(sample: Program) -> None:
    name = CALLS[0]
    folds = sample.json("show", name)["folds"]
    assert folds
    assert f"folded: {folds[0]['reason']}" in sample("show", name).stdout
    assert "folded:" not in sample("show", name, "--folds").stdout


def test_an_unknown_article_ends_with_1_and_one_line(sample: Program) -> None:
    done = sample("show", "nobody.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "nobody.txt" in done.stderr


def test_an_article_comes_from_standard_input(sample: Program) -> None:
    shown = sample.json("show", "-", stdin="Ottilie Brandt spoke in Oslo. The town of Oslo was quiet.")
    assert shown["article"]["id"] == "-"
    assert "Ottilie Brandt" in {mention["text"] for mention in shown["mentions"]}
    empty = sample("show", "-", stdin="  \n")
    assert (empty.returncode, "empty" in empty.stderr) == (3, True)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_front_matter_on_standard_input_is_read_as_in_a_file(sample: Program, mark: str) -> None:
    front = "---\ntitle: The call\nsource: Own Wire\ndate: 2021-12-22\n---\n"
    text = "Josep Borrell spoke with Antony Blinken on Wednesday.\n"
    shown = sample.json("show", "-", stdin=f"{mark}{front}\n{text}")["article"]
    read = [shown[name] for name in ("title", "source", "published")]
    assert read == ["The call", "Own Wire", "2021-12-22"]
    compared = sample.json("compare", "-", "2021-12-22-quillmark-call.txt", stdin=front + text)
    assert [unit["start"] for unit in compared["units"][0]] == [len(front)]


def test_a_rule_on_standard_input_begins_no_front_matter(sample: Program) -> None:
    text = "---\nOttilie Brandt spoke in Oslo.\n---\nThe town was quiet.\n"
    assert sample.json("show", "-", stdin=text)["folds"] == []


def test_entities_have_counts_and_aliases_with_misspellings(sample: Program) -> None:
    found = {entity["name"]: entity for entity in sample.json("entities")["entities"]}
    borrell = found["Josep Borrell"]
    assert set(borrell) == {"id", "name", "type", "aliases", "mentions", "articles"}
    assert borrell["type"] == "person"
    assert "Josep Borrel" in borrell["aliases"]
    assert borrell["mentions"] >= borrell["articles"] > 1


def test_entities_can_be_of_one_type_one_article_and_the_first_few(sample: Program) -> None:
    people = sample.json("entities", "--type", "person", "--limit", "3")["entities"]
    assert [entity["type"] for entity in people] == ["person"] * 3
    here = sample.json("entities", CALLS[1])["entities"]
    assert {entity["articles"] for entity in here} == {1}


def test_entities_come_by_mentions_by_articles_or_by_name(sample: Program) -> None:
    found = {by: sample.json("entities", "--sort", by)["entities"] for by in ("mentions", "articles", "name")}
    assert found["mentions"] == sample.json("entities")["entities"]
    for by in ("mentions", "articles"):
        counts = [entity[by] for entity in found[by]]
        assert counts == sorted(counts, reverse=True)
    names = [entity["name"].casefold() for entity in found["name"]]
    assert names == sorted(names)
    assert sample.json("entities", "--sort", "name", "--limit", "3")["entities"] == found["name"][:3]


def test_the_columns_of_entities_are_named_beside_what_a_program_reads(sample: Program) -> None:
    done = sample("entities", "--limit", "1")
    assert done.stderr.split()[:4] == ["mentions", "articles", "type", "name"]
    (first,) = sample.json("entities", "--limit", "1")["entities"]
    (line,) = done.stdout.splitlines()
    assert line.split()[:3] == [str(first["mentions"]), str(first["articles"]), first["type"]]


def test_mentions_of_a_name_come_with_the_words_around_them(sample: Program) -> None:
    found = sample.json("mentions", "Lavrov")
    assert found["entity"]["type"] == "person"
    assert len(found["mentions"]) == found["entity"]["mentions"]
    for each in found["mentions"]:
        assert set(each) == {"article", "start", "end", "text", "left", "right"}
        assert not {"␤", "\n"} & {*each["left"], *each["right"]}
        text = sample.json("show", each["article"]["id"])["text"]
        assert text[each["start"] : each["end"]] == each["text"]


def test_mentions_of_anything_else_are_the_matches_of_a_query(sample: Program) -> None:
    assert sample.json("mentions", '"at the table"')["entity"] is None
    assert sample("mentions", "zeppelin").returncode == 1


def links(found: Any, tier: str) -> list[Any]:
    return [link for link in found["links"] if link["tier"] == tier]


def test_two_articles_share_passages_and_differ_in_facts(sample: Program) -> None:
    found = sample.json("compare", *CALLS)
    assert {"articles", "units", "links", "facts", "counts"} <= set(found)
    assert [article["path"] for article in found["articles"]] == list(CALLS)
    texts = [sample.json("show", article["id"])["text"] for article in found["articles"]]
    (first, *_) = links(found, "verbatim")
    assert set(first) == {"a", "b", "tier", "score", "runs"}
    for a_start, a_end, b_start, b_end in first["runs"]:
        words = [" ".join(texts[0][a_start:a_end].split()), " ".join(texts[1][b_start:b_end].split())]
        assert words[0].casefold() == words[1].casefold()
    for fact in found["facts"]:
        assert set(fact) == {"kind", "key", "status", "values"}
        for text, values in zip(texts, fact["values"], strict=True):
            assert all(text[value["start"] : value["end"]] for value in values)


def test_passages_of_which_a_part_is_the_same_are_printed_with_what_differs(sample: Program) -> None:
    lines = sample("compare", *CALLS).stdout.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.startswith("A  The call came less than")]
    assert lines[at - 1].startswith("word for word in part (")
    assert lines[at + 2].startswith("   the same: The call came | after Moscow published its demands")
    assert lines[at + 3] == "   differs: less than a week | five days … on Friday, 17 December"
    (whole,) = [n for n, line in enumerate(lines) if line.startswith("A  The EU is no party")]
    assert lines[whole - 1].startswith("word for word (")
    assert lines[whole + 2] == ""


def test_a_row_on_stances_is_printed_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    values = ((FactValue(0, 9, "All agree"),), (FactValue(0, 11, "None agreed"),))
    _print_fact(Fact("quote", "stance: harbour dues", "differs", values))
    assert capsys.readouterr().out == "differs stance  harbour dues: All agree | None agreed\n"


def test_three_articles_are_compared_pair_by_pair(sample: Program) -> None:
    found = sample.json("compare", *CALLS, "2021-12-22-vostrova-promise.txt")
    assert len(found["units"]) == 3
    assert {tuple(link["pair"]) for link in found["links"]} <= {(0, 1), (0, 2), (1, 2)}


def test_one_article_cannot_be_compared(sample: Program) -> None:
    assert sample("compare", CALLS[0]).returncode == 2
    assert sample("compare", CALLS[0], CALLS[0]).returncode == 3


def test_stories_name_their_articles_and_near_duplicates(sample: Program) -> None:
    found = sample.json("stories")
    ids = {article for story in found["stories"] for article in story["articles"]}
    assert len(ids) > 2
    assert all(set(story) == {"id", "title", "articles", "repeats"} for story in found["stories"])
    assert all(set(each) == {"articles", "similarity"} for each in found["duplicates"])


def test_stories_tell_who_was_first_and_who_repeats_whom(sample: Program) -> None:
    (story,) = sample.json("stories")["stories"]
    lines = sample("stories").stdout.splitlines()
    assert lines[2].strip() == "first"
    assert story["repeats"]
    for echo in story["repeats"]:
        order = [story["articles"].index(echo[end]) for end in ("repeats", "article")]
        assert order == sorted(order)
        assert 0 < echo["share"] <= 1
        (at,) = [n for n, line in enumerate(lines) if line.strip().startswith(echo["article"])]
        source = sample.json("show", echo["repeats"])["article"]["source"]
        assert lines[at + 1].strip().startswith(f"{echo['words']} words as in {source}: ")


def test_all_of_it_is_printed_for_people_too(sample: Program) -> None:
    for call in (
        ("entities",),
        ("mentions", "Borrell"),
        ("compare", *CALLS),
        ("stories",),
        ("show", CALLS[0]),
    ):
        done = sample(*call)
        assert (done.returncode, "\x1b" in done.stdout) == (0, False), done.stderr
        assert "Borrell" in done.stdout
