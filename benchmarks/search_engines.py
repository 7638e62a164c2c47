"""Three engines behind one face: briefreader's, SQLite FTS5 and tantivy, all with stemming."""

from __future__ import annotations

import json
import lzma
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from benchmarks.search_ignorance import Ignorant
from briefreader.model import ArticleInfo
from briefreader.search import Engine, IndexDocument, open_engine

Article = dict[str, Any]
TOP = 20


def articles(path: Path, limit: int | None = None) -> Iterator[Article]:
    """Read articles {id, title, date, body, src} from compressed JSON lines."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            yield json.loads(line)


class Rival(Protocol):
    """An engine under measurement. ``run`` answers as a user would see it: top 20, snippets, total."""

    name: str

    def build(self, articles: Iterable[Article]) -> None: ...

    def add(self, number: int, article: Article) -> None: ...

    def run(self, kind: str, words: Sequence[str]) -> int | None: ...


class Bodies(Ignorant):
    """Articles in SQLite, as a library keeps them; it answers for what the benchmark's queries never ask."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path)
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute(
            "CREATE TABLE IF NOT EXISTS article (key INTEGER PRIMARY KEY, title, day, body, source)"
        )

    def put(self, key: int, article: Article) -> None:
        row = (key, article["title"], article["date"], article["body"], article["src"])
        self.db.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?)", row)

    def text(self, key: int) -> str:
        row = self.db.execute("SELECT body FROM article WHERE key = ?", (key,)).fetchone()
        return str(row[0])

    def info(self, keys: Sequence[int]) -> list[ArticleInfo]:
        marks = ",".join("?" * len(keys))
        rows = self.db.execute(f"SELECT key, title, source, day FROM article WHERE key IN ({marks})", keys)
        found = {
            key: ArticleInfo(id=str(key), path="", title=title, source=source, published=day, key=key)
            for key, title, source, day in rows
        }
        return [found[key] for key in keys if key in found]


def document(key: int, article: Article) -> IndexDocument:
    return IndexDocument(
        key=key,
        title=article["title"],
        body=article["body"],
        source=article["src"],
        published=article["date"],
    )


class Briefreader:
    """The engine of this project."""

    name = "briefreader"

    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.bodies = Bodies(directory / "bodies.db")
        self.engine: Engine = open_engine(directory / "index", self.bodies)

    def build(self, articles: Iterable[Article]) -> None:
        self.engine.update(self._stored(articles))
        self.bodies.db.commit()
        self.bodies.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _stored(self, articles: Iterable[Article]) -> Iterator[IndexDocument]:
        for key, article in enumerate(articles, 1):
            self.bodies.put(key, article)
            yield document(key, article)

    def add(self, number: int, article: Article) -> None:
        self.bodies.put(number, article)
        self.bodies.db.commit()
        self.engine.update([document(number, article)])

    def run(self, kind: str, words: Sequence[str]) -> int:
        text = " ".join(words)
        match kind:
            case "phrase":
                return self.engine.search(f'"{text}"', limit=TOP).total
            case "prefix":
                return self.engine.search(text + "*", limit=TOP).total
            case "fuzzy":
                return self.engine.search(text + "~", limit=TOP).total
            case "typing":
                return self.engine.search(text, limit=TOP, typing=True).total
            case "fieldsort":
                return self.engine.search(f"{words[0]} source:{words[1]}", limit=TOP, sort="date").total
        return self.engine.search(text, limit=TOP).total


