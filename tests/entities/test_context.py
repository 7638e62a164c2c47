"""What the words around a name make of it."""

from __future__ import annotations

import pytest

from briefreader.entities import recognize
from tests.entities.names_in import entity_of, found

OFFICE = "Ukraine's Foreign Minister, Dmytro Zhurba, said on Monday that the talks go on. "


def test_an_office_before_a_name_in_commas_makes_it_a_person() -> None:
    assert found(OFFICE)["Dmytro Zhurba"] == "person"


def test_an_office_behind_who_makes_a_bare_name_a_person() -> None:
    assert (
        found("Little was heard. Zhurba, who is Ukraine's foreign minister, kept still.")["Zhurba"]
        == "person"
    )


@pytest.mark.parametrize("platform", ["Twitter", "Facebook", "Telegram"])
def test_a_platform_before_a_surname_is_no_part_of_it(platform: str) -> None:
    mentions = recognize(f"{OFFICE}On {platform} Zhurba afterwards called this a success.")
    assert entity_of(mentions, "Zhurba") == entity_of(mentions, "Dmytro Zhurba") == {"person:dmytro-zhurba"}
    assert platform in {mention.text for mention in mentions}


def test_a_town_before_a_surname_is_no_part_of_it() -> None:
    names = found("Ingvild Brask, the mayor of Bergen, spoke of ports. In Bergen Brask was cheered.")
    assert names["Brask"] == "person"
    assert "Bergen Brask" not in names


def test_the_agency_of_a_dateline_is_an_organisation() -> None:
    assert found("OSLO (Fjordwire) - Two ships left the harbour.")["Fjordwire"] == "organization"


def test_the_last_word_of_a_body_stands_for_it() -> None:
    mentions = recognize("The European Union sent monitors. Nobody thanked the Union for it.")
    assert entity_of(mentions, "Union") == {"organization:european-union"}


def test_a_word_that_two_bodies_end_in_stands_for_neither() -> None:
    mentions = recognize("The European Union and the African Union met. The Union said nothing.")
    assert not entity_of(mentions, "Union") & {"organization:european-union", "organization:african-union"}


def test_the_forms_that_two_languages_give_a_name_are_one_person() -> None:
    mentions = recognize("Minister Dmytro Zhurba spoke. Foreign minister Dmitry Zhurba said no more.")
    assert len({mention.entity for mention in mentions if mention.text.endswith("Zhurba")}) == 1
