"""Lines that several articles of one outlet have in common, and when they are folded."""

from __future__ import annotations

from briefreader.ingest import clean
from briefreader.ingest.folding.recurring import REASON, fold_recurring, line_keys, outlet, recurring
from briefreader.model import Article


def outlet_articles(*bodies: str) -> list[Article]:
    footer = "Town Talk is made by its readers"
    return [clean(f"https://talk.example/{n}\n\n{body}\n\n{footer}\n") for n, body in enumerate(bodies)]


BODIES = tuple(f"The harbour of {town} was opened on Monday after {town} had paid." for town in "ABCD")


def test_a_line_in_three_articles_of_an_outlet_is_folded_in_each() -> None:
    articles = outlet_articles(*BODIES)
    found = recurring([line_keys(article) for article in articles])
    for article in articles:
        after = fold_recurring(article, found)
        assert (after.folds[-1].cut(after.text), after.folds[-1].reason) == (
            "Town Talk is made by its readers",
            REASON,
        )
        assert after.text_hash != article.text_hash
        assert after.words < article.words
        assert fold_recurring(after, found) == after


def test_a_line_in_two_articles_stays() -> None:
    assert recurring([line_keys(article) for article in outlet_articles(*BODIES[:2])]) == frozenset()


def test_articles_that_are_alike_as_a_whole_stay_open() -> None:
    articles = outlet_articles(*(BODIES[0],) * 3)
    found = recurring([line_keys(article) for article in articles])
    assert [fold_recurring(article, found) for article in articles] == articles


def test_an_outlet_is_known_by_its_host_before_its_name() -> None:
    assert outlet("Town Talk", "https://www.talk.example/1") == "talk.example"
    assert outlet("Town Talk", None) == "town talk"
    assert outlet(None, None) is None
