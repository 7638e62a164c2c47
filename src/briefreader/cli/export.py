"""``briefreader export``: articles, hits, mentions, notes and comparisons for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefreader.cli.completing import exported
from briefreader.cli.printing import out
from briefreader.cli.session import reads_a_collection, say

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.library.exporting import Exportable

_WHAT = ("articles", "hits", "mentions", "notes", "comparison")
_FORMATS = ("markdown", "json", "csv", "bibtex", "csl")
_SHORT = {"md": "markdown", "bib": "bibtex"}


class _Format(click.Choice[str]):
    """A format by its name, or by the ending of its files."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the format's name."""
        return super().convert(_SHORT.get(value, value), param, ctx)


@click.command(short_help="Write articles, hits, mentions, notes, a comparison.")
@click.option(
    "-f",
    "--format",
    "format",
    type=_Format(_FORMATS),
    default="markdown",
    show_default=True,
    help="Write in this format; md and bib will do.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write this file, else to stdout.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=100_000,
    help="Export the first N hits or mentions.",
)
@click.argument("what", type=click.Choice(_WHAT))
@click.argument("words", nargs=-1, metavar="[ARTICLE ... | QUERY | NAME]", shell_complete=exported)
@reads_a_collection
def command(
    library: Library, what: str, words: tuple[str, ...], format: str, output: Path | None, limit: int
) -> int:
    """Export articles or notes (all, or those of ARTICLE ...), hits QUERY, mentions NAME, comparison A B.

    \b
    Examples:
      briefreader -c corpus export articles -f bibtex
      briefreader -c corpus export notes -o notes.md
      briefreader -c corpus export hits 'person:Blinken' -f csv -o blinken.csv
      briefreader -c corpus export mentions Borrell -f csv
    """
    items = _items(library, what, words, limit)
    if not items:
        say("there is nothing to export")
        return 1
    if output is None:
        for piece in library.export_pieces(items, format):
            out(piece, end="")
    else:
        library.export(items, format, output)
        say(f"written: {output}")
    return 0


def _items(library: Library, what: str, words: tuple[str, ...], limit: int) -> Exportable | None:
    if what == "articles":
        return [library.info(word) for word in words] or library.listing()
    if what == "notes":
        return [note for word in words for note in library.marks.notes(library.info(word).id)] or (
            [] if words else library.marks.notes()
        )
    if not words:
        raise click.UsageError(f"export {what} needs what to look for")
    if what == "hits":
        hits = library.search(" ".join(words), limit=limit)
        return hits if hits.total else None
    if what == "mentions":
        found = library.mentions(" ".join(words), limit=limit)
        return found if found.occurrences else None
    return library.compare(*words)
