"""Contexts of a concordance are cut between words, and are as long as a wide screen is."""

from __future__ import annotations

import pytest

from briefreader.library import Library
from briefreader.ui.contents.kwic import head, tail
from tests.ui.conftest import Opens
from tests.ui.reader import Reader


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


def article_named(reader: Reader) -> str:
    return str(reader.screen.rows.border_subtitle or "")


async def test_where_lines_have_no_room_for_their_article_the_frame_names_that_under_the_cursor(
    opened: Opens,
) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.read_names()
        await reader.press("tab", "@")
        await reader.until(lambda: getattr(reader.screen, "lines", None))
        named = []
        for keys in (("g", "g"), ("G",)):
            await reader.press(*keys)
            line = reader.screen.rows.occurrence.article
            await reader.until(lambda article=line: article_named(reader).endswith(article.title))
            named.append(article_named(reader))
            assert named[-1].startswith(f"{line.published[:10]} · {line.source} · ")
        assert named[0] != named[1]
        await reader.pilot.resize_terminal(120, 36)
        await reader.until(lambda: not article_named(reader))
