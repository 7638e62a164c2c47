"""Which articles tell one story, and which of them are suggested beside another."""

from __future__ import annotations

import random

from briefreader.compare import StoryBook, StoryRow, claim_rows, digest, echoes
from briefreader.compare.digests import unpack
from briefreader.library.story_remarks import named
from briefreader.model import Article, ArticleInfo
from tests.compare.accounts import account, compared, mention, people

SUBJECTS = {
    "dam": "Engineers inspect dam reservoir spillway concrete cracks valley Ulder evacuation sluice",
    "opera": "Soprano conductor orchestra premiere Elmsworth libretto rehearsal tickets applause",
    "strike": "Dockers union Tarnwick wages cranes picket containers negotiators walkout shipping harbour",
}


def report(subject: str, number: int, published: str | None = None) -> Article:
    """Write a report on a subject: its words in an order of its own, with a few that no other has."""
    chance = random.Random(f"{subject} {number}")
    words = SUBJECTS[subject].split() * 3
    chance.shuffle(words)
    own = [f"{subject}{number}detail{n}" for n in range(6)]
    sentences = [" ".join(words[n : n + 8]) + " " + own[n // 8] + "." for n in range(0, len(words) - 8, 8)]
    return account(*sentences, name=f"{subject}-{number}", published=published)


def book_of(articles: list[Article]) -> StoryBook:
    book = StoryBook()
    for article in articles:
        book.add(StoryRow(article, digest(article)))
    return book


def test_articles_find_their_story_in_whatever_order_they_come() -> None:
    articles = [report(subject, number) for subject in SUBJECTS for number in range(4)]
    for seed in range(4):
        random.Random(seed).shuffle(articles)
        stories = book_of(articles).stories().stories
        told = {frozenset(name.split("-")[0] for name in story.articles) for story in stories}
        assert told == {frozenset([subject]) for subject in SUBJECTS}
        assert all(len(story.articles) == 4 for story in stories)


def test_a_book_loaded_again_tells_the_same_stories() -> None:
    articles = [report(subject, number) for number in range(5) for subject in SUBJECTS]
    book, rows = StoryBook(), []
    for article in articles:
        packed = digest(article)
        rows.append(StoryRow(article, packed, book.add(StoryRow(article, packed))))
    again = StoryBook()
    again.load(rows)
    assert again.stories() == book.stories()


def test_an_article_that_changed_may_found_a_story_though_its_old_one_bears_its_name() -> None:
    dam, other = report("dam", 1), report("dam", 2)
    book = StoryBook()
    book.load([StoryRow(other, digest(other), dam.id)])
    changed = report("opera", 1)
    founder = Article(
        id=dam.id, path="x", title=changed.title, text=changed.text, paragraphs=changed.paragraphs
    )
    assert book.add(StoryRow(founder, digest(founder))) != dam.id


def test_two_affairs_of_one_kind_far_apart_in_time_stay_apart() -> None:
    articles = [report("dam", 1, "2020-01-10"), report("dam", 2, "2022-06-10")]
    assert book_of(articles).stories().stories == ()


def test_a_story_is_in_order_of_time_and_named_by_one_of_its_headlines() -> None:
    articles = [report("dam", n, f"2022-06-{20 - n:02}") for n in range(4)]
    (story,) = book_of(articles).stories().stories
    assert story.articles == ("dam-3", "dam-2", "dam-1", "dam-0")
    assert story.title in {article.title for article in articles}


def test_a_shortened_and_reordered_copy_is_a_near_duplicate_and_a_relative_is_none() -> None:
    sentences = [report("dam", n).text.split("\n\n")[k] for n in range(6) for k in (0, 1)]
    whole = account(*sentences, name="whole")
    copy = account(*reversed(sentences[:9]), name="copy")
    found = book_of([whole, copy, report("dam", 9)]).stories().duplicates
    assert [set(group.articles) for group in found] == [{"whole", "copy"}]


def test_a_digest_is_small_and_the_same_each_time() -> None:
    article = report("opera", 7)
    assert digest(article) == digest(article)
    assert len(digest(article)) < 3000


def test_a_suggestion_names_what_two_articles_share() -> None:
    names = people(of="Orla Fenwick")
    articles = [report("dam", n) for n in range(3)] + [report("opera", 1)]
    book = StoryBook()
    for article in articles[:2]:
        named = account(article.text, "Orla Fenwick came.", name=article.id)
        book.add(StoryRow(named, digest(named, [mention(named, "Orla Fenwick", "of")], names)))
    opera = account(articles[3].text, "Orla Fenwick sang.", name="opera-1")
    book.add(StoryRow(articles[2], digest(articles[2])))
    book.add(StoryRow(opera, digest(opera, [mention(opera, "Orla Fenwick", "of")], names)))
    best, *others = book.suggest("dam-0")
    assert best.article.id == "dam-1"
    assert best.reason == "both name Orla Fenwick; same story"
    (of_opera,) = [one.reason for one in others if one.article.id == "opera-1"]
    assert of_opera == "both name Orla Fenwick"
    assert all(one.article.id != "dam-0" for one in book.suggest("dam-0"))


def test_that_all_suggestions_are_of_one_story_is_not_said_of_each() -> None:
    names = people(of="Orla Fenwick")
    book = StoryBook()
    for article in [report("dam", n) for n in range(3)]:
        named = account(article.text, "Orla Fenwick came.", name=article.id)
        book.add(StoryRow(named, digest(named, [mention(named, "Orla Fenwick", "of")], names)))
    assert {one.reason for one in book.suggest("dam-0")} == {"both name Orla Fenwick"}


def test_an_article_that_was_removed_is_in_no_story() -> None:
    articles = [report("dam", n) for n in range(3)]
    book = book_of(articles)
    book.remove("dam-1")
    (story,) = book.stories().stories
    assert story.articles == ("dam-0", "dam-2")


def test_names_survive_the_digest() -> None:
    article = account("Orla Fenwick came.")
    packed = digest(article, [mention(article, "Orla Fenwick", "of")], people(of="Orla Fenwick"))
    assert unpack(packed).names == ("Orla Fenwick",)


def test_who_repeats_whom_is_told_by_time_and_equal_words() -> None:
    passage = "the keeper of the northern light had seen nothing but fog and gannets for eleven days"
    first = account(f"Sources say {passage}.", name="first", published="2022-01-02")
    later = account(f"It was reported that {passage}, and more.", name="later", published="2022-01-04")
    alone = account("Something else altogether happened inland.", name="alone", published="2022-01-03")
    found = {echo.article: echo for echo in echoes([later, alone, first])}
    assert list(found) == ["first", "alone", "later"]
    assert found["later"].repeats == "first"
    assert found["later"].words == len(passage.split())
    assert found["first"].repeats is None


def test_a_claim_is_covered_by_the_articles_that_make_it() -> None:
    claim = "The harbour board of Tarnwick voted on Monday to close the old grain pier."
    other = "Gulls have nested under the planks since the last war."
    found = compared(account(claim), account(other, claim, name="b"), account(claim, name="c"))
    first, second = claim_rows(found)
    assert first.units == ((0,), (1,), (0,))
    assert (second.articles, second.units) == (1, ((), (0,), ()))


def test_an_article_without_a_source_is_named_by_its_file_before_its_title() -> None:
    title = "The ferry to Varnholm is late"
    assert named(ArticleInfo(id="a", path="sea/ferry.txt", title=title)) == f"ferry.txt: {title}"
    assert named(ArticleInfo(id="a", path="x.txt", title=title, source="Lantern")) == f"Lantern: {title}"
    assert named(ArticleInfo(id="a", path="sea/ferry.txt", title="")) == "ferry.txt"
