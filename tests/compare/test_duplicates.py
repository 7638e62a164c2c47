"""Which articles are copies of one another, and which only share their subject."""

from __future__ import annotations

import random

from briefreader.compare import digest
from briefreader.compare.digests import unpack
from briefreader.compare.duplicates import DuplicateIndex
from briefreader.compare.sketches import Sketch, sketch
from tests.compare.accounts import account

LETTERS = "bcdfghjklmnprstvwz"


def made_up_words(count: int, seed: str) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(LETTERS, k=6)) for _ in range(count)]


def groups_of(texts: list[str]) -> tuple[list[list[int]], int]:
    """Return the near-duplicates among texts, and how often two sketches were set side by side."""
    sketches = [sketch(account(text)) for text in texts]
    asked: list[int] = []

    def sketch_of(number: int) -> Sketch:
        asked.append(number)
        return sketches[number]

    index = DuplicateIndex(sketch_of)
    for number, sample in enumerate(sketches):
        index.add(number, sample)
    return sorted(numbers for numbers, _ in index.groups()), len(asked)


def reworded(words: list[str], share: float, seed: str) -> str:
    chance = random.Random(seed)
    return " ".join(f"{word}x" if chance.random() < share else word for word in words)


def test_a_copy_with_a_fifth_of_its_words_changed_and_a_third_cut_is_found() -> None:
    originals = [made_up_words(300, f"text {n}") for n in range(8)]
    copies = [reworded(words[100:], 0.2, f"copy {n}") for n, words in enumerate(originals)]
    found, _ = groups_of([" ".join(words) for words in originals] + copies)
    assert found == [[n, n + 8] for n in range(8)]


def test_a_thousand_notes_that_are_nearly_equal_are_one_group_at_little_cost() -> None:
    notes = [f"Gauge {n} at the lower weir was read at noon and nothing else was seen." for n in range(1000)]
    found, asked = groups_of(notes)
    assert found == [list(range(1000))]
    assert asked < 4 * len(notes)


def test_a_form_that_many_fill_in_makes_no_crowd_of_copies() -> None:
    form = made_up_words(40, "form")
    filled = [" ".join(form + made_up_words(60, f"answer {n}")) for n in range(60)]
    found, asked = groups_of(filled)
    assert all(len(group) <= 12 for group in found)
    assert asked <= 12 * len(filled)


def test_a_text_of_two_words_and_an_empty_one_are_copies_of_nothing() -> None:
    assert groups_of(["Weir shut.", "Weir shut.", "—"])[0] == []


def test_a_digest_is_read_back_as_it_was_made() -> None:
    article = account("The weir at Ulderfoot was shut on Monday.", "Nobody was hurt, said Mara Quill.")
    known = unpack(digest(article))
    assert known.sketch.tolist() == sketch(article).tolist()
    assert len(known.vector.terms) == len(known.vector.weights) > 5


def test_a_copy_is_found_however_many_articles_came_between() -> None:
    first = " ".join(made_up_words(200, "first"))
    between = [" ".join(made_up_words(60, f"between {n}")) for n in range(3000)]
    found, _ = groups_of([first, *between, first])
    assert found == [[0, 3001]]
