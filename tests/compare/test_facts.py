"""Which facts two accounts give, and whether they agree."""

from __future__ import annotations

from datetime import date

import pytest

from briefreader.compare import compare
from briefreader.compare.dates import find_dates, overlap
from briefreader.compare.numbers import find_numbers
from briefreader.model import Article, Fact, Span
from tests.compare.accounts import account, compared, mention, people

NAMES = people(of="Orla Fenwick", bt="Bram Tolliver")


def facts_of(kind: str, *articles: Article) -> list[Fact]:
    return [fact for fact in compared(*articles).facts if fact.kind == kind]


def shown(fact: Fact) -> list[list[str]]:
    return [[value.value for value in values] for values in fact.values]


def with_roles(one: str, other: str) -> Fact:
    a, b = account("Orla Fenwick spoke."), account("Orla Fenwick was silent.", name="b")
    mentions = [[mention(a, "Orla Fenwick", "of", role=one)], [mention(b, "Orla Fenwick", "of", role=other)]]
    (fact,) = [fact for fact in compare([a, b], mentions, NAMES).facts if fact.kind == "role"]
    return fact


def test_two_offices_for_one_person_differ() -> None:
    fact = with_roles("Norland trade minister", "Norland envoy")
    assert (fact.key, fact.status) == ("Orla Fenwick", "differs")
    assert shown(fact) == [["Norland trade minister"], ["Norland envoy"]]


def test_an_office_given_more_briefly_is_the_same() -> None:
    assert with_roles("Minister", "Norland trade minister").status == "same"


def test_the_office_of_somebody_named_next_is_not_taken_for_hers() -> None:
    a, b = account("Orla Fenwick spoke."), account("Orla Fenwick and the mayor, Bram, sang.", name="b")
    mentions = [[mention(a, "Orla Fenwick", "of")], [mention(b, "Orla Fenwick", "of", role="and the mayor")]]
    assert not [fact for fact in compare([a, b], mentions, NAMES).facts if fact.kind == "role"]


def test_an_office_before_the_name_and_a_comma_is_a_role() -> None:
    a = account("Norland's trade minister, Orla Fenwick, met the Isles' foreign policy chief, Bram Tolliver.")
    b = account("Under Norland's new rules, Orla Fenwick may stay.", name="b")
    mentions = [
        [mention(a, "Orla Fenwick", "of"), mention(a, "Bram Tolliver", "bt")],
        [mention(b, "Orla Fenwick", "of")],
    ]
    found = {fact.key: shown(fact) for fact in compare([a, b], mentions, NAMES).facts if fact.kind == "role"}
    assert found == {
        "Orla Fenwick": [["Norland's trade minister"], []],
        "Bram Tolliver": [["Isles' foreign policy chief"], []],
    }


def test_a_spelling_that_one_account_has_alone_is_shown() -> None:
    a, b = account("Orla Fenwick spoke."), account("Orla Fenwik was silent.", name="b")
    mentions = [[mention(a, "Orla Fenwick", "of")], [mention(b, "Orla Fenwik", "of")]]
    (fact,) = [fact for fact in compare([a, b], mentions, NAMES).facts if fact.kind == "name"]
    assert fact.status == "differs"


def test_somebody_named_in_one_account_is_found_in_one() -> None:
    a, b = account("Bram Tolliver spoke."), account("Nobody spoke.", name="b")
    (fact,) = [
        f for f in compare([a, b], [[mention(a, "Bram Tolliver", "bt")], []], NAMES).facts if f.kind == "name"
    ]
    assert fact.status == "only"
    assert shown(fact) == [["Bram Tolliver"], []]


def test_a_statement_in_two_wordings_stands_in_one_row_with_its_speaker() -> None:
    a = account("“The dam will hold and nobody has to leave the valley,” Orla Fenwick told reporters.")
    b = account(
        "Orla Fenwick insisted that “nobody needs to leave the valley, the dam is going to hold.”", name="b"
    )
    mentions = [[mention(one, "Orla Fenwick", "of")] for one in (a, b)]
    (fact,) = [fact for fact in compare([a, b], mentions, NAMES).facts if fact.kind == "quote"]
    assert (fact.key, fact.status) == ("Orla Fenwick", "differs")


def test_a_quotation_cut_short_is_the_same_quotation() -> None:
    a = account("He said: “The dam will hold and nobody has to leave the valley.”")
    b = account("He said that “nobody has to leave the valley.”", name="b")
    (fact,) = facts_of("quote", a, b)
    assert fact.status == "same"


def test_pieces_of_one_statement_are_read_together() -> None:
    (fact,) = facts_of(
        "quote",
        account("She called it “a bitter,” as she put it, “a bitter winter.”"),
        account("No.", name="b"),
    )
    assert shown(fact)[0] == ["a bitter,” as she put it, “a bitter winter."]


def test_different_counts_of_one_thing_differ() -> None:
    more = account("The flood in Marrowdale left 300 families without a roof.", name="c")
    less = account("The flood in Marrowdale has left 200 families without a roof.", name="d")
    (fact,) = facts_of("number", more, less)
    assert (fact.status, shown(fact)) == ("differs", [["300 families"], ["200 families"]])


def test_the_same_count_in_words_and_figures_is_the_same() -> None:
    a = account("Rescuers reached twelve villages above Marrowdale by boat.")
    b = account("By boat, rescuers have reached 12 villages above Marrowdale.", name="b")
    (fact,) = facts_of("number", a, b)
    assert fact.status == "same"


