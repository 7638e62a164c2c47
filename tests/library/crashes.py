"""A sync that is killed at a chosen write, in a child of this process so that each try costs little.

Counted are SQL statements that write, by SQLite's trace; SQLite's own calls to the system that write, cut or
remove a file; and files that Python opens for writing, renames or removes. At the chosen one the child ends
as by ``kill -9``, in the middle of what it was writing.
"""

from __future__ import annotations

import json
import os
import shutil
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefreader import Library
from briefreader.errors import BriefreaderError
from briefreader.model import Span
from briefreader.store.sqlite import Database
from tests.library import faults
from tests.library.folder import Folder

KILLED = 137
_WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "CREATE", "DROP")
_QUERIES = ("strike", "ferries", "noon", "warehouse", '"port council"', "Oduya", "person:Oduya", "is:starred")


class Countdown:
    """Counts writes; ends the process at number ``last``, or never (None), after ``parting``."""

    def __init__(self, last: int | None, parting: Callable[[], object] = lambda: None) -> None:
        self.count = 0
        self._last = last
        self._parting = parting

    def before(self, tear: Callable[[], object]) -> int:
        """Count a call to the system; see :class:`tests.library.faults.Meddler`."""
        self.count += 1
        if self.count == self._last:
            tear()
            self._parting()
            os._exit(KILLED)
        return 0

    def statement(self, sql: str) -> None:
        """Count an SQL statement, if it writes."""
        if sql.lstrip().upper().startswith(_WRITES):
            self.before(lambda: None)

    def install(self) -> None:
        """Count from now on, in this process and for good."""
        connect = Database._connect

        def watched(database: Database) -> Any:
            connection = connect(database)
            connection.set_trace_callback(self.statement)
            return connection

        Database._connect = watched  # type: ignore[method-assign]
        faults.install(self)


@dataclass(frozen=True)
class Scene:
    """A folder whose files changed since it was read, and the home as it was then."""

    folder: Path
    home: Path
    writes: int
    expected: Any

    def restore(self, home: Path) -> None:
        """Go back to before the changes were read."""
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.home, home, symlinks=True)


def make_scene(folder: Folder, home: Path, before: Path) -> Scene:
    """Read the folder, mark and note, then move, change, add and delete files."""
    with Library.open(folder.path) as library:
        library.sync()
        ferry = library.article("ferry.md")
        start = ferry.text.index("noon")
        library.marks.add_note(ferry.id, Span(start, start + 4), "which noon?")
        library.marks.set_starred([ferry.id, library.info("council.md").id], True)
    (folder.path / "ferry.md").rename(folder.path / "boats.md")
    folder.write("council.md", "Council still split", "The port council and Mira Oduya met in a warehouse.")
    folder.write("fog.txt", "Fog", "Fog lay on the warehouse when Tomas Reyle came home.")
    (folder.path / "harbour.md").unlink()
    shutil.copytree(home, before, symlinks=True)
    writes = sync_killed_at(None, folder.path)
    return Scene(folder.path, before, writes, state_after_repair(folder.path))


def sync_killed_at(last: int | None, folder: Path) -> int:
    """Sync in a child that is killed at write ``last`` and return its exit status; None: count its writes."""

    def work(answer: Callable[[Any], None]) -> None:
        countdown = Countdown(last)
        countdown.install()
        with Library.open(folder) as library:
            library.sync()
        answer(countdown.count)

    status, count = in_child(work)
    return status if last is not None else int(count)


def sync_failing_at(first: int | None, error: int, folder: Path, *, for_good: bool) -> tuple[int, str | None]:
    """Sync in a child whose disk fails at write ``first``; return how many writes it did and what it told."""

    def sync(fail: Callable[[], None]) -> None:
        fail()
        with Library.open(folder) as library:
            library.sync()

    return _on_a_failing_disk(faults.Failing(first, error, for_good=for_good), sync)


def note_failing_at(first: int | None, error: int, folder: Path) -> tuple[int, str | None]:
    """Write a note to boats.md in such a child, the disk failing when all is opened."""

    def note(fail: Callable[[], None]) -> None:
        with Library.open(folder) as library:
            article = library.article("boats.md")
            fail()
            library.marks.add_note(article.id, Span(0, 7), "a late note")

    return _on_a_failing_disk(faults.Failing(first, error, for_good=True), note)


def note_killed_at(last: int | None, folder: Path) -> int:
    """Write a note to boats.md in a child that is killed at write ``last``; None: count the writes of it."""

    def work(answer: Callable[[Any], None]) -> None:
        with Library.open(folder) as library:
            article = library.article("boats.md")
            countdown = Countdown(last)
            faults.install(countdown)
            library.marks.add_note(article.id, Span(0, 7), "a late note")
            answer(countdown.count)

    status, count = in_child(work)
    return status if last is not None else int(count)


def _on_a_failing_disk(
    failing: faults.Failing, work: Callable[[Callable[[], None]], None]
) -> tuple[int, str | None]:
    def told(answer: Callable[[Any], None]) -> None:
        refused = None
        try:
            work(lambda: faults.install(failing))
        except BriefreaderError as refusal:
            refused = str(refusal)
        answer([failing.count, refused])

    status, found = in_child(told)
    assert status == 0, found
    count, refused = found
    return count, refused


def state_after_repair(folder: Path) -> Any:
    """Sync to the end in a child and return all that a reader can see then."""
    return repaired(folder)[0]


def repaired(folder: Path) -> tuple[Any, list[str]]:
    """Sync to the end in a child; return all that a reader can see then, and what was told of damage."""

    def work(answer: Callable[[Any], None]) -> None:
        with Library.open(folder) as library:
            library.sync()
            answer([state(library), list(library.notices)])

    status, found = in_child(work)
    assert status == 0, found
    return found[0], found[1]


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


def in_child(work: Callable[[Callable[[Any], None]], None]) -> tuple[int, Any]:
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
