"""The tables of the reader's own data, and how they grow from one version to the next."""

from __future__ import annotations

VERSION = 1

# Each row bears the article's id and its text's hash: by the one it is found in place, by the other moved.
TABLES = """
CREATE TABLE marks (
    article TEXT PRIMARY KEY, hash TEXT NOT NULL DEFAULT '',
    read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE places (
    article TEXT PRIMARY KEY, hash TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE tags (
    article TEXT, tag TEXT, hash TEXT NOT NULL DEFAULT '', PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (tag, article);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, hash TEXT NOT NULL DEFAULT '',
    start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL, created TEXT NOT NULL
);
CREATE INDEX notes_by_article ON notes (article);
CREATE TABLE amendments (
    article TEXT, field TEXT, hash TEXT NOT NULL DEFAULT '', value TEXT, PRIMARY KEY (article, field)
) WITHOUT ROWID;
CREATE TABLE fold_rules (
    article TEXT, quote TEXT, hash TEXT NOT NULL DEFAULT '', start INTEGER NOT NULL, folded INTEGER NOT NULL,
    PRIMARY KEY (article, quote, start)
) WITHOUT ROWID;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, rows TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0, taken TEXT NOT NULL DEFAULT '', elsewhere TEXT NOT NULL DEFAULT ''
);
"""

# Columns that a table has got since VERSION; they are added with the first write.
ADDED = {"journal": ("taken", "elsewhere")}

# Tables whose rows belong to an article, and the columns that make a row's key.
KEYS: dict[str, tuple[str, ...]] = {
    "marks": ("article",),
    "places": ("article",),
    "tags": ("article", "tag"),
    "notes": ("id",),
    "amendments": ("article", "field"),
    "fold_rules": ("article", "quote", "start"),
}

# Columns that are each a mark of its own: a step on one leaves the others as they are, and where none is left
# the row goes.
FLAGS: dict[str, tuple[str, ...]] = {"marks": ("read", "starred")}
