"""History and saved searches, as the reader keeps them from one day to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader import Library
from briefreader.errors import BadData
from briefreader.library.searches import SearchesBook
from tests.library.folder import Folder


def test_the_history_gives_each_query_once_the_latest_first(library: Library) -> None:
    for query in ("strike", "port", " strike ", ""):
        library.searches.remember(query)
    assert library.searches.history() == ["strike", "port"]


def test_a_saved_search_counts_what_is_new_since_it_was_looked_at(library: Library, folder: Folder) -> None:
    library.searches.save("Strike", "strike")
    assert [(one.name, one.query, one.total, one.new) for one in library.searches.saved()] == [
        ("Strike", "strike", 2, 0)
    ]
    folder.write("again.md", "Strike again", "A strike in the port of Varnholm again.")
    library.sync()
    assert [(one.total, one.new) for one in library.searches.saved()] == [(3, 1)]
    assert library.searches.look_at("strike") == "strike"
    assert [(one.total, one.new) for one in library.searches.saved()] == [(3, 0)]


def test_a_saved_search_stays_seen_when_the_cache_is_built_anew(library: Library, folder: Folder) -> None:
    library.searches.save("Strike", "strike")
    library.sync(rebuild=True)
    with Library.open(folder.path) as again:
        assert [(one.name, one.new) for one in again.searches.saved()] == [("Strike", 0)]


def test_saving_under_a_name_in_use_replaces_what_it_stood_for(library: Library) -> None:
    library.searches.save("Port", "port")
    library.searches.save("PORT", "council")
    assert [(one.name, one.query) for one in library.searches.saved()] == [("PORT", "council")]
    library.searches.forget("port")
    assert library.searches.saved() == []
    assert library.searches.look_at("port") is None


@pytest.mark.parametrize(
    ("name", "query"), [("", "port"), ("Port", "  "), ("Port", "port)"), ("x" * 61, "port")]
)
def test_what_cannot_be_saved_is_refused_in_a_sentence(library: Library, name: str, query: str) -> None:
    with pytest.raises(BadData, match=r"search|query"):
        library.searches.save(name, query)


def test_a_damaged_index_is_built_anew_before_saved_searches_are_counted(
    library: Library, folder: Folder, home: Path
) -> None:
    library.searches.save("Strike", "strike")
    questions: tuple[Callable[[SearchesBook], object], ...] = (
        SearchesBook.saved,
        lambda book: book.look_at("strike"),
        lambda book: book.save("Port", "port"),
    )
    for ask in questions:
        (postings,) = home.glob("cache/briefreader/collections/*/index/*.docs")
        postings.write_bytes(bytes(255 - byte for byte in postings.read_bytes()))
        with Library.open(folder.path) as again:
            ask(again.searches)
            assert any("index was damaged" in notice for notice in again.notices)
            assert [(one.name, one.total, one.new) for one in again.searches.saved()][-1] == ("Strike", 2, 0)
