"""To a terminal whose locale is not UTF-8 nothing but ASCII is sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.text.width import cell_width
from briefreader.ui.output.ascii import in_ascii
from tests.pty.driver import Terminal


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("“No” – and Zürich’s cafe\u0301…", '"No" - and Zurich\'s cafe.'),
        ("\x1b[1mŁódź\x1b[m", "\x1b[1mLodz\x1b[m"),
        ("Москва", "??????"),
        ("語文 x", "???? x"),
        ("👍🏽!", "??!"),
        ("ﬁ", "f"),
    ],
)
def test_letters_are_those_that_look_like_them_in_as_many_cells(text: str, sent: str) -> None:
    assert in_ascii(text) == sent


@given(st.text(st.characters(min_codepoint=0xA0, exclude_categories=["Cs", "Cc", "Cf", "Mn", "Me", "Mc"])))
def test_nothing_else_is_sent_and_every_cell_keeps_its_place(text: str) -> None:
    assert in_ascii(text).isascii()
    assert len(in_ascii(text)) == cell_width(text)


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "de_DE.ISO-8859-1"}])
def test_an_article_cannot_steer_a_terminal_of_eight_bits(tmp_path: Path, locale: dict[str, str]) -> None:
    collection = tmp_path / "articles"
    collection.mkdir()
    # In UTF-8 the second byte of each first letter is CSI to such a terminal.
    (collection / "a.txt").write_text(
        "Û2J in the title\n\nÛ31m Ůber alles Û2J, “so to speak”.\n", encoding="utf-8"
    )
    # What starts the program here is Python itself, and would hand its own LC_CTYPE on.
    environment = {**locale, "PYTHONCOERCECLOCALE": "0"}
    command = ["briefreader", str(collection)]
    with Terminal(command, size=(90, 24), home=tmp_path, env=environment) as terminal:
        terminal.until("is not UTF-8")
        terminal.press("enter")
        terminal.until('U31m Uber alles U2J, "so to speak".')
        terminal.press("q", "q")
        assert terminal.wait() == 0
        assert bytes(terminal.output).isascii()


def test_who_knows_better_than_the_locale_says_so(tmp_path: Path) -> None:
    collection = tmp_path / "articles"
    collection.mkdir()
    (collection / "a.txt").write_text("Kyjiw\n\nКиїв.\n", encoding="utf-8")
    config = tmp_path / "config" / "briefreader"
    config.mkdir(parents=True)
    (config / "config.yaml").write_text("look:\n  unicode: yes\n")
    command = ["briefreader", str(collection)]
    with Terminal(command, size=(90, 24), home=tmp_path, env={"LANG": "C"}) as terminal:
        terminal.until("Київ")
        terminal.press("q")
        assert terminal.wait() == 0