class Fts5:
    """SQLite's own full text index, external content, prefix indexes for two and three letters."""

    name = "FTS5"

    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.bodies = Bodies(directory / "bodies.db")
        self.bodies.db.execute("PRAGMA cache_size = -64000")
        self.bodies.db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5(title, body, content = 'article',"
            " content_rowid = 'key', tokenize = 'porter unicode61', prefix = '2 3')"
        )

    def build(self, articles: Iterable[Article]) -> None:
        with self.bodies.db:
            for key, article in enumerate(articles, 1):
                self._put(key, article)
        self.bodies.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _put(self, key: int, article: Article) -> None:
        self.bodies.put(key, article)
        row = (key, article["title"], article["body"])
        self.bodies.db.execute("INSERT INTO fts(rowid, title, body) VALUES (?, ?, ?)", row)

    def add(self, number: int, article: Article) -> None:
        with self.bodies.db:
            self._put(number, article)

    def run(self, kind: str, words: Sequence[str]) -> int | None:
        if kind == "fuzzy":
            return None
        if kind == "fieldsort":
            return self._by_source(words[0], words[1])
        quoted = [f'"{word}"' for word in words]
        if kind == "phrase":
            quoted = ['"' + " ".join(words) + '"']
        if kind in ("prefix", "typing"):
            quoted[-1] = words[-1] + "*"
        match = " ".join(quoted)
        self.bodies.db.execute(
            "SELECT rowid, snippet(fts, 1, '<', '>', '…', 24), bm25(fts, 2.0, 1.0) FROM fts"
            " WHERE fts MATCH ? ORDER BY rank LIMIT 20",
            (match,),
        ).fetchall()
        return self._count("SELECT count(*) FROM fts WHERE fts MATCH ?", (match,))

    def _by_source(self, word: str, source: str) -> int:
        tables = "fts JOIN article ON article.key = fts.rowid WHERE fts MATCH ? AND source = ?"
        self.bodies.db.execute(
            f"SELECT fts.rowid, snippet(fts, 1, '<', '>', '…', 24) FROM {tables} ORDER BY day DESC LIMIT 20",
            (f'"{word}"', source),
        ).fetchall()
        return self._count(f"SELECT count(*) FROM {tables}", (f'"{word}"', source))

    def _count(self, query: str, values: tuple[str, ...]) -> int:
        return int(self.bodies.db.execute(query, values).fetchone()[0])


class Tantivy:
    """The Rust engine, through its Python binding; it keeps the bodies itself."""

    name = "tantivy"

    def __init__(self, directory: Path) -> None:
        import tantivy

        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._t = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("source", stored=True, tokenizer_name="raw")
        for field in ("title", "body"):
            builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
        builder.add_integer_field("day", stored=True, fast=True, indexed=True)
        self._schema = builder.build()
        self._index: Any = tantivy.Index(self._schema, path=str(directory))

    def _document(self, article: Article) -> Any:
        day = int(article["date"].replace("-", ""))
        return self._t.Document(source=article["src"], title=article["title"], body=article["body"], day=day)

    def build(self, articles: Iterable[Article]) -> None:
        writer = self._index.writer(256_000_000, 1)
        for article in articles:
            writer.add_document(self._document(article))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def add(self, _number: int, article: Article) -> None:
        writer = self._index.writer(50_000_000, 1)
        writer.add_document(self._document(article))
        writer.commit()
        self._index.reload()

    def run(self, kind: str, words: Sequence[str]) -> int:
        searcher = self._index.searcher()
        query = self._query(kind, words)
        order = {"order_by_field": "day"} if kind == "fieldsort" else {}
        found = searcher.search(query, TOP, count=True, **order)
        snippets = self._t.SnippetGenerator.create(searcher, query, self._schema, "body")
        for _, address in found.hits:
            passage = snippets.snippet_from_doc(searcher.doc(address))
            passage.fragment()
            passage.highlighted()
        return int(found.count)

    def _query(self, kind: str, words: Sequence[str]) -> Any:
        fields, query, must = ["title", "body"], self._t.Query, self._t.Occur.Must
        if kind == "phrase":
            return self._index.parse_query('"' + " ".join(words) + '"', fields)
        if kind == "fuzzy":
            return self._either(
                [query.fuzzy_term_query(self._schema, field, words[0], 1) for field in fields]
            )
        if kind == "fieldsort":
            source = query.term_query(self._schema, "source", words[1])
            return query.boolean_query([(must, self._index.parse_query(words[0], fields)), (must, source)])
        if kind in ("prefix", "typing"):
            start = re.escape(words[-1]) + ".*"
            parts = [(must, self._index.parse_query(word, fields)) for word in words[:-1]]
            last = self._either([query.regex_query(self._schema, field, start) for field in fields])
            return query.boolean_query([*parts, (must, last)])
        return self._index.parse_query(" AND ".join(words), fields)

    def _either(self, queries: Sequence[Any]) -> Any:
        return self._t.Query.boolean_query([(self._t.Occur.Should, query) for query in queries])
