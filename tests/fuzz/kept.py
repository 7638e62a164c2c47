"""What is fuzzed of what briefreader itself keeps: cache, index, marks, state, themes, lists on stdin."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest.mock import patch

from briefreader import Library, places
from briefreader.cli.stdin import expanded
from briefreader.errors import BriefreaderError
from briefreader.ingest import clean, collection_options, read_file
from briefreader.library.collection import Collection
from briefreader.library.opening import open_shelf
from briefreader.model import Span
from briefreader.store.lock import WriterLock
from briefreader.text.finding import BadPattern, find
from tests.fuzz.reading import PLACE, Target, reading

_STEP = 4
ARTICLE = (
    "The envoy met an envoy in 2019\nand in 2022; aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b.\n"
)


@cache
def _sound() -> Path:
    """Make a collection with cache, index and marks once, and return the home that holds them."""
    home = PLACE / "sound"
    articles = home / "articles"
    articles.mkdir(parents=True)
    (articles / "a.txt").write_text("Mira Oduya told the port council that the strike is over.\n")
    (articles / "b.md").write_text("# Ferries\n\nFerries left Varnholm at noon, Tomas Reyle said.\n")
    with _at_home(home), Library.open(articles) as library:
        library.sync()
        library.marks.set_starred([library.info("a.txt").id], True)
        library.marks.tag([library.info("b.md").id], "port")
    return home


@contextlib.contextmanager
def _at_home(home: Path) -> Iterator[None]:
    named = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("cache", "config", "data", "state")}
    with patch.dict(os.environ, named):
        yield


def _damaged(kind: str, data: bytes) -> None:
    """Change bytes of a file that is kept (three bytes say where, one what): it is noticed, or no matter."""
    home = PLACE / "damaged"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(_sound(), home)
    files = sorted(path for path in home.glob(kind) if path.is_file() and path.stat().st_size)
    if not data or not files:
        return
    _change(files[data[0] % len(files)], data[1:])
    with _at_home(home), contextlib.suppress(BriefreaderError), Library.open(home / "articles") as library:
        try:
            _ask(library)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            library.repair()
            _ask(library)


def _change(path: Path, changes: bytes) -> None:
    found = bytearray(path.read_bytes())
    for at in range(0, len(changes) - _STEP + 1, _STEP):
        where = int.from_bytes(changes[at : at + _STEP - 1], "little") % len(found)
        found[where] = changes[at + _STEP - 1]
    path.write_bytes(found)


def _ask(library: Library) -> None:
    library.sync()
    for info in library.listing():
        assert library.article(info.key).text
        library.marks.of(info.id)
    assert library.search("ferries").total == 1
    assert library.entities() is not None
    assert library.marks.tags() is not None


def _state(data: bytes) -> None:
    from briefreader.ui.contents.arrangement import Wishes
    from briefreader.ui.remembered import recall

    home = PLACE / "stateful"
    with _at_home(home):
        root = places.state_root()
        root.mkdir(parents=True, exist_ok=True)
        for name in ("last.json", "layout.json"):
            (root / name).write_bytes(data)
        assert isinstance(recall("layout"), dict)
        assert all(
            Wishes.from_data(each) is not None for each in (recall("layout"), *recall("layout").values())
        )
        with contextlib.suppress(BriefreaderError):
            open_shelf([]).close()


def _lock(data: bytes) -> None:
    PLACE.mkdir(exist_ok=True)
    path = PLACE / "lock"
    path.write_bytes(data)
    with WriterLock(path):
        path.write_bytes(data)
        told = _refusal(path)
    assert told
    assert "\n" not in told


def _refusal(path: Path) -> str:
    try:
        with WriterLock(path):
            return ""
    except BriefreaderError as error:
        return str(error)


def _theme(data: bytes) -> None:
    from briefreader.ui.looks.own_themes import load_themes

    folder = PLACE / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "own.yaml").write_bytes(data)
    themes, problems = load_themes(folder)
    assert len(themes) == 1 or problems


def _collection(data: bytes) -> None:
    folder = PLACE / "collection"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefreader.yaml").write_bytes(data)
    options, problems = collection_options([folder])
    assert all("\n" not in each.reason for each in problems)
    options.ignores("a/b/c/some name.txt")
    assert options.largest > 0


def _listed(data: bytes) -> None:
    class Stdin:
        buffer = io.BytesIO(data)

    with patch.object(sys, "stdin", Stdin()), contextlib.suppress(BriefreaderError):
        Collection.of(expanded(["-"]))


def _finding(data: bytes) -> None:
    with contextlib.suppress(BadPattern):
        find(ARTICLE, data.decode("utf-8", "replace"), time_limit=0.2)


def _again(data: bytes) -> None:
    """What was exported is read again, whatever it holds."""
    from briefreader.export import Record, render

    article = clean(data.decode("utf-8", "replace"))
    record = Record(article, Span(0, len(article.text)), article.text, article.text, {"score": 1.0})
    for form, suffix in (("json", ".json"), ("csv", ".csv"), ("markdown", ".md")):
        reading(suffix, render([record], form).encode())
        assert list(read_file(PLACE / f"article{suffix}", relative="a.md"))


KEPT: dict[str, Target] = {
    "kept.cache": lambda data: _damaged("cache/briefreader/collections/*/cache.s*", data),
    "kept.index": lambda data: _damaged("cache/briefreader/collections/*/index/*", data),
    "kept.marks": lambda data: _damaged("data/briefreader/collections/*/marks.sqlite*", data),
    "kept.state": _state,
    "kept.lock": _lock,
    "theme": _theme,
    "collection": _collection,
    "listed": _listed,
    "finding": _finding,
    "again": _again,
}

SPECIMENS: dict[str, list[bytes]] = {
    "kept.cache": [bytes(range(33)), b"\x01\x10\0\0\xff", b"\0" * 9],
    "kept.index": [bytes([number, 9, 0, 0, 255]) for number in range(12)],
    "kept.marks": [bytes([0, number, 3, 0, 65]) for number in range(20)],
    "kept.state": [b'["/tmp"]', b'{"120x36": {"list_width": 30, "list_shown": true}}', b"[" * 3000],
    "kept.lock": [b"host 123\n", b"host -1\n"],
    "theme": [b'base: briefreader\naccent: "#7b2d8b"\n', b"accent: red\nborder: [1]\nbase: {a: b}\n"],
    "collection": [b"largest_file: 80 MB\nignore:\n- drafts/\n- '*.log'\ncolumns:\n  text: story\n"],
    "listed": [b"/tmp\n/dev/null\n", b"/tmp\0~/a\0", b"~nobody/x\n~nosuch\n"],
    "finding": [rb"/20[12]\d/", rb"/(a|aa)+$/", b"an envoy", b"/(?P<a>x)(?(a)b|c)\\1/"],
    "again": [b'A title\n\nText, "quoted";\n=1+1\n---\n'],
}
