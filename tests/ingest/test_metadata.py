"""Title, source, author, date, address and language: found where the text gives them, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest import clean
from briefreader.ingest.metadata.dates import date_in_address, find_date, normalize_date
from briefreader.ingest.metadata.language import guess_language
from briefreader.ingest.metadata.titles import LONGEST
from tests.ingest.samples import PAGE, STORY, web_page


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("09:30 GMT 03.05.2021 (Updated: 11:00 GMT 04.05.2021)", "2021-05-03T09:30:00+00:00"),
        ("2021-05-03T09:30+0000", "2021-05-03T09:30:00+00:00"),
        ("2021-05-03T09:30:15.250Z", "2021-05-03T09:30:15+00:00"),
        ("2021-05-03 09:30:15+05:30", "2021-05-03T09:30:15+05:30"),
        ("3 May 2021, 09:30 BST", "2021-05-03T09:30:00+01:00"),
        ("May 3rd, 2021 at 3:05 p.m. EST", "2021-05-03T15:05:00-05:00"),
        ("Mon, 03 May 2021 09:30:00 +0200", "2021-05-03T09:30:00+02:00"),
        ("12:05 a.m., 3 May 2021", "2021-05-03T00:05:00"),
        ("Monday, 3 May 2021", "2021-05-03"),
        ("03.05.2021", "2021-05-03"),
        ("23/05/2021", "2021-05-23"),
        ("05/23/2021", "2021-05-23"),
        ("04/04/2021", "2021-04-04"),
        ("2021/05/03", "2021-05-03"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: str, meant: str) -> None:
    assert normalize_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "Monday",
        "last Wednesday",
        "on January 26",
        "May 2021",
        "2021",
        "04/05/2021",
        "31.02.2021",
        "soon",
        "",
        "9:30",
    ],
)
def test_what_is_no_date_gives_none(written: str) -> None:
    assert normalize_date(written) is None


@given(st.text(alphabet="0123456789-/.: TZMayGMT", max_size=30))
def test_no_string_of_figures_raises(written: str) -> None:
    found = find_date(written)
    assert found is None or found[:4].isdigit()


def test_an_address_can_carry_the_day() -> None:
    assert date_in_address("https://c.example/2021/05/03/stones") == "2021-05-03"
    assert date_in_address("https://c.example/20210503/stones") == "2021-05-03"
    assert date_in_address("https://c.example/report-20210599/stones") is None
    assert date_in_address("https://c.example/2021/05/stones") is None


def test_a_date_within_a_sentence_is_not_the_date_of_the_article() -> None:
    assert clean(STORY + "\nThe storm of 12 February 2021 was the third of its kind.\n").published is None


def test_a_page_gives_its_title_author_and_date() -> None:
    article = clean(PAGE)
    assert article.title == "Harbour opens again after the February storm"
    assert article.author == "Ida Marrow"
    assert article.published == "2021-05-03"
    assert article.language == "en"
    assert article.origins["author"] == "byline"


def test_the_address_on_the_first_line_gives_source_and_day() -> None:
    article = clean(f"https://www.courier.example/2021/05/03/stones\n\nStones that travel\n\n{STORY}")
    assert article.url == "https://www.courier.example/2021/05/03/stones"
    assert (article.source, article.origins["source"]) == ("courier.example", "address")
    assert (article.published, article.origins["published"]) == ("2021-05-03", "address")
    assert article.title == "Stones that travel"


def test_an_invitation_gives_away_the_outlet() -> None:
    assert clean(f"{STORY}\nFollow Venning Courier on Twitter\n").source == "Venning Courier"


def test_a_text_without_a_title_takes_words_of_its_first_sentence_and_no_others() -> None:
    article = clean(STORY)
    assert article.origins["title"] == "first sentence"
    assert (
        article.title
        == "The harbour of Little Venning will open again on Monday, the mayor told residents at a meeting"
    )
    assert article.title in STORY


def test_a_long_first_sentence_is_cut_where_it_bends() -> None:
    opening = (
        "After a night of storm and rain, divers of the county found that the old breakwater had moved "
        "by almost four metres, which nobody in the town had thought possible before."
    )
    title = clean(f"{opening}\n\n{STORY}").title
    assert title == "Divers of the county found that the old breakwater had moved by almost four metres…"
    assert len(title) <= LONGEST


def test_a_long_first_sentence_that_does_not_bend_is_cut_behind_a_word_that_may_stand_last() -> None:
    opening = (
        "Officials of seven coastal counties want larger seats at the long table of the harbour board of the "
        "old town of Little Venning."
    )
    title = clean(f"{opening}\n\n{STORY}").title
    assert title == f"{opening.partition(' of the old')[0]}…"


@given(st.text(min_size=1))
def test_every_text_has_a_title_of_one_line(text: str) -> None:
    article = clean(text)
    assert article.title.strip()
    assert "\n" not in article.title
    assert len(article.text) <= len(text) or not text.isascii() or "&" in text or "<" in text


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<meta name="date" content="2021-05-03T09:30:00Z">', "2021-05-03T09:30:00+00:00"),
        ('<script type=\'application/ld+json\'>{"datePublished": "2021-05-03"}</script>', "2021-05-03"),
        ("<meta content='2021-05-03' property='article:published_time'>", "2021-05-03"),
    ],
)
def test_a_page_head_gives_the_moment(head: str, found: str) -> None:
    assert clean(web_page("Stones", f"<p>{STORY}</p>", head)).published == found


def test_a_year_at_the_foot_of_a_page_is_no_date() -> None:
    assert clean(web_page("Stones", f"<p>{STORY}</p><p>Copyright 2019 the Courier</p>")).published is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The boat sank and the crew swam to the shore, where it was cold and dark.", "en"),
        (
            "Das Boot sank und die Mannschaft ist mit dem Hund an das Ufer geschwommen, wo es kalt war.",
            "de",
        ),
        ("Le bateau a coulé et les marins sont dans la mer avec le chien qui est sur une planche.", "fr"),
        ("El barco se hundió y los marineros con el perro que estaba en la playa no sabían por qué.", "es"),
        ("船が沈んで、乗組員は岸まで泳いだ。とても寒かった。", "ja"),
        ("Лодка утонула, и команда не знала, что это было в темноте на берегу и как выйти из воды.", "ru"),
    ],
)
def test_the_language_shows_in_the_small_words(text: str, code: str) -> None:
    assert guess_language(text) == code


def test_too_little_text_has_no_language() -> None:
    assert guess_language("Harbour 12") is None
    assert guess_language("") is None
