"""Long lists are parsed a page at a time and answer as if they were read whole."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefreader.entities.pages import Pages, paged

WORDS = st.dictionaries(
    st.text(alphabet="abÄ’-", min_size=1, max_size=4), st.integers(min_value=1, max_value=999)
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, st.lists(st.text(alphabet="abÄ’-", min_size=1, max_size=4)))
def test_a_list_answers_alike_whichever_words_are_asked_for_first(
    listed: dict[str, int], asked: list[str]
) -> None:
    pages = Pages(paged(listed))
    assert [pages[word] for word in (*asked, *listed)] == [listed.get(word, 0) for word in (*asked, *listed)]


def test_what_is_noted_is_joined_with_what_is_listed_whichever_page_is_open() -> None:
    for first in ("Parma", "Paris", "Oslo"):
        pages = Pages(paged({"Paris": 4, "Parma": 4}))
        pages.note("Paris", 1)
        pages.note("Oslo", 2)
        assert pages[first]
        assert (pages["Paris"], pages["Parma"], pages["Oslo"], pages["Rome"]) == (5, 4, 2, 0)


def test_a_list_can_be_walked_through_whole() -> None:
    pages = Pages(paged({"Paris": 4}))
    pages.note("Oslo", 2)
    pages.open_all()
    assert dict(pages) == {"Paris": 4, "Oslo": 2}
