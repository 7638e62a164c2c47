"""``briefreader index``: brings cache and index up to date and says what was done."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from briefreader.cli.printing import out, print_json
from briefreader.cli.session import Session, collection_option, say, synced
from briefreader.cli.stdin import expanded
from briefreader.errors import OutOfReach
from briefreader.model import SyncReport

if TYPE_CHECKING:
    from briefreader.library import Library

_SKIPPED_SHOWN = 20


@click.command(short_help="Bring cache and index up to date.")
@collection_option
@click.option("--rebuild", is_flag=True, help="Read every file again.")
@click.option("--watch", is_flag=True, help="Stay, and take in new files as they come.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH ...]")
@click.pass_obj
def command(
    session: Session,
    collections: tuple[str, ...],
    rebuild: bool,
    watch: bool,
    as_json: bool,
    paths: tuple[str, ...],
) -> int:
    """Bring cache and index up to date; say what was added, changed, removed and skipped, and why.

    Most commands and the reader do so by themselves; larger collections (over 2,000 articles) want it from
    time to time. "-" reads a list of paths from stdin.

    \b
    Examples:
      briefreader index corpus
      briefreader -c corpus index --rebuild --json
      find corpus -name '*.txt' -print0 | briefreader index -
    """
    from briefreader.library import Library

    with Library.open(*expanded((*session.collections, *collections, *paths))) as library:
        for notice in library.notices:
            say(notice)
        report = synced(library, rebuild=rebuild)
        _print(report, as_json)
        if watch or session.watch:
            library.watch(lambda: _take_in(library, as_json), cancelled=lambda: False)
        return 3 if report.skipped and not report.articles else 0


def _take_in(library: Library, as_json: bool) -> None:
    """Take in what has changed while watching; say nothing where that was nothing."""
    try:
        report = synced(library)
    except OutOfReach as error:
        say(str(error))
    else:
        if report.is_news:
            _print(report, as_json)


def _print(report: SyncReport, as_json: bool) -> None:
    if as_json:
        print_json(asdict(report))
        return
    counts = (
        f"{getattr(report, name):,} {name}" for name in ("added", "changed", "moved", "removed", "unchanged")
    )
    out(f"{', '.join(counts)}, {len(report.skipped):,} skipped in {report.seconds:.1f} s")
    for skipped in report.skipped[:_SKIPPED_SHOWN]:
        out(f"skipped {skipped.path}: {skipped.reason}")
    if len(report.skipped) > _SKIPPED_SHOWN:
        out(f"… and {len(report.skipped) - _SKIPPED_SHOWN:,} more: --json lists them all")
