"""Which words are taken for names, where they begin and end, and of what type they are."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.entities import default_recognizer, recognize
from briefreader.model import Fold
from tests.entities.names_in import found


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The ferry to Helsinki was late, Sanna Lehtonen said.", "Sanna Lehtonen", "person"),
        ("The ferry to Helsinki was late, Sanna Lehtonen said.", "Helsinki", "location"),
        (
            "Inspectors from the World Health Organization arrived on Monday.",
            "World Health Organization",
            "organization",
        ),
        ("A Kenyan runner won the race in the rain.", "Kenyan", "misc"),
        ("Shares in Northbridge Bank fell by a tenth.", "Northbridge Bank", "organization"),
        ("He was flown to Ulaanbaatar for treatment.", "Ulaanbaatar", "location"),
    ],
)
def test_people_organisations_places_and_nationalities_are_told_apart(
    sentence: str, name: str, kind: str
) -> None:
    assert found(sentence)[name] == kind


def test_titles_articles_and_possessives_stay_outside_the_name() -> None:
    names = found("The European Union’s envoy met President Maria Okafor and Dr. Lena Brandt’s aides.")
    assert {"European Union", "Maria Okafor", "Lena Brandt"} <= names.keys()


def test_a_compound_gives_the_country_in_it() -> None:
    names = found("The US-led mission and a Paris-based charity signed the pact.")
    assert names["US"] == "location"
    assert names["Paris"] == "location"


def test_a_hyphen_within_a_name_does_not_cut_it() -> None:
    assert "Jean-Luc Moreau" in found("Jean-Luc Moreau, a baker, opened the fair.")


def test_a_pact_between_two_countries_names_both() -> None:
    names = found("The Japan-Australia accord was signed in the spring.")
    assert names["Japan"] == names["Australia"] == "location"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Norwegian Foreign Minister Ingrid Solberg flew home.", "Norwegian Foreign Minister"),
        ("Kenya's Deputy Prime Minister Amos Kibet resigned.", "Kenya's Deputy Prime Minister"),
        ("Ruth Adeyemi, the UN Special Envoy, disagreed.", "UN Special Envoy"),
        ("Deputy Secretary of State Carol Whitman spoke next.", "Deputy Secretary of State"),
    ],
)
def test_the_office_is_kept_beside_the_name(sentence: str, role: str) -> None:
    roles = [mention.role for mention in recognize(sentence) if mention.type == "person"]
    assert roles == [role]


def test_an_office_is_no_part_of_what_another_person_is() -> None:
    text = "German Chancellor Hanna Vogt and Austrian Chancellor Georg Lindner met."
    roles = {mention.text: mention.role for mention in recognize(text)}
    assert roles["Georg Lindner"] == "Austrian Chancellor"


def test_the_office_of_the_next_in_a_list_is_not_given_to_the_one_before() -> None:
    text = "The baker, Carol Whitman, and the head of Norwegian forestry, Georg Lindner, met."
    roles = {mention.text: mention.role for mention in recognize(text)}
    assert roles["Carol Whitman"] is None


def test_two_people_joined_by_and_are_two() -> None:
    text = "Laura Feld and Tomas Brandt agreed. Feld and Brandt left early."
    people = [mention.text for mention in recognize(text) if mention.type == "person"]
    assert people == ["Laura Feld", "Tomas Brandt", "Feld", "Brandt"]


def test_a_surname_at_the_start_of_a_sentence_is_found_once_the_full_name_was() -> None:
    text = "The mayor, Petra Zelinka, opened the bridge. Zelinka spoke for an hour."
    assert [mention.text for mention in recognize(text)] == ["Petra Zelinka", "Zelinka"]


def test_a_headline_in_capitals_does_not_invent_people() -> None:
    text = "COUNCIL VOTES TO CLOSE OLD SWIMMING POOL AFTER LONG NIGHT\n\nThe council voted late."
    assert not [mention for mention in recognize(text) if mention.type == "person"]


def test_a_name_in_a_headline_is_what_the_text_makes_of_it() -> None:
    text = (
        "ZORBEX CUTS JOBS AT NORTHERN PLANT AFTER POOR YEAR\n\nZorbex Corp said on Monday it would cut jobs."
    )
    assert found(text)["ZORBEX"] == found(text)["Zorbex Corp"] == "organization"


def test_a_firm_is_one_also_by_its_first_word() -> None:
    text = "Zorbex Holdings and its chairman met the union. Workers said Zorbex had promised more."
    assert found(text)["Zorbex"] == "organization"


def test_an_editor_s_brackets_within_a_known_name_belong_to_it() -> None:
    assert "UN Security [Council]" in found("The draft goes to the UN Security [Council] on Friday.")


def test_what_is_folded_has_no_names() -> None:
    text = "Ana Moreno won.\nFollow Berlin Courier on Facebook\nMoreno thanked Lisbon."
    start = text.index("Follow")
    fold = Fold(start, text.index("\n", start), "menu")
    names = {mention.text for mention in recognize(text, (fold,))}
    assert "Lisbon" in names
    assert not {"Berlin", "Facebook", "Berlin Courier"} & names


def test_a_line_wrapped_in_the_middle_of_a_name_does_not_break_it() -> None:
    text = "\n".join(
        (
            "The commission said on Tuesday that the harbour would stay closed, and Maria",
            "Fernandes, who runs the port, added that nobody knew for how long it would be.",
            "Traders in the town have asked for help, and the government in the capital has",
            "promised a hearing before the summer, though no date was given for it so far.",
            "The ships wait outside.",
        )
    )
    spans = [mention.text for mention in recognize(text) if mention.type == "person"]
    assert spans == ["Maria\nFernandes"]


def test_a_recogniser_can_be_sent_to_another_process() -> None:
    text = "Ana Moreno flew to Lisbon."
    copy = pickle.loads(pickle.dumps(default_recognizer()))
    assert copy.find(text) == default_recognizer().find(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aa bB.’'-“\n(US,é中\u200f1&/@#"), max_size=120))
def test_any_text_gives_mentions_in_order_without_overlaps(text: str) -> None:
    end = 0
    for mention in recognize(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


def test_a_dateline_in_capitals_is_a_place() -> None:
    text = "SEOUL, Dec 3 (Yonhap) -- The government said on Wednesday that the talks would go on for weeks."
    assert found(text)["SEOUL"] == "location"


def test_a_surname_that_is_a_title_stays_with_its_person() -> None:
    assert "Rohan Shah" in found("The prize went to Rohan Shah, a teacher from Leeds.")


def test_a_surname_that_comes_first_is_found_again_by_itself() -> None:
    text = "The guest was Qiu Lanfen. Qiu spoke for an hour about the harbour and left."
    assert [mention.text for mention in recognize(text)] == ["Qiu Lanfen", "Qiu"]


def test_many_names_in_a_sentence_do_not_make_it_a_headline() -> None:
    names = found("UN Secretary-General Antonio Guterres and Maria Okafor spoke at Davos on the plan.")
    assert {"UN", "Antonio Guterres", "Maria Okafor", "Davos"} <= names.keys()


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("TALLINN - ", "TALLINN"),
        ("BUENOS AIRES, Oct 12 (Southern Press) - ", "BUENOS AIRES"),
        ("KATHMANDU, Nepal — ", "KATHMANDU"),
    ],
)
def test_a_report_begins_behind_its_dateline(opening: str, place: str) -> None:
    names = found(opening + "Harbour Works Ltd said on Friday that it would close two of its yards in Chile.")
    assert names[place] == "location"
    assert names["Harbour Works Ltd"] == "organization"


def test_a_headline_in_capitals_has_the_names_that_the_text_writes_elsewhere() -> None:
    text = (
        "OSTERMAN LEADS KENYA TALKS AS HALVARD SHIPPING CUTS ROUTES\n\n"
        "Lena Osterman opened the talks in Kenya on Friday. Halvard Shipping will cut two routes."
    )
    names = found(text)
    assert names["OSTERMAN"] == "person"
    assert names["KENYA"] == "location"
    assert names["HALVARD SHIPPING"] == "organization"


def test_the_scores_of_matches_part_the_clubs() -> None:
    text = "Results of matches on Sunday:\n\nHarburg United 2 Lindau 1\n\nMilton City 0 Selby Rovers 3"
    names = found(text)
    assert {"Harburg United", "Lindau", "Milton City", "Selby Rovers"} <= names.keys()


@pytest.mark.parametrize("name", ["Park Ji-soo", "Han Seo-yeon"])
def test_a_given_name_of_two_syllables_keeps_its_hyphen(name: str) -> None:
    assert name in found(f"The prize went to {name} on Friday, a teacher said.")


def test_two_cities_that_a_hyphen_joins_are_two() -> None:
    names = found("The night train on the Oslo-Bergen line was late again.")
    assert names["Oslo"] == names["Bergen"] == "location"


def test_a_surname_that_is_a_title_is_found_again_by_itself() -> None:
    text = "The letter was signed by Martin King, a teacher. King said that he would stay."
    assert [mention.text for mention in recognize(text)] == ["Martin King", "King"]


def test_a_particle_may_open_a_sentence_with_a_capital() -> None:
    text = "Marijke de Groot runs the firm. De Groot said on Monday that it would grow."
    assert found(text)["De Groot"] == "person"


def test_the_full_stop_that_ends_a_sentence_is_no_part_of_a_firm() -> None:
    assert "Meridian Knitwear Ltd" in found("She sews shirts at Meridian Knitwear Ltd.")
