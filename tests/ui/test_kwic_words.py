"""Contexts of a concordance are cut between words, and are as long as a wide screen is."""

from __future__ import annotations

import pytest

from briefreader.library import Library
from briefreader.ui.contents.kwic import head, tail


@pytest.mark.parametrize(
    ("width", "before", "after"),
    [
        (20, " barred from harbour", "harbour was barred  "),
        (12, "from harbour", "harbour was "),
        (3, "our", "har"),
    ],
)
def test_a_context_ends_between_words(width: int, before: str, after: str) -> None:
    assert tail("ships were barred from harbour", width) == before
    assert head("harbour was barred to ships", width) == after


def test_a_context_fills_a_wide_line_and_begins_and_ends_with_a_word(library: Library) -> None:
    lines = library.mentions("Borrell").occurrences
    assert max(len(line.left) for line in lines) > 100
    for line in lines:
        text = " ".join(library.article(line.article.id).text.split())
        words = set(text.split())
        assert line.left.split()[1:-1] == [word for word in line.left.split()[1:-1] if word in words]
        assert not line.left.split() or line.left.split()[0] in words
        assert not line.right[1:].split() or line.right.split()[-1] in words
