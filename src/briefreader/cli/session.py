"""What the subcommands share: which collection is meant, and bringing it up to date before it is asked."""

from __future__ import annotations

import functools
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from briefreader.errors import OutOfReach
from briefreader.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.model import SyncReport

collection_option = click.option(
    "-c",
    "--collection",
    "collections",
    type=click.Path(),
    multiple=True,
    metavar="PATH",
    help="Read this folder or file; may be given several times, before or after the command.",
)

# Up to here, looking at every file takes less time than starting the program did.
_QUICKLY_LOOKED_AT = 2_000


@dataclass(slots=True)
class Session:
    """The collections named so far, before and after the subcommand."""

    collections: list[str] = field(default_factory=list)
    lean: bool | None = None
    watch: bool | None = None

    @contextmanager
    def library(self, *, sync: bool | None = None) -> Iterator[Library]:
        """Open what was named; ``sync`` None brings it up to date where that is quick or was never done."""
        from briefreader.cli.stdin import expanded
        from briefreader.library import Library

        with Library.open(*expanded(self.collections)) as library:
            for notice in library.notices:
                say(notice)
            if _wants_sync(library) if sync is None else sync:
                _look_for_news(library)
            yield library


def say(sentence: str) -> None:
    """Print talk, on stderr."""
    click.echo(f"briefreader: {sanitize_line(sentence)}", err=True)


def reads_a_collection(function: Callable[..., int]) -> Callable[..., int]:
    """Give a subcommand ``-c`` and ``--sync``, and pass it the session and its choice."""

    @functools.wraps(function)
    def command(session: Session, /, *args: Any, **options: Any) -> Any:
        session.collections += options.pop("collections")
        with session.library(sync=options.pop("sync")) as library:
            try:
                return function(library, *args, **options)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                say("the cache is damaged: it is being built again")
                library.repair()
                return function(library, *args, **options)

    look = click.option(
        "--sync/--no-sync",
        default=None,
        help="Look for new and changed files first, or never; by itself where that is quick.",
    )
    return collection_option(look(click.pass_obj(command)))


def _wants_sync(library: Library) -> bool:
    report = library.report()
    if report is None or any(library.pending().values()):
        return True
    return report.articles <= _QUICKLY_LOOKED_AT


def _look_for_news(library: Library) -> None:
    try:
        report = synced(library)
    except OutOfReach as error:
        say(f"{error}; this answer comes from what is there already")
    else:
        if not report.articles:
            kinds = ", ".join(library.formats())
            say(f"{library.collection.name} holds no article; briefreader reads {kinds}")


def synced(library: Library, *, rebuild: bool = False) -> SyncReport:
    """Bring a library up to date, with a progress bar on a terminal; tell its notices and return its report.

    Raises:
        OutOfReach: another process is writing.
    """
    from briefreader.cli.progress import shown

    with shown(sys.stderr) as progress:
        report = library.sync(progress=progress, rebuild=rebuild)
    for notice in report.notices:
        say(notice)
    return report
