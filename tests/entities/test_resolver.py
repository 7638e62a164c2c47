"""Whom a name means across the collection, as articles come and go."""

from __future__ import annotations

import random

from briefreader.entities import Name, NameUse, Resolver
from briefreader.model import EntityType


def use(name: str, kind: EntityType = "person", surface: str | None = None) -> NameUse:
    """An article's use of a name."""
    return NameUse(Name(kind, name), surface or name, 1, 0)


def meant(*articles: list[NameUse]) -> dict[str, str]:
    """Return the entity of each name after taking in articles."""
    resolver = Resolver()
    for article in articles:
        resolver.add(article)
    return {name.text: key.id for name, key in resolver.settle().items() if key}


def test_a_misspelling_joins_the_commoner_name() -> None:
    found = meant([use("Josep Ferrell")], [use("Josep Ferrell")], [use("Josep Ferrel")])
    assert found["Josep Ferrel"] == found["Josep Ferrell"] == "person:josep-ferrell"


def test_a_lone_surname_means_its_only_bearer() -> None:
    assert meant([use("Ana Moreno")], [use("Moreno")])["Moreno"] == "person:ana-moreno"


def test_a_lone_surname_with_two_bearers_stays_by_itself() -> None:
    found = meant([use("Ana Moreno")], [use("Luis Moreno")], [use("Moreno")])
    assert len(set(found.values())) == 3


def test_a_bearer_whom_twenty_times_as_many_articles_name_is_meant() -> None:
    articles = [[use("Ana Moreno")] for _ in range(40)]
    assert meant(*articles, [use("Luis Moreno")], [use("Moreno")])["Moreno"] == "person:ana-moreno"


def test_an_initial_stands_for_the_only_name_that_fits() -> None:
    assert meant([use("J. Ferrell")], [use("Josep Ferrell")])["J. Ferrell"] == "person:josep-ferrell"
    assert len(set(meant([use("J. Ferrell")], [use("Josep Ferrell")], [use("Jane Ferrell")]).values())) == 3


def test_father_and_son_told_apart_by_a_middle_initial_stay_two() -> None:
    found = meant([use("Paul A. Stone")], [use("Paul C. Stone")], [use("Paul Stone")])
    assert len(set(found.values())) == 3


def test_an_acronym_means_what_another_article_said_it_stands_for() -> None:
    long = "Harbour Workers Alliance"
    found = meant([use(long, "organization"), use(long, "organization", "HWA")], [use("HWA", "organization")])
    assert found["HWA"] == "organization:harbour-workers-alliance"


def test_order_of_arrival_does_not_matter() -> None:
    articles = [
        [use(name)] for name in ("Ana Moreno", "Moreno", "Anna Moreno", "A. Moreno", "Luis Ortega", "Ortega")
    ]
    expected = meant(*articles)
    random.Random(3).shuffle(articles)
    assert meant(*articles) == expected


def test_articles_added_one_by_one_come_to_the_same_as_all_at_once() -> None:
    articles = [[use(name)] for name in ("Ana Moreno", "Moreno", "Luis Moreno", "Ana Moreno", "Anna Moreno")]
    resolver, step_by_step = Resolver(), {}
    for article in articles:
        resolver.add(article)
        step_by_step.update({name.text: key.id for name, key in resolver.settle().items() if key})
    assert step_by_step == meant(*articles)


def test_what_is_kept_of_a_resolver_makes_it_again() -> None:
    first = Resolver()
    for article in ([use("Ana Moreno")], [use("Harbour Workers Alliance", "organization", "HWA")]):
        first.add(article)
    again = Resolver(first.articles(), first.acronyms())
    again.add([use("Moreno"), use("HWA", "organization")])
    found = {name.text: key.id for name, key in again.settle().items() if key}
    assert found["Moreno"] == "person:ana-moreno"
    assert found["HWA"] == "organization:harbour-workers-alliance"


def test_an_article_taken_away_takes_its_say_along() -> None:
    resolver = Resolver()
    for article in ([use("Ana Moreno")], [use("Luis Moreno")], [use("Moreno")]):
        resolver.add(article)
    resolver.settle()
    resolver.remove([use("Luis Moreno")])
    assert resolver.settle()[Name("person", "Moreno")] == ("person:ana-moreno", "Ana Moreno", "person")


def test_names_stand_by_themselves_for_the_time_being_and_are_united_at_last() -> None:
    resolver = Resolver()
    resolver.add([use("Ana Moreno"), use("Moreno")])
    early = {name.text: key.id for name, key in resolver.settle(final=False).items() if key}
    assert early == {"Ana Moreno": "person:ana-moreno", "Moreno": "person:moreno"}
    late = {name.text: key.id for name, key in resolver.settle().items() if key}
    assert set(late.values()) == {"person:ana-moreno"}


def test_a_name_in_capitals_is_shown_as_most_articles_write_it_whatever_comes_first() -> None:
    articles = [[use("STRELSAU", "location")], [use("Strelsau", "location")], [use("Strelsau", "location")]]
    for order in (articles, articles[::-1]):
        resolver = Resolver()
        for article in order:
            resolver.add(article)
        names = {key.name for key in resolver.settle().values() if key}
        assert names == {"Strelsau"}


def test_a_spelling_that_comes_later_gives_its_name_to_the_capitals() -> None:
    resolver = Resolver()
    resolver.add([use("STRELSAU", "location")])
    resolver.settle()
    resolver.add([use("Strelsau", "location")])
    assert resolver.settle()[Name("location", "STRELSAU")] == ("location:strelsau", "Strelsau", "location")
