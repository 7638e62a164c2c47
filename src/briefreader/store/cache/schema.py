"""The cache's tables. Caches whose :data:`VERSION` is another one are rebuilt."""

from __future__ import annotations

import hashlib

MEANING = 3
"""To be raised when rows mean something else while the tables stay as they are."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, location BLOB NOT NULL,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, hash BLOB NOT NULL, same_as INTEGER
);
CREATE INDEX files_by_hash ON files (hash);
CREATE TABLE skipped (path TEXT NOT NULL, file INTEGER, reason TEXT NOT NULL);
CREATE INDEX files_by_twin ON files (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX skipped_by_file ON skipped (file);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    file INTEGER NOT NULL, record TEXT NOT NULL, path TEXT NOT NULL,
    title TEXT NOT NULL, source TEXT, author TEXT, published TEXT, moment REAL,
    url TEXT, language TEXT, words INTEGER NOT NULL, text_hash TEXT NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0, recognised INTEGER NOT NULL DEFAULT 0,
    related INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articles_by_file ON articles (file);
CREATE INDEX articles_by_path ON articles (path);
CREATE INDEX articles_by_moment ON articles (moment IS NULL, moment DESC, key);
CREATE INDEX articles_by_hash ON articles (text_hash);
CREATE INDEX articles_unindexed ON articles (key) WHERE NOT indexed;
CREATE INDEX articles_unrecognised ON articles (key) WHERE NOT recognised;
CREATE INDEX articles_unrelated ON articles (key) WHERE NOT related;
CREATE TABLE texts (
    key INTEGER PRIMARY KEY, text TEXT NOT NULL, paragraphs BLOB NOT NULL, folds TEXT NOT NULL,
    origins TEXT NOT NULL, checksum INTEGER NOT NULL, given TEXT
);
CREATE TABLE departed (stage TEXT, key INTEGER, PRIMARY KEY (stage, key)) WITHOUT ROWID;
CREATE TABLE article_mentions (
    article INTEGER PRIMARY KEY, mentions TEXT NOT NULL, checksum INTEGER NOT NULL
);
CREATE TABLE names (
    id INTEGER PRIMARY KEY, type TEXT NOT NULL, text TEXT NOT NULL, articles INTEGER NOT NULL, entity TEXT,
    UNIQUE (type, text)
);
CREATE INDEX names_by_entity ON names (entity);
CREATE INDEX names_gone ON names (id) WHERE articles <= 0;
CREATE TABLE article_names (
    article INTEGER, name INTEGER, surface TEXT, count INTEGER NOT NULL, first INTEGER NOT NULL,
    PRIMARY KEY (article, name, surface)
) WITHOUT ROWID;
CREATE INDEX article_names_by_name ON article_names (name, article, count);
CREATE TABLE entities (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL,
    mentions INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0,
    aliases TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;
CREATE TABLE digests (
    nth INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL UNIQUE,
    digest BLOB NOT NULL, story TEXT NOT NULL DEFAULT ''
);
CREATE INDEX digests_by_story ON digests (story);
CREATE TABLE stories (nth INTEGER PRIMARY KEY, title TEXT NOT NULL, keys TEXT NOT NULL);
CREATE TABLE duplicates (nth INTEGER PRIMARY KEY, similarity REAL NOT NULL, keys TEXT NOT NULL);
CREATE INDEX entities_by_count ON entities (mentions DESC, articles DESC, name);
"""

# Made from the text of the tables, so that no change to them can go without one of the version.
VERSION = f"{MEANING}:{hashlib.sha256(TABLES.encode()).hexdigest()[:16]}"
