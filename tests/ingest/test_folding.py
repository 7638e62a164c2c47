"""What of a plain text is folded, why, and above all what is not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest import ReadArticle, clean, read_file
from briefreader.ingest.folding.model import best_stretch, outside
from briefreader.ingest.layout import paragraphs
from briefreader.ingest.lines import split_lines
from briefreader.model import Article
from tests.ingest.samples import PAGE, STORY, folded, open_text

MORE = (
    "The council will meet again in June. Until then boats of more than nine metres have to stay outside "
    "the harbour, and the ferry lands its passengers at the old pier, as it did before the war.\n\n"
    "Nobody could say on Monday who is going to pay for the second half of the work.\n"
)


def test_an_article_without_residue_is_left_alone() -> None:
    assert clean(STORY).folds == ()


def test_what_stands_around_an_article_is_folded_and_no_sentence_of_it() -> None:
    article = clean(PAGE)
    for line in STORY.split("\n\n"):
        assert line.strip() in open_text(article)
    for residue in ("Sign in", "Weather", "Leave a Reply", "Subscribe to our newsletter", "Cat found"):
        assert residue in folded(article)
        assert residue not in open_text(article)


def test_nothing_is_ever_deleted() -> None:
    assert clean(PAGE).text == PAGE


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("https://courier.example/2021/05/03/stones.html", "address"),
        ("https://img.courier.example/stones_1200x675.jpg", "address"),
        ("desk@courier.example", "e-mail address"),
        ("+44 20 7946 0123", "telephone number"),
        ("2021-05-03T09:30+0000", "machine value"),
        ("3 May 2021, 09:30 GMT", "date line"),
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Follow the Courier on Telegram and never miss the tide", "invitation"),
        ("The Venning Courier To Your Inbox!", "invitation"),
        ("We never spam. Read our privacy policy for more.", "invitation"),
        ("Enter your e-mail address", "invitation"),
        ("You can unsubscribe at any time.", "invitation"),
        ("Already a subscriber? Log in", "sign-in"),
        ("Forgot your password?", "sign-in"),
        ("By signing up you agree to our terms and to the tides.", "privacy notice"),
        ("We use cookies to make this site better. Accept", "privacy notice"),
        ("Please enable JavaScript to see what others said.", "technical notice"),
        ("Skip to main content", "navigation"),
        ("Source Link", "source link"),
        ("Share on Facebook", "sharing"),
        ("© 2021 Venning Courier", "copyright"),
        ("Read also: the ferry is late", "navigation"),
        ("Advertisement", "advertisement"),
        ("The breakwater in May “The breakwater after the storm” />", "image caption"),
    ],
)
def test_a_line_of_residue_is_folded_with_its_reason(line: str, reason: str) -> None:
    article = clean(f"{STORY}\n{line}\n")
    assert [(fold.cut(article.text), fold.reason) for fold in article.folds] == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Source: the harbour master, who was there when the stones began to move that night.",
        "Share prices of the dredging company fell by a tenth after the report was published.",
        "Follow-up dives are planned for the summer, said Quill.",
        "Leave a light on, she told her daughter.",
        "Copyright law was not what the council had in mind when it bought the old chart.",
        "In 2021, 40 boats were lost.",
        "You may unsubscribe whenever the letters bore you, the mayor told those who had come.",
        "By continuing the search at night, you risk more than you gain, said the harbour master.",
        "Already a member of the council, she did not want to be its head.",
        "No account of the storm survives from that night.",
        "Enter the harbour by the north gate, the notice said.",
        "She had left her number, 0171 946 0123, with the guard.",
    ],
)
def test_a_sentence_that_only_begins_like_residue_stays(line: str) -> None:
    assert clean(f"{STORY}\n{line}\n").folds == ()


def test_the_name_that_a_caption_left_behind_goes_with_it() -> None:
    caption = "Ada Quill: I saw the stones move “Quill on the breakwater” />\n\nAda Quill\n"
    article = clean(f"Harbour opens again\n\n{caption}\n{STORY}")
    assert folded(article) == caption.strip()


def test_a_copy_glued_to_one_line_is_folded_and_the_paragraphs_stay() -> None:
    glued = "".join(STORY.split("\n\n")).replace("\n", "")
    article = clean(f"Stones that travel\n{glued}\nStones that travel\n\n{STORY}")
    assert folded(article).startswith("Stones that travel\n" + glued[:40])
    assert open_text(article).strip() == f"Stones that travel\n\n{STORY}".strip()


def test_a_text_that_is_all_residue_is_shown() -> None:
    assert clean("Leave a Reply\n\nSource Link\n").folds == ()


def test_a_list_without_a_sentence_is_not_taken_for_a_menu() -> None:
    assert (
        clean("\n".join(f"{number}. Boat of the name {name}" for number, name in enumerate("ABCDEFGH"))).folds
        == ()
    )


def test_neighbouring_folds_are_one_that_names_its_reasons() -> None:
    article = clean(f"{STORY}\nSource Link\n\nLeave a Reply\n\nShare\n")
    assert [fold.reason for fold in article.folds] == ["source link, comment form, sharing"]


@given(st.lists(st.sampled_from([*PAGE.splitlines(), "* Home", "1. One", "“Really?”", ""]), max_size=40))
def test_whatever_is_folded_folds_are_in_order_and_apart_and_blocks_are_what_is_left(
    lines: list[str],
) -> None:
    article = clean("\n".join(lines))
    spans = sorted([*article.folds, *article.paragraphs], key=lambda span: span.start)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    kept = "".join(span.cut(article.text) for span in spans)
    assert "".join(kept.split()) == "".join(article.text.split())


def test_a_wrapped_paragraph_is_one_block() -> None:
    wrapped = (
        "The harbour of Little Venning will open again on Monday, the mayor\n"
        "told residents at a meeting. Divers had found that the storm moved\n"
        "the old breakwater by almost four metres.\n"
    )
    assert [block.cut(wrapped) for block in clean(wrapped).paragraphs] == [wrapped.strip()]


def test_a_line_cut_within_a_sentence_is_joined_to_the_next() -> None:
    text = (
        "The mayor wants a share of\nthe money that the county has put aside for its harbours.\nShe will ask."
    )
    assert len(paragraphs(text)) == 2


def test_headings_items_and_quotations_are_told_apart() -> None:
    text = f"What the divers saw\n\n{STORY.splitlines()[0]}\n\n- one stone\n- two stones\n\n> said Quill\n"
    assert [block.kind for block in clean(text).paragraphs] == [
        "heading",
        "paragraph",
        "item",
        "item",
        "quote",
    ]


def test_the_stretch_of_the_greatest_sum_is_found() -> None:
    assert best_stretch([-1, 2, -1, 3, -5, 3]) == (1, 4)
    assert best_stretch([-1, -2]) == (0, 0)
    assert best_stretch([]) == (0, 0)


@given(st.lists(st.integers(-5, 5), max_size=12))
def test_no_stretch_has_a_greater_sum(values: list[int]) -> None:
    first, last = best_stretch(values)
    sums = [sum(values[a:b]) for a in range(len(values) + 1) for b in range(a, len(values) + 1)]
    assert sum(values[first:last]) == max(0, *sums)


def test_a_short_note_is_too_little_to_judge() -> None:
    assert outside(list(split_lines("* Home\n* Sport\nThe harbour is open.\n* More"))) == {}


def test_comments_longer_than_the_article_do_not_take_its_place() -> None:
    remarks = "\n".join(
        f"{number}. reader{number} says:\nMay {number}, 2021\nI have walked there since I was a child, and "
        f"I saw the stones move at least {number} times before anybody came to measure them.\n"
        for number in range(1, 20)
    )
    menu = "* Home\n* News\n* Sport\n* Tides\n* Sign in\n"
    article = clean(f"{menu}\n{STORY}\n{MORE}\nShare this\n\n19 responses to “Stones”\n\n{remarks}")
    assert STORY.splitlines()[0] in open_text(article)
    assert "reader7 says" in folded(article)


def test_a_refrain_and_short_answers_stay() -> None:
    verses = "\n\n".join(f"{line}\nRow, row, row!\nYes." for line in STORY.split("\n\n"))
    assert clean(verses).folds == ()


def test_a_doubled_title_is_folded_once() -> None:
    article = clean(f"Stones that travel\nStones that travel\n\n{STORY}")
    assert [(fold.cut(article.text), fold.reason) for fold in article.folds] == [
        ("Stones that travel", "repeated line")
    ]


def test_news_of_shares_and_terms_is_not_taken_for_a_page_of_buttons() -> None:
    story = (
        "Group raises its stake\n\nA group of shareholders said it had raised its stake in the shipyard.\n\n"
        "Shares rose after the terms were published.\n\nThe yard had no comment.\n\n"
        "Its chairman will follow the next steps closely, he told a newspaper in the harbour on Friday, and "
        "he promised to publish every letter that the group had written to the board since the winter.\n\n"
        "The terms, which the board has not yet seen in full, are said to value each share at four crowns, "
        "about a third more than before the first of the letters came.\n"
    )
    assert clean(story).folds == ()


def test_a_table_of_figures_is_no_list_of_telephone_numbers() -> None:
    assert clean(f"{STORY}\nOats   158.4   5.6   4.1\n2019 2020 2021\n12.5 13.5 14.5\n").folds == ()


def read_markdown(folder: Path, text: str) -> Article:
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    (found,) = read_file(path, relative="note.md")
    assert isinstance(found, ReadArticle)
    return found.article


def test_a_line_of_residue_in_markdown_is_folded_also_as_a_link(tmp_path: Path) -> None:
    article = read_markdown(
        tmp_path, f"# Stones\n\n{STORY}\n\n[Share on Facebook](https://fb.example/s)\n\n**Leave a Reply**\n"
    )
    assert [fold.reason for fold in article.folds] == ["sharing, comment form"]
    assert open_text(article).strip() == f"# Stones\n\n{STORY}".strip()


def test_what_a_writer_of_notes_puts_on_a_line_of_its_own_stays(tmp_path: Path) -> None:
    notes = (
        "# Harbour\n\n## See also\n\n- Search\n- Home\n\nhttps://port.example/chart\n\n2021-05-03\n\nName\n"
    )
    assert read_markdown(tmp_path, notes).folds == ()


def test_a_page_clipped_to_markdown_is_folded_around_its_article(tmp_path: Path) -> None:
    menu = "".join(
        f"* [{word}](https://c.example/{word})\n" for word in ("Home", "Weather", "Tides", "Boats")
    )
    tail = (
        "Subscribe to our newsletter\n\nShare on Facebook\n\nRead also: Cat found\n\nRead also: Dog lost\n\n"
        "Leave a Reply\n\n© 2021 Venning Courier\n"
    )
    article = read_markdown(tmp_path, f"{menu}\n# Stones that travel\n\n{STORY}\n\n{MORE}\n{tail}")
    assert "Weather" in folded(article)
    assert "Dog lost" in folded(article)
    for line in STORY.split("\n\n"):
        assert line.strip() in open_text(article)


@pytest.mark.parametrize("mark", ["* ", "- ", "• ", ""])
def test_a_text_that_is_one_long_list_stays_whole(mark: str) -> None:
    names = ("Anna", "Bella Rosa", "Caspar of the north", "Dora", "Emil", "Fair wind", "Gerda the younger")
    items = [f"{mark}{name}, {size} metres, from {name[:3]}haven" for size in range(6, 12) for name in names]
    assert clean("\n".join(items)).folds == ()


VERSE = [
    "O stones that travel in the night",
    "Along the bottom of the bay",
    "You leave no track by morning light",
    "And nobody has seen the way",
    "The divers went with lamp and line",
    "And counted you from one to ten",
    "They marked the tenth with chalk and twine",
    "It was the first when they came again",
]


@pytest.mark.parametrize("mark", ["", "* ", "1. "])
def test_a_poem_or_list_is_kept_where_a_page_has_it_for_its_article(mark: str) -> None:
    poem = "\n".join(mark + line for line in VERSE * 2)
    article = clean(PAGE.replace(STORY, poem + "\n"))
    assert all(line in open_text(article) for line in VERSE)
    assert "Sign in" in folded(article)
