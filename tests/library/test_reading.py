"""Lists, articles, names and comparisons as the façade gives them."""

from __future__ import annotations

import pytest

from briefreader import Library
from briefreader.errors import BadData, NothingFound
from tests.library.folder import Folder


@pytest.fixture
def dated(folder: Folder) -> Folder:
    folder.write("old.md", "Old times", "Long ago the quay was wooden.", date="2030-12-31")
    folder.write("late.md", "Late at night", "Night fell over the quay.", date="2031-05-06T22:10:00+02:00")
    folder.write("early.md", "Early that evening", "Evening came.", date="2031-05-06T20:30:00+00:00")
    return folder


def titles(library: Library, **wish: object) -> list[str]:
    return [info.title for info in library.listing(**wish)]  # type: ignore[arg-type]


def test_the_list_is_by_date_newest_first_whatever_the_time_zone(dated: Folder) -> None:
    with Library.open(dated.path) as library:
        library.sync()
        assert titles(library)[:2] == ["Early that evening", "Late at night"]
        assert titles(library)[-1] == "Old times"
        assert titles(library, descending=False)[0] == "Old times"


def test_the_list_can_be_by_title_either_way(library: Library) -> None:
    assert titles(library, sort="title") == [
        "Council split on strike",
        "Ferries sail again",
        "Harbour strike ends",
    ]
    assert titles(library, sort="title", descending=True)[0] == "Harbour strike ends"


def test_results_keep_their_rank_unless_another_order_is_asked_for(library: Library) -> None:
    keys = [library.info(name).key for name in ("harbour.md", "council.md")]
    assert titles(library, keys=keys, sort="relevance") == ["Harbour strike ends", "Council split on strike"]
    assert titles(library, keys=keys, sort="title") == ["Council split on strike", "Harbour strike ends"]


def test_the_list_narrows_to_articles_that_mention_someone(library: Library) -> None:
    mira = library.entity("Mira Oduya")
    assert mira is not None
    assert set(titles(library, entities=[mira.id])) == {"Harbour strike ends", "Council split on strike"}
    assert titles(library, without=[mira.id]) == ["Ferries sail again"]
    keys = [library.info("harbour.md").key, library.info("ferry.md").key]
    assert titles(library, keys=keys, sort="relevance", entities=[mira.id]) == ["Harbour strike ends"]


def test_a_list_knows_where_an_article_stands(library: Library) -> None:
    listing = library.listing(sort="title")
    ferry = library.info("ferry.md")
    assert listing.index_of(ferry.id) == 1
    assert listing[1] == ferry
    assert listing[-1].title == "Harbour strike ends"
    assert [info.title for info in listing[:2]] == ["Council split on strike", "Ferries sail again"]
    assert listing.index_of("nobody") is None


def test_a_list_that_is_older_than_the_files_shows_an_empty_row(library: Library, folder: Folder) -> None:
    listing = library.listing(sort="title")
    (folder.path / "ferry.md").unlink()
    library.sync()
    assert [info.title for info in listing] == ["Council split on strike", "", "Harbour strike ends"]


def test_an_article_goes_by_id_path_and_key(library: Library) -> None:
    article = library.article("ferry.md")
    assert library.article(article.id) == library.article(article.key) == article
    assert library.file("ferry.md").name == "ferry.md"
    with pytest.raises(NothingFound, match="no article 'boat'"):
        library.article("boat")


def test_an_entity_is_found_by_name_alias_or_surname_whatever_the_case(library: Library) -> None:
    found = {library.entity(name) for name in ("Mira Oduya", "mira oduya", "Oduya", "person:mira-oduya")}
    assert len(found) == 1
    (mira,) = found
    assert mira is not None
    assert (mira.name, mira.mentions, mira.articles) == ("Mira Oduya", 2, 2)
    assert library.entity("Ulla Nobody") is None


def test_entities_are_counted_within_an_article_or_a_choice_of_articles(library: Library) -> None:
    names = {entity.name for entity in library.entities("ferry.md")}
    assert "Tomas Reyle" in names
    assert "Mira Oduya" not in names
    keys = [library.info(name).key for name in ("harbour.md", "ferry.md")]
    counts = {entity.name: entity.articles for entity in library.entities(keys=keys, type="person")}
    assert counts == {"Mira Oduya": 1, "Tomas Reyle": 1}
    assert len(library.entities(limit=1)) == 1


def test_mentions_say_whom_they_mean_before_and_after_they_are_stored(folder: Folder) -> None:
    with Library.open(folder.path) as library:
        library.sync(cancelled=lambda: library.pending()["entities"] == 3 and library.pending()["index"] == 0)
        assert library.pending()["entities"] == 3
        early = library.mentions_in("ferry.md")
        library.sync()
        stored = library.mentions_in("ferry.md")
    assert [(each.text, each.entity) for each in early] == [(each.text, each.entity) for each in stored]
    assert "Tomas Reyle" in {each.text for each in stored}


def test_a_concordance_of_a_name_shows_every_mention_with_its_neighbours(library: Library) -> None:
    found = library.mentions("Oduya")
    assert found.entity is not None
    assert {(each.article.path, each.text) for each in found.occurrences} == {
        ("harbour.md", "Mira Oduya"),
        ("council.md", "Mira Oduya"),
    }
    for each in found.occurrences:
        text = library.article(each.article.id).text
        assert text[each.start : each.end] == each.text
        assert each.right.startswith((" told", " on Monday"))


def test_a_concordance_of_other_words_takes_them_as_a_query(library: Library) -> None:
    found = library.mentions('"port council"')
    assert found.entity is None
    assert {each.text.lower() for each in found.occurrences} == {"port council"}
    assert len(library.mentions('"port council"', limit=1).occurrences) == 1


def test_comparing_needs_two_different_articles(library: Library) -> None:
    with pytest.raises(BadData, match="two or more"):
        library.compare("ferry.md")
    with pytest.raises(BadData, match="two or more"):
        library.compare("ferry.md", library.info("ferry.md").id)


def test_text_from_elsewhere_can_be_compared_with_an_article(library: Library) -> None:
    body = "Mira Oduya told the port council that the strike is over. Everybody went home in the rain."
    foreign = library.clean(body)
    found = library.compare("harbour.md", foreign)
    assert found.articles[1].text == body
    assert any(link.tier == "verbatim" for link in found.links)


def test_what_is_most_alike_is_suggested_first(library: Library) -> None:
    first = library.similar("harbour.md")[0]
    assert first.article.path == "council.md"
    assert 0 < first.score <= 1
    assert first.reason


@pytest.mark.parametrize("words", [["STRIKE"], ["harb", "ends"], ["nds", "strike"]])
def test_a_list_is_narrowed_by_parts_of_words_whatever_their_case(library: Library, words: list[str]) -> None:
    assert "Harbour strike ends" in titles(library, words=words)
    assert titles(library, words=[*words, "ferries"]) == []


def test_case_is_folded_in_any_script(dated: Folder) -> None:
    dated.write("straße.md", "Die STRASSE von Žižkov", "Nothing to see.", date="2031-01-01")
    with Library.open(dated.path) as library:
        library.sync()
        assert titles(library, words=["straße", "ŽIŽ"]) == ["Die STRASSE von Žižkov"]
        assert titles(library, words=["%"]) == []


def test_one_value_of_many_articles_is_told_by_key(library: Library) -> None:
    listing = library.listing()
    assert library.column("id", listing.keys) == {info.key: info.id for info in listing}
    assert library.column("published", listing.keys[:1]) == {listing[0].key: listing[0].published}
