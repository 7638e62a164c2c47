"""Which passages of two accounts belong together, word for word or in meaning."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.compare import claim_rows, compare, similarity, word_marks
from briefreader.model import Link
from tests.compare.accounts import account, compared, linked, mention, people

HARBOUR = "The harbour board of Tarnwick voted on Monday to close the old grain pier for two years."
FERRY = "Ferry crews will be offered work on the northern route while the repairs go on."
COST = "Engineers put the cost of new piles at nine million crowns."
GULLS = "Gulls have nested under the planks since the last war."


def test_a_sentence_that_moved_is_linked_word_for_word() -> None:
    found = compared(account(HARBOUR, FERRY, COST), account(COST, GULLS, HARBOUR, name="b"))
    assert {(a, b, link.tier) for a, b, link in linked(found)} >= {
        (HARBOUR, HARBOUR, "verbatim"),
        (COST, COST, "verbatim"),
    }


def test_eight_equal_words_make_a_run_and_seven_do_not() -> None:
    eight = "one autumn evening the lighthouse keeper counted seventy"
    found = compared(
        account(f"He wrote that {eight} swans."), account(f"She read how {eight} geese.", name="b")
    )
    (run,) = found.links[0].runs
    assert run.a.cut(found.articles[0].text) == run.b.cut(found.articles[1].text) == eight
    seven = eight.removesuffix(" seventy")
    found = compared(account(f"He wrote that {seven} ten."), account(f"She read how {seven} six.", name="b"))
    assert not any(link.runs for link in found.links)


def test_five_words_are_enough_inside_quotation_marks() -> None:
    a = account("The mayor called the bridge “a rusty monument to vanity” and left.")
    b = account("Asked later, he repeated: “It stays a rusty monument to vanity.”", name="b")
    (run,) = (run for link in compared(a, b).links for run in link.runs)
    assert run.a.cut(a.text) == "a rusty monument to vanity"


def test_a_few_small_words_in_quotes_are_no_run() -> None:
    a = account("“We went to the end of the road and the gate was shut,” said a walker.")
    b = account("The dog ran to the end of the field, barking at nobody.", name="b")
    assert not any(link.runs for link in compared(a, b).links)


def test_a_run_over_two_sentences_links_each_with_its_own_echo() -> None:
    found = compared(account(f"{HARBOUR} {FERRY}"), account(GULLS, f"{HARBOUR} {FERRY}", name="b"))
    assert {(a, b) for a, b, link in linked(found) if link.tier == "verbatim"} == {
        (HARBOUR, HARBOUR),
        (FERRY, FERRY),
    }


def test_another_wording_of_the_same_news_is_linked() -> None:
    a = account("Fishermen from Skerrow blocked the canal lock with forty boats.", GULLS)
    b = account(COST, "Some forty fishing boats from Skerrow have blockaded the lock of the canal.", name="b")
    ((left, right, link),) = linked(compared(a, b))
    assert (left, right) == (a.text.split("\n")[0], b.text.split("\n")[-1])
    assert link.tier in ("likely", "weak")


def test_what_is_folded_is_never_compared() -> None:
    plea = "Subscribe to our weekly letter and never miss a story from the coast again."
    found = compared(account(HARBOUR, plea, folds=[plea]), account(plea, FERRY, name="b", folds=[plea]))
    assert not found.links
    assert [len(units) for units in found.units] == [1, 1]


def test_two_spellings_of_one_name_count_as_the_same_word() -> None:
    a = account("Minister Zoltan Kerekes opened the tunnel.")
    b = account("The tunnel was opened by Z. Kerrekesh himself.", name="b")
    names = people(zk="Zoltan Kerekes")
    mentions = [[mention(a, "Zoltan Kerekes", "zk")], [mention(b, "Z. Kerrekesh", "zk")]]
    united = compare([a, b], mentions, names)
    assert max((link.score for link in united.links), default=0) > max(
        (link.score for link in compared(a, b).links), default=0
    )


def test_the_words_that_differ_in_a_pair_are_told_from_those_that_moved() -> None:
    a = account("On Sunday the choir of Elmsworth sang in the ruined abbey before nine hundred guests.")
    b = account("Before nine hundred guests the choir of Elmsworth sang in the ruined abbey.", name="b")
    found = compared(a, b)
    left, _right = word_marks(found, found.links[0])
    by_change = {mark.change: mark.cut(a.text) for mark in left}
    assert by_change["moved"] == "before nine hundred guests"
    assert by_change["changed"] == "On Sunday"


def test_likeness_runs_from_nothing_to_the_same() -> None:
    assert similarity(HARBOUR, HARBOUR) > 0.9
    assert similarity(HARBOUR, "Tarnwick's harbour board is closing its grain pier.") > similarity(
        HARBOUR, GULLS
    )
    assert similarity(HARBOUR, "") == 0


def test_three_accounts_are_linked_pair_by_pair() -> None:
    found = compared(account(HARBOUR), account(HARBOUR, name="b"), account(HARBOUR, name="c"))
    assert [link.pair for link in found.links] == [(0, 1), (0, 2), (1, 2)]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared_and_every_span_lies_within_them(one: str, other: str) -> None:
    found = compared(account(one), account(other, name="b"))
    for article, units in zip(found.articles, found.units, strict=True):
        assert all(0 <= unit.start < unit.end <= len(article.text) for unit in units)
        assert all(before.end <= after.start for before, after in pairwise(units))
    for fact in found.facts:
        for article, values in zip(found.articles, fact.values, strict=True):
            assert all(0 <= value.start < value.end <= len(article.text) for value in values)


def test_headings_and_bylines_are_no_claims_and_weak_links_are_not_found() -> None:
    a = account("The dam holds", "By Orla Fenwick", "## Above the town", "The dam above Marrowdale is safe.")
    found = compared(a, account("Nobody spoke.", name="b"))
    told = [found.units[0][row.units[0][0]].cut(a.text) for row in claim_rows(found) if row.units[0]]
    assert told == ["The dam above Marrowdale is safe."]
    weak = Link((found.units[0][-1].id,), (0,), "weak", 0.4)
    row = next(row for row in claim_rows(replace(found, links=(weak,))) if row.units[0])
    assert (row.articles, row.perhaps) == (1, ((), (0,)))
