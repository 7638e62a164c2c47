"""Names in a query: any alias, a merged one, half of one; and names to narrow the hits by."""

from __future__ import annotations

import pytest

from briefreader import Library
from tests.library.folder import Folder


def titles(library: Library, query: str, *, typing: bool = False) -> set[str]:
    hits = library.search(query, typing=typing)
    assert hits.problem is None
    return {hit.article.title for hit in hits.hits}


def test_a_person_is_found_by_surname_and_lit_in_the_wording_of_the_article(library: Library) -> None:
    assert titles(library, "person:oduya") == {"Harbour strike ends", "Council split on strike"}
    for hit in library.search("person:ODUYA").hits:
        text = library.article(hit.article.key).text
        assert {span.cut(text) for span in hit.matches} == {"Mira Oduya"}


def test_a_merged_name_finds_what_either_name_found(library: Library) -> None:
    mira, tomas = library.entity("Mira Oduya"), library.entity("Tomas Reyle")
    assert mira is not None
    assert tomas is not None
    assert len(titles(library, "person:oduya")) == 2
    library.corrections.merge([mira.id, tomas.id], "Mira Oduya")
    everywhere = {"Harbour strike ends", "Council split on strike", "Ferries sail again"}
    assert titles(library, "person:oduya") == titles(library, 'person:"tomas reyle"') == everywhere
    library.corrections.undo()
    assert len(titles(library, "person:oduya")) == 2


def test_a_name_that_a_sync_brings_is_found_at_once(library: Library, folder: Folder) -> None:
    assert titles(library, "person:akerblom") == set()
    folder.write("late.md", "Late word", "Signe Åkerblom of the port council spoke of Varnholm.")
    library.sync()
    assert titles(library, "person:akerblom") == {"Late word"}
    assert titles(library, "person:ÅKERBLOM") == {"Late word"}


@pytest.mark.parametrize("typed", ["od", "odu", "oduy", "oduya", '"mira o', '"Mira Oduya'])
def test_a_name_half_typed_in_the_search_bar_finds_who_bears_it(library: Library, typed: str) -> None:
    expected = {"Harbour strike ends", "Council split on strike"}
    assert titles(library, f"person:{typed}", typing=True) == expected


def test_the_hits_that_a_name_counts_are_those_it_narrows_to(library: Library) -> None:
    facets = library.search("*", limit=0, facets=True).facets
    named = [facet for facet in facets if facet.field in ("person", "place", "org", "misc")]
    assert named
    for facet in named:
        assert library.search(f'* {facet.field}:"{facet.value}"', limit=0).total == facet.count


def test_what_is_read_is_no_more_unread(library: Library) -> None:
    ferry = library.info("ferry.md")
    library.marks.set_read([ferry.id], True)
    assert titles(library, "is:read") == {"Ferries sail again"}
    assert titles(library, "is:unread") == {"Harbour strike ends", "Council split on strike"}
    assert titles(library, "varnholm is:unread") == {"Council split on strike"}
    assert titles(library, "varnholm -is:unread") == {"Ferries sail again"}
