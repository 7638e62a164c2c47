"""How names spread over some of the articles: the same whether counted or tried in turn."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.store.cache import Cache, spread

NAMES = ("Ada Finch", "Jon Brandt", "Mira Solen", "Tove Lind", "Oren Maddox")
mentions = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(range(len(NAMES))), st.sampled_from(("a", "b"))),
    unique=True,
    max_size=40,
)


def filled(folder: Path, rows: list[tuple[int, int, str]]) -> sqlite3.Connection:
    """Write that articles use names, each name in up to two wordings."""
    cache = Cache.open(folder, lambda _notice: None)
    with cache.database.transaction() as connection:
        for number, name in enumerate(NAMES):
            held = len({article for article, one, _ in rows if one == number})
            connection.execute("INSERT INTO names VALUES (?, 'person', ?, ?, ?)", (number, name, held, name))
            connection.execute(
                "INSERT INTO entities (id, name, type, mentions, articles) VALUES (?, ?, 'person', ?, ?)",
                (name, name, held, held),
            )
        connection.executemany(
            "INSERT INTO article_names VALUES (?, ?, ?, 1, 0)",
            [(article, number, surface) for article, number, surface in rows],
        )
    return cache.database.connection


@settings(max_examples=40, deadline=None)
@given(mentions, st.frozensets(st.integers(1, 12)), st.integers(1, 5))
def test_the_names_most_articles_mention_come_first_in_few_articles_and_in_many(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[int, int, str]],
    keys: frozenset[int],
    limit: int,
) -> None:
    connection = filled(tmp_path_factory.mktemp("cache"), rows)
    held = Counter(NAMES[name] for article, name in {row[:2] for row in rows} if article in keys)
    expected = sorted(((name, count) for name, count in held.items()), key=lambda one: (-one[1], one[0]))
    for few in (0, 100):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(spread, "_FEW", few)
            found = spread.most_mentioned(connection, keys, limit)
        assert [tuple(share) for share in found["person"]] == expected[:limit]
        assert found["location"] == []
