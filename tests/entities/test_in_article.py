"""Whom a name means within one article."""

from __future__ import annotations

from briefreader.entities import names_of, recognize
from briefreader.model import EntityType, Mention
from tests.entities.names_in import entity_of


def mentions_of(*names: tuple[str, EntityType]) -> tuple[list[Mention], str]:
    """Lay names out in a text, a line each."""
    mentions, text = [], ""
    for name, kind in names:
        mentions.append(Mention(len(text), len(text) + len(name), name, kind))
        text += name + "\n"
    return mentions, text


def whom(*names: tuple[str, EntityType]) -> list[str | None]:
    """Return the full names behind names."""
    return [name and name.text for name in names_of(*mentions_of(*names))]


def test_a_surname_means_the_person_named_in_full() -> None:
    assert whom(("Ana Moreno", "person"), ("Moreno", "person")) == ["Ana Moreno", "Ana Moreno"]


def test_a_surname_may_come_before_the_full_name() -> None:
    assert whom(("Moreno", "person"), ("Ana Moreno", "person")) == ["Ana Moreno", "Ana Moreno"]


def test_a_surname_that_two_people_bear_is_ambiguous() -> None:
    assert whom(("Ana Moreno", "person"), ("Luis Moreno", "person"), ("Moreno", "person"))[2] is None


def test_two_people_with_like_surnames_stay_two() -> None:
    assert whom(("Sergei Lunin", "person"), ("Sergei Rybin", "person")) == ["Sergei Lunin", "Sergei Rybin"]


def test_a_misspelt_surname_means_the_person_all_the_same() -> None:
    assert whom(("Josep Ferrell", "person"), ("Ferrel", "person"))[1] == "Josep Ferrell"


def test_transliterations_of_a_first_name_are_one_person() -> None:
    assert set(whom(("Sergei Lunin", "person"), ("Sergey Lunin", "person"))) == {"Sergei Lunin"}


def test_two_given_names_that_merely_look_alike_are_two_people() -> None:
    assert len(set(whom(("Maria Keller", "person"), ("Marie Keller", "person")))) == 2


def test_a_surname_that_comes_first_is_understood() -> None:
    assert whom(("Xu Lanfen", "person"), ("Xu", "person"))[1] == "Xu Lanfen"


def test_an_acronym_in_brackets_stands_for_what_it_follows() -> None:
    text = "The Harbour Workers Alliance (HWA) called a strike. HWA members stayed away."
    mentions = recognize(text)
    assert entity_of(mentions, "HWA") == {"organization:harbour-workers-alliance"}


def test_a_well_known_acronym_needs_no_expansion() -> None:
    long = recognize("The Organization for Security and Co-operation in Europe sent monitors.")
    short = recognize("The OSCE sent monitors.")
    assert {mention.entity for mention in short} & {mention.entity for mention in long}


def test_spellings_of_a_state_are_one_place() -> None:
    mentions = recognize("The U.S. and the United States and America are the same country, officials said.")
    assert {mention.entity for mention in mentions} == {"location:united-states"}


def test_a_state_its_people_and_its_capital_are_three() -> None:
    mentions = recognize("Russia, Russian officials and Moscow were named in the report.")
    assert len({mention.entity for mention in mentions}) == 3


def test_people_in_the_plural_are_the_same_people() -> None:
    mentions = recognize("A Kenyan won. Two Kenyans came second, and the East Africans cheered.")
    assert entity_of(mentions, "Kenyans") == entity_of(mentions, "Kenyan") == {"misc:kenyan"}
