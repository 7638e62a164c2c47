"""Rows on stances: who takes part, who is only asked, what is denied."""

from __future__ import annotations

import pytest

from briefreader.compare.facts_stances import stance
from briefreader.model import Fact
from tests.compare.accounts import account, compared

PART = (
    "Mayor Fenwick and envoy Tolliver agreed on Monday that any talks on the Ulder bridge toll "
    "will be held with the participation of Marrowdale."
)
ASKED = (
    "On Monday envoy Tolliver said that Mayor Fenwick has agreed that the Ulder bridge toll talks "
    "will be discussed with Marrowdale"
)


def stances_of(one: str, other: str) -> list[Fact]:
    found = compared(account(one), account(other, name="b"))
    return [fact for fact in found.facts if fact.key.startswith("stance")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The valley will take part in the talks.", {"part"}),
        ("The valley will be consulted on the toll.", {"heard"}),
        ("He did not state that the valley would take part.", {"reserved"}),
        ("The valley was not invited.", {"reserved"}),
        ("The bridge is painted green.", set()),
    ],
)
def test_taking_part_being_heard_and_reservations_are_told_apart(text: str, expected: set[str]) -> None:
    assert stance(text) == expected


def test_taking_part_stands_against_being_only_asked_first_of_all_that_differs() -> None:
    found = compared(account(PART), account(f"{ASKED}.", name="b"))
    assert found.facts[0].key.startswith("stance")
    assert found.facts[0].status == "differs"
    assert [values[0].value for values in found.facts[0].values] == [PART, f"{ASKED}."]


def test_what_one_account_says_and_the_other_reserves_differs() -> None:
    (fact,) = stances_of(f"{ASKED}.", f"{ASKED}, but did not state that it would take part in them.")
    assert fact.status == "differs"


def test_the_same_stance_in_other_words_makes_no_row() -> None:
    assert not stances_of(
        PART, PART.replace("with the participation of Marrowdale", "if Marrowdale takes part")
    )


def test_a_quotation_in_other_function_words_stands_behind_one_in_other_words() -> None:
    a = account(
        "He said: “The dam above the valley will hold with the help of Marrowdale.”",
        "She said: “Every bakery in town will open early and sell plum cakes.”",
    )
    b = account(
        "He said: “The dam above the valley will hold with help of Marrowdale.”",
        "She said: “Every bakery in town shall close early and sell plum cakes.”",
        name="b",
    )
    first, last = [fact for fact in compared(a, b).facts if fact.status == "differs"]
    assert "bakery" in first.values[0][0].value
    assert "dam" in last.values[0][0].value


TREATY = "The Ulder treaty was drafted by Marrowdale and Tarnwick on Monday."
ONE_SIDE = "It limits the barges of Tarnwick without laying any similar duties on Marrowdale."
BOTH_SIDES = (
    "Under the Ulder treaty Marrowdale and Tarnwick commit themselves not to board each other's barges."
)


def test_a_duty_on_one_side_stands_against_a_duty_on_both() -> None:
    found = compared(account(TREATY, ONE_SIDE), account(BOTH_SIDES, name="b"))
    (fact,) = [fact for fact in found.facts if "who is bound" in fact.key]
    assert fact.status == "differs"
    assert [[value.value for value in values] for values in fact.values] == [[ONE_SIDE], [BOTH_SIDES]]


def test_duties_in_two_unrelated_matters_are_no_discrepancy() -> None:
    other = "Both sides agreed to close the opera in Elmsworth over the summer."
    assert not stances_of("Fenwick fined the dockers without any similar fine for the owners.", other)


def test_two_accounts_that_both_have_both_sides_bound_make_no_row() -> None:
    assert not stances_of(BOTH_SIDES, BOTH_SIDES.replace("commit", "pledge"))
