"""Stories and near-duplicates, as found by comparing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from briefreader.model import Duplicates, Stories, Story
from briefreader.store.sqlite import Database

_STORIES = """
SELECT story, json_group_array(id), min(title) FILTER (WHERE nth = 1) FROM (
    SELECT story, id, title, moment,
        row_number() OVER (PARTITION BY story ORDER BY moment IS NULL, moment, key) AS nth
    FROM stories JOIN articles ON key = article ORDER BY story, nth
) GROUP BY story ORDER BY count(*) DESC, min(moment) DESC, story
"""
_DUPLICATES = """
SELECT one.id, other.id, similarity FROM duplicates
JOIN articles AS one ON one.key = a JOIN articles AS other ON other.key = b ORDER BY similarity DESC, a, b
"""


class StoryTable:
    """Which story each article belongs to, and which articles nearly repeat one another."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Stories:
        """Return the stories, largest first, each titled as its first article; pairs of near-duplicates."""
        connection = self._database.connection
        stories = tuple(
            Story(story, title, tuple(json.loads(ids))) for story, ids, title in connection.execute(_STORIES)
        )
        pairs = tuple(
            Duplicates((one, other), similarity) for one, other, similarity in connection.execute(_DUPLICATES)
        )
        return Stories(stories, pairs)

    def put(self, connection: sqlite3.Connection, stories: Mapping[int, str]) -> None:
        """Write which story each article belongs to."""
        connection.executemany("INSERT OR REPLACE INTO stories VALUES (?, ?)", stories.items())
