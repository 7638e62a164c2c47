"""What the parser makes of anything that may stand in the search bar: no key of a right query is an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.search import Engine
from briefreader.search.language.nodes import Leaf, Node, leaves
from briefreader.search.language.parser import parse
from briefreader.search.language.problems import QueryError
from tests.search.library import Shelf, keys

Newsroom = tuple[Engine, Shelf]

WORDS = (
    "sluice",
    "O’Hara",
    "harbour-master",
    "don't",
    "3.5",
    "1,200",
    "F-16",
    "čaj",
    "港口",
    "U.S.",
    "ärger's",
)
plain = st.sampled_from(WORDS)
leaf = st.one_of(
    plain,
    st.lists(plain, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.tuples(plain, plain, st.integers(0, 12)).map(lambda t: f'"{t[0]} {t[1]}"~{t[2]}'),
    st.sampled_from(("sl*", "*ice", "sl?ice", "*lu*c*", "sluise~", "sluise~2", "+the", "*")),
    st.sampled_from(("title", "body", "source", "author", "url", "lang", "tag", "note")).flatmap(
        lambda field: plain.map(lambda word: f"{field}:{word}")
    ),
    st.sampled_from(("person", "org", "place", "misc", "entity", "like")).map(lambda kind: f'{kind}:"Ada Q"'),
    st.sampled_from(
        (
            "date:2021-12",
            "date:2021-12-22..2022-01-05",
            "date:..2021",
            "date:2021-12..",
            "since:2021-02-03",
            "before:2019",
        )
    ),
    st.sampled_from(("is:read", "is:unread", "is:starred", "has:note")),
)
query = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" AND ".join),
        st.tuples(inner, inner).map(" OR ".join),
        st.tuples(inner, inner).map(" NOT ".join),
        st.tuples(inner, leaf).map(" -".join),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"title:({part})"),
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(query, st.booleans())
def test_no_key_on_the_way_to_a_right_query_is_an_error(whole: str, typing: bool) -> None:
    for end in range(len(whole) + 1):
        begun = whole[:end]
        assert all(part.where.end <= end for part in leaves(parse(begun, typing=typing)))


@settings(max_examples=200, deadline=None)
@given(query)
def test_what_is_whole_keeps_its_meaning_while_more_is_typed(whole: str) -> None:
    for more in (" ", " (", " -", " AND", " OR", " NOT", " title:", " date:", ' "'):
        assert said(parse(whole + more)) == said(parse(whole))


def said(tree: Node) -> list[Leaf]:
    return list(leaves(tree))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.booleans())
def test_any_text_is_read_or_its_wrong_part_is_named(text: str, typing: bool) -> None:
    problem = None
    try:
        parts = said(parse(text, typing=typing))
    except QueryError as wrong:
        parts, problem = [], wrong.problem
    assert all(0 <= part.where.start < part.where.end <= len(text) for part in parts)
    assert problem is None or (problem.where.cut(text) and problem.message.endswith((".", "?")))


@pytest.mark.parametrize(
    "query",
    [
        "NOT " * 4000 + "ferry",
        "-(" * 4000 + "ferry",
        "title:(" * 4000 + "ferry",
    ],
)
def test_what_is_nested_without_end_is_refused_in_a_sentence(newsroom: Newsroom, query: str) -> None:
    problem = newsroom[0].search(query).problem
    assert problem is not None
    assert "at most 50 deep" in problem.message


def test_a_page_pasted_into_the_bar_is_answered(newsroom: Newsroom) -> None:
    page = "Nobody aboard the lightship had expected the envoy to return before nightfall, "
    assert newsroom[0].search(page * 200, typing=True).total == 0
    assert newsroom[0].search(" OR ".join(page.split() * 40 + ["ferry"])).total == 4
    assert set(keys(newsroom[0], f"ferry{' the' * 3000}")) == {1, 3}


@pytest.mark.parametrize("digits", ["9" * 20, "9" * 5000, "0" * 5000 + "2"])
def test_a_number_of_any_length_is_a_number(newsroom: Newsroom, digits: str) -> None:
    assert newsroom[0].search(f'"orlund ferry"~{digits}').keys.tolist() == [1]
    problem = newsroom[0].search(f"ferrx~{digits}").problem
    assert (problem is None) == digits.endswith("2")


@pytest.mark.parametrize(
    "query", ["\udcff", "ferry \udce9t\udce9", "person:\udcff", "note:\ud800", "date:\udc80"]
)
def test_bytes_that_are_no_text_are_looked_for_in_vain(newsroom: Newsroom, query: str) -> None:
    assert newsroom[0].search(query).total == 0


def test_a_half_typed_word_with_a_hyphen_finds_what_it_will(newsroom: Newsroom) -> None:
    for end in range(len("harbour-m"), len("harbour-master") + 1):
        assert keys(newsroom[0], "harbour-master"[:end], typing=True) == [4]


def test_a_half_typed_name_finds_who_bears_it(newsroom: Newsroom) -> None:
    for end in range(len("person:so"), len("person:solen") + 1):
        assert set(keys(newsroom[0], "person:solen"[:end], typing=True)) == {1, 2}
    assert keys(newsroom[0], "person:sol") == []


def test_a_half_typed_article_is_no_error_until_it_is_whole(newsroom: Newsroom) -> None:
    assert keys(newsroom[0], "like:1.t", typing=True) == []
    assert newsroom[0].search("like:1.t").problem is not None
    assert newsroom[0].search("like:1.t ferry", typing=True).problem is not None


def test_stars_on_both_sides_of_letters_are_one_word(newsroom: Newsroom) -> None:
    assert set(keys(newsroom[0], "*arb*r")) == {2, 4}
    assert keys(newsroom[0], "*arb*x") == []


def test_quotes_of_any_language_make_a_phrase(newsroom: Newsroom) -> None:
    for quoted in ("“night ferry”", "„night ferry“", "«night ferry»", "»night ferry«"):
        assert keys(newsroom[0], quoted) == [1]


def test_each_misspelt_word_is_asked_back_also_within_a_phrase(newsroom: Newsroom) -> None:
    engine = newsroom[0]
    assert engine.search('"nigth fery"').did_you_mean == '"night ferry"'
    assert engine.search("Orlunnd (nigth OR cancelld)").did_you_mean == "orlund (night OR cancelled)"
    assert engine.search("ŠÁRKKA café").did_you_mean == "sarka café"
    assert engine.search(" ".join(f"qwx{n}zzt" for n in range(200))).did_you_mean is None
