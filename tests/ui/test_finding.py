"""Finding words in the article that is open, as one types."""

import pytest
from textual.events import Key

from briefreader.keymap import load_keymap
from tests.ui.conftest import Opens
from tests.ui.reader import Reader, remark


async def find(reader: Reader, words: str) -> None:
    await reader.press("f")
    await reader.type(words)


def is_found(reader: Reader, words: str) -> bool:
    """Tell whether the first place of all these words is lit and counted, not that of their first letters."""
    return (reader.lit or "").casefold() == words and remark(reader).startswith("1 of ")


async def test_finds_are_counted_while_one_types(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await find(reader, "the")
        await reader.until(lambda: is_found(reader, "the"))


async def test_words_that_are_not_there_say_so_and_lead_nowhere(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        before = reader.main.desk.article.place
        await find(reader, "europex")
        await reader.until(lambda: remark(reader) == "not found")
        assert reader.main.desk.article.place == before
        assert reader.lit is None


async def test_what_is_wrong_with_an_expression_is_said_beside_it(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await find(reader, "/(the")
        await reader.until(lambda: "no regular expression" in remark(reader))


@pytest.mark.parametrize(
    ("preset", "following", "before", "leave"),
    [
        ("emacs", "ctrl+s", "ctrl+r", "ctrl+g"),
        ("vim", "ctrl+g", "ctrl+t", "escape"),
        ("default", "ctrl+g", "ctrl+t", "escape"),
    ],
)
async def test_one_steps_on_while_one_types_and_more_letters_are_found_from_there(
    opened: Opens, preset: str, following: str, before: str, leave: str
) -> None:
    async with opened(keymap=load_keymap(preset=preset)) as reader:
        await reader.read()
        start = reader.main.desk.article.place
        await find(reader, "th")
        await reader.until(lambda: is_found(reader, "th"))
        first = reader.main.desk.article.current
        count = int(remark(reader).split()[2].rstrip(","))
        await reader.press(following, following)
        assert remark(reader).startswith("3 of ")
        third = reader.main.desk.article.current
        await reader.press(before, before, before)
        assert remark(reader).startswith(f"{count} of ")
        await reader.press(following, following, following)
        assert reader.main.desk.article.current == third
        await reader.type("e")
        await reader.until(lambda: reader.lit and reader.lit.casefold() == "the")
        assert reader.main.desk.article.current.start >= third.start > first.start
        await reader.press(leave)
        assert reader.place == "article"
        assert reader.main.desk.article.place == start


async def test_the_key_that_steps_finds_the_last_words_again_from_an_empty_line(opened: Opens) -> None:
    async with opened(keymap=load_keymap(preset="emacs")) as reader:
        await reader.read()
        await find(reader, "the")
        await reader.until(lambda: is_found(reader, "the"))
        await reader.press("enter", "escape", "ctrl+s", "ctrl+s")
        await reader.until(lambda: remark(reader).startswith("1 of "))
        assert reader.main.crew.line.text == "the"
        await reader.press("ctrl+s")
        assert remark(reader).startswith("2 of ")


async def test_a_step_typed_behind_the_last_letter_leads_on_from_the_first_place(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        for key in ("f", "t", "h", "e", "ctrl+g"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: remark(reader).startswith("2 of "))


async def test_the_footer_offers_no_search_keys_while_words_are_found(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await find(reader, "the")
        assert "Keep" in reader.hints
        assert "Narrow" not in reader.hints


async def test_what_is_folded_away_is_passed_over_and_counted(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await find(reader, "moscow")
        await reader.until(lambda: is_found(reader, "moscow"))
        text = reader.main.desk.article.text.casefold()
        folds = reader.main.desk.article.hidden
        folded = sum("moscow" in fold.cut(text) for fold in folds)
        assert folded
        assert remark(reader) == f"1 of {text.count('moscow') - folded}, {folded} more folded away"
        await reader.press("enter")
        assert not reader.main.desk.article.open_folds


async def test_an_open_fold_is_searched_and_a_closed_one_opens_where_words_stand_nowhere_else(
    opened: Opens,
) -> None:
    async with opened() as reader:
        await reader.read()
        await find(reader, "title:")
        await reader.until(lambda: remark(reader) == "1 of 1")
        assert reader.main.desk.article.open_folds
        await reader.press("enter")
        await find(reader, "moscow")
        await reader.until(lambda: is_found(reader, "moscow"))
        assert "folded" not in remark(reader)


async def test_keys_typed_ahead_of_what_is_found_step_on_from_it(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        reader.main.take_key(Key("f", "f"))
        for letter in "the":
            reader.main.take_key(Key(letter, letter))
        for key in ("enter", "n", "n"):
            reader.main.take_key(Key(key, None))
        await reader.until(lambda: "“the” 3/" in reader.main.desk.status.where)


async def test_enter_on_words_that_are_nowhere_says_so_and_keeps_the_line_to_be_mended(opened: Opens) -> None:
    async with opened() as reader:
        await reader.read()
        await find(reader, "europex")
        await reader.until(lambda: remark(reader) == "not found")
        await reader.press("enter")
        assert remark(reader) == "not found; Esc goes back"
        assert reader.place == "search"
        await reader.press("backspace")
        await reader.until(lambda: remark(reader).startswith("1 of"))
        await reader.press("enter")
        assert reader.place == "article"
        assert reader.lit
        assert reader.lit.casefold() == "europe"


async def test_escape_from_words_that_are_nowhere_goes_back_to_the_hits(opened: Opens) -> None:
    async with opened() as reader:
        await reader.search("kuleba")
        await find(reader, "europex")
        await reader.until(lambda: remark(reader) == "not found")
        await reader.press("enter", "escape")
        await reader.until(lambda: reader.main.opening.lit.trail.label == "hit")
        assert reader.place == "article"


@pytest.mark.parametrize(("words", "why"), [("europex", "not found"), ("/(the", "no regular expression")])
async def test_a_line_entered_before_it_is_known_that_nothing_is_found_opens_again(
    opened: Opens, words: str, why: str
) -> None:
    async with opened() as reader:
        await reader.read()
        for key in ("f", *words, "enter"):
            reader.main.take_key(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: why in remark(reader) and reader.place == "search")
        assert reader.main.crew.line.text == words
