"""A sync that is killed at a chosen write, in a child of this process so that each try costs little.

Two kinds of writes are counted: SQL statements that write, by SQLite's trace, and files that are opened for
writing, renamed or removed, by Python's audit events. At the chosen one the child ends as by ``kill -9``.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefreader import Library
from briefreader.store.sqlite import Database

KILLED = 137
_WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "CREATE", "DROP")
_EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}
_QUERIES = ("strike", "ferries", "noon", "warehouse", '"port council"', "Oduya", "person:Oduya", "is:starred")


class Countdown:
    """Counts writes; ends the process at number ``last``, or never (None)."""

    def __init__(self, last: int | None) -> None:
        self.count = 0
        self._last = last

    def write(self) -> None:
        self.count += 1
        if self.count == self._last:
            os._exit(KILLED)

    def statement(self, sql: str) -> None:
        if sql.lstrip().upper().startswith(_WRITES):
            self.write()

    def event(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name in _EVENTS or (name == "open" and _is_writing(arguments)):
            self.write()

    def install(self) -> None:
        connect = Database._connect

        def watched(database: Database) -> Any:
            connection = connect(database)
            connection.set_trace_callback(self.statement)
            return connection

        Database._connect = watched  # type: ignore[method-assign]
        sys.addaudithook(self.event)


def sync_killed_at(last: int | None, folder: Path) -> int:
    """Sync in a child that is killed at write ``last`` and return its exit status; None: count its writes."""

    def work(answer: Callable[[Any], None]) -> None:
        countdown = Countdown(last)
        countdown.install()
        with Library.open(folder) as library:
            library.sync()
        answer(countdown.count)

    status, count = _in_child(work)
    return status if last is not None else int(count)


def state_after_repair(folder: Path) -> Any:
    """Sync to the end in a child and return all that a reader can see then."""

    def work(answer: Callable[[Any], None]) -> None:
        with Library.open(folder) as library:
            library.sync()
            answer(state(library))

    status, found = _in_child(work)
    assert status == 0, found
    return found


def state(library: Library) -> dict[str, Any]:
    """Return all that a reader can see of a collection, without keys and times."""
    listing = sorted(library.listing(), key=lambda info: info.path)
    return {
        "pending": library.pending(),
        "articles": [
            [info.id, info.path, info.title, library.article(info.key).text_hash] for info in listing
        ],
        "hits": {query: _found(library, query) for query in _QUERIES},
        "entities": sorted(
            [e.id, e.name, e.mentions, e.articles, sorted(e.aliases)] for e in library.entities()
        ),
        "mentions": {info.path: [asdict(each) for each in library.mentions_in(info.key)] for info in listing},
        "stories": sorted(sorted(story.articles) for story in library.stories().stories),
        "marks": {info.path: asdict(library.marks.of(info.id)) for info in listing},
        "notes": [[note.article, note.start, note.quote, note.text] for note in library.marks.notes()],
        "left behind": sorted(library.marks.of_all(["0" * 12])),
    }


def _found(library: Library, query: str) -> list[Any]:
    hits = library.search(query).hits
    return sorted([hit.article.path, [[span.start, span.end] for span in hit.matches]] for hit in hits)


def _in_child(work: Callable[[Callable[[Any], None]], None]) -> tuple[int, Any]:
    """Do ``work`` in a fork; return its exit status and what it answered."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            work(lambda value: _send(writing, value))
            status = 0
        except BaseException:
            _send(writing, traceback.format_exc())
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), json.loads(answer) if answer else None


def _send(pipe: int, value: Any) -> None:
    with os.fdopen(pipe, "w") as file:
        json.dump(value, file)


def _is_writing(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = (*arguments, None, None, None)[:3]
    return bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)) or bool(
        isinstance(mode, str) and set(mode) & set("wax+")
    )