@pytest.mark.parametrize(
    ("text", "value", "thing"),
    [
        ("tens of thousands of soldiers stood there", "tens of thousands", "soldiers"),
        ("some 1,200 grey seals were counted", "1200", "seals"),
        ("it cost $3 million in the end", "3000000", "$"),
        ("a rise of 4.5% was reported", "4.5", "per cent"),
        ("two hundred letters arrived", "200", "letters"),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, value: str, thing: str) -> None:
    (found,) = find_numbers(text, Span(0, len(text)))
    assert (found.value, found.thing) == (value, thing)


@pytest.mark.parametrize(
    "text", ["the 46th president", "at 15:28 on that day", "in 2021 alone", "she is 40 years old"]
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert not list(find_numbers(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("on Wednesday", "2022-03-16"),
        ("last Friday", "2022-03-11"),
        ("next Monday", "2022-03-21"),
        ("yesterday", "2022-03-16"),
        ("last week", "2022-03-07/2022-03-13"),
        ("last month", "2022-02"),
        ("on 4 April", "2022-04-04"),
        ("on December 30", "2021-12-30"),
        ("in January", "2022-01"),
        ("in mid-December last year", "2021-12 (mid)"),
        ("on 2 May 2019", "2019-05-02"),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(text: str, resolved: str) -> None:
    (found,) = find_dates(text, Span(0, len(text)), date(2022, 3, 17))
    assert found.resolved == resolved


def test_without_a_day_of_publication_a_weekday_stays_a_weekday() -> None:
    (found,) = find_dates("on Wednesday", Span(0, 12), None)
    assert found.resolved == "wednesday"


def test_two_dates_for_one_event_differ() -> None:
    a = account("The glass bridge over the Ulder gorge will be opened on 3 June.", published="2022-05-01")
    b = account(
        "Visitors may cross the glass bridge over the Ulder gorge, opened on 5 June.",
        name="b",
        published="2022-05-02",
    )
    (fact,) = facts_of("date", a, b)
    assert (fact.status, shown(fact)) == ("differs", [["3 June (2022-06-03)"], ["5 June (2022-06-05)"]])


def test_a_weekday_and_its_date_are_the_same_day() -> None:
    a = account("The glass bridge over the Ulder gorge was opened on Tuesday.", published="2022-05-05")
    b = account(
        "The glass bridge over the Ulder gorge was opened on 3 May.", name="b", published="2022-05-09"
    )
    (fact,) = facts_of("date", a, b)
    assert fact.status == "same"


@pytest.mark.parametrize(
    ("exact", "vague"),
    [
        ("on Friday", "last week"),
        ("on 3 May", "in May"),
        ("on 3 May", "in early May"),
        ("in May 2022", "this year"),
    ],
)
def test_a_day_within_a_stretch_of_time_does_not_differ_but_is_more_exact(exact: str, vague: str) -> None:
    day, stretch = "2022-05-06" if "Friday" in exact else "2022-05-05", "2022-05-10"
    bridge = "The glass bridge over the Ulder gorge in Marrowdale was opened"
    a = account(f"{bridge} {exact}.", published=day)
    b = account(f"{bridge} {vague}.", name="b", published=stretch)
    (fact,) = facts_of("date", a, b)
    assert (fact.status, fact.described) == ("within", "less exact in one")


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        ("2021-12-17", "2021-12-13/2021-12-19", True),
        ("2021-12-20", "2021-12-13/2021-12-19", False),
        ("2021-12-13/2021-12-19", "2021-12", True),
        ("2021-12-27/2022-01-02", "2021-12", False),
        ("2022-01", "2022", True),
        ("--01-05", "2022-01", True),
        ("2022-01-25", "2022-01 (early)", False),
        ("2022-01-25", "2022-01 (late)", True),
        ("last friday", "last friday", True),
        ("last friday", "2022-01", False),
        ("2022-19-05", "2022", False),
    ],
)
def test_one_date_lies_within_another_whichever_comes_first(a: str, b: str, holds: bool) -> None:
    assert (overlap(a, b), overlap(b, a)) == (holds, holds)


def test_every_value_leads_to_its_place() -> None:
    a = account("The flood in Marrowdale left 300 families without a roof on 3 June, “a bitter day for all”.")
    b = account("The flood in Marrowdale has left 200 families without a roof.", name="b")
    found = compared(a, b)
    assert found.facts
    for fact in found.facts:
        for article, values in zip(found.articles, fact.values, strict=True):
            assert all(
                Span(v.start, v.end).cut(article.text).split()[0] == v.value.split()[0] for v in values
            )


def test_a_dated_event_is_named_in_the_words_of_the_account_and_its_date_kept_beside_the_day() -> None:
    a = account("The envoys signed the Ulder bridge treaty last week.", published="2022-06-15")
    b = account("The Ulder bridge treaty was signed on 2 June.", name="b", published="2022-06-15")
    (fact,) = [fact for fact in compared(a, b).facts if fact.kind == "date"]
    assert set(fact.key.split()) <= set(a.text.strip(".").split())
    assert [values[0].value for values in fact.values] == [
        "last week (2022-06-06 to 2022-06-12)",
        "2 June (2022-06-02)",
    ]
    assert fact.status == "differs"
