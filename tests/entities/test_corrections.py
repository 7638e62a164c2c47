"""The reader's corrections: what they do to names, and the file that keeps them."""

from __future__ import annotations

from briefreader.entities import Name, NameUse, Resolver
from briefreader.entities.additions import with_added
from briefreader.entities.corrections import Add, Correction, Hide, Merge, Rename, Retype, Split
from briefreader.entities.corrections_file import Corrections, read
from briefreader.model import Mention

EVERY_KIND: tuple[Correction, ...] = (
    Merge(("person:a-moreno",), "person:ana-moreno", "Ana: Moreno"),
    Split(("Ana Morena", "yes"), "person:ana-moreno"),
    Rename("misc:x", "“Zoë” #1"),
    Retype("person:hope", "organization"),
    Hide("person:leave-a-reply"),
    Add("the Bloc", "0123456789ab", 12, "European Union", "organization"),
)


def ruled(names: list[str], *corrections: Correction) -> dict[str, tuple[str, str, str] | None]:
    """Return whom people's names mean under corrections."""
    resolver = Resolver(corrections=corrections)
    for name in names:
        resolver.add([NameUse(Name("person", name), name, 1, 0)])
    return {name.text: key for name, key in resolver.settle().items()}


def test_merged_names_mean_one_person() -> None:
    found = ruled(
        ["Ana Moreno", "La Morenita"], Merge(("person:la-morenita",), "person:ana-moreno", "Ana Moreno")
    )
    assert found["La Morenita"] == found["Ana Moreno"] == ("person:ana-moreno", "Ana Moreno", "person")


def test_a_merge_holds_though_another_spelling_has_come_to_lead() -> None:
    names = ["Josep Ferrel", "Josep Ferrell", "Josep Ferrell", "Pep"]
    found = ruled(names, Merge(("person:pep",), "person:josep-ferrel", "Josep Ferrell"))
    assert len(set(found.values())) == 1


def test_a_name_split_off_is_somebody_else() -> None:
    names = ["Josep Ferrell", "Josep Ferrell", "Josep Ferrel"]
    found = ruled(names, Split(("Josep Ferrel",), "person:josep-ferrell"))
    assert found["Josep Ferrel"] == ("person:josep-ferrel", "Josep Ferrel", "person")


def test_a_renamed_entity_keeps_its_id() -> None:
    found = ruled(["Ana Moreno"], Rename("person:ana-moreno", "Ana Moreno Diaz"))
    assert found["Ana Moreno"] == ("person:ana-moreno", "Ana Moreno Diaz", "person")


def test_a_type_can_be_mended() -> None:
    assert ruled(["Hope"], Retype("person:hope", "organization"))["Hope"] == (
        "person:hope",
        "Hope",
        "organization",
    )


def test_a_hidden_name_means_nobody() -> None:
    assert ruled(["Leave Reply"], Hide("person:leave-reply")) == {"Leave Reply": None}


def test_later_corrections_build_on_earlier_ones() -> None:
    corrections = (
        Merge(("person:la-morenita",), "person:ana-moreno", "Ana Moreno"),
        Rename("person:ana-moreno", "Ana M."),
    )
    found = ruled(["Ana Moreno", "La Morenita"], *corrections)
    assert {key and key[1] for key in found.values()} == {"Ana M."}


def test_every_correction_reads_back_as_it_was_written() -> None:
    kept = Corrections()
    for correction in EVERY_KIND:
        kept = kept.adding(correction)
    again = read(kept.text)
    assert again.corrections == list(EVERY_KIND)
    assert not again.problems


def test_a_faulty_entry_is_reported_by_its_line_and_the_rest_applies() -> None:
    text = (
        "corrections:\n  - hide: person:a\n  - retype: person:b\n    to: firm\n"
        "  - hide: [\n  - hide: person:c\n"
    )
    found = read(text, "entities.yaml")
    assert found.corrections == [Hide("person:a"), Hide("person:c")]
    assert [problem.line for problem in found.problems] == [4, 6]


def test_comments_and_faulty_entries_survive_new_corrections() -> None:
    text = "# mine\ncorrections:\n- hide: nonsense  # later\n- hide: person:a\n"
    grown = read(text).adding(Hide("person:b"))
    assert grown.text.startswith(text)
    assert grown.without(Hide("person:b")).text == text
    assert grown.without(Hide("person:c")) is grown


def test_new_corrections_stand_as_far_in_as_those_written_by_hand() -> None:
    by_hand = read("corrections:\n- hide: person:mira-oduya\n")
    again = read(by_hand.adding(Rename("person:tomas-reyle", "Tom Reyle")).text)
    assert again.corrections == [Hide("person:mira-oduya"), Rename("person:tomas-reyle", "Tom Reyle")]
    assert again.problems == ()


def test_an_empty_list_is_no_problem() -> None:
    assert not read("corrections:\n").problems
    assert not read("").problems


def test_a_file_of_something_else_is_reported() -> None:
    assert [problem.line for problem in read("names: 5\n").problems] == [1]


def test_an_added_mention_finds_its_words_in_a_changed_text() -> None:
    text = "Today: the Bloc met. Later the Bloc left."
    added = Add("the Bloc", "0123456789ab", text.index("the Bloc left") - 4, "European Union", "organization")
    mentions, names = with_added([], [], [added], text)
    assert (mentions[0].start, mentions[0].text) == (text.index("the Bloc left"), "the Bloc")
    assert names == [Name("organization", "European Union")]


def test_an_added_mention_wins_over_what_was_found_there() -> None:
    text = "the Bloc met"
    wrong = Mention(4, 8, "Bloc", "person")
    mentions, _ = with_added(
        [wrong], [Name("person", "Bloc")], [Add("the Bloc", "a", 0, "EU", "organization")], text
    )
    assert [mention.type for mention in mentions] == ["organization"]
