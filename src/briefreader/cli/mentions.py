"""``briefreader mentions``: the concordance of an entity or a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefreader.cli.completing import names
from briefreader.cli.printing import entity_json, info_json, out, print_json, width
from briefreader.cli.session import reads_a_collection, say

if TYPE_CHECKING:
    from briefreader.library import Concordance, Library

_PATH_WIDTH = 20


@click.command(short_help="Print every mention of a name in its context.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="Print the first N.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("name", nargs=-1, required=True, shell_complete=names)
@reads_a_collection
def command(library: Library, name: tuple[str, ...], limit: int | None, as_json: bool) -> int:
    """Print every mention of a name, or every match of a query, with the words on either side.

    \b
    Examples:
      briefreader -c corpus mentions Borrell
      briefreader -c corpus mentions '"security guarantees"' --limit 5
    """
    found = library.mentions(" ".join(name), limit=limit)
    if as_json:
        print_json(
            {
                "entity": None if found.entity is None else entity_json(found.entity),
                "mentions": [
                    {"article": info_json(each.article)}
                    | {part: getattr(each, part) for part in ("start", "end", "text", "left", "right")}
                    for each in found.occurrences
                ],
            }
        )
    else:
        _print(found)
    return 0 if found.occurrences else 1


def _print(found: Concordance) -> None:
    side = max(10, (width() - _PATH_WIDTH - 24) // 2)
    for each in found.occurrences:
        path = each.article.path[:_PATH_WIDTH]
        left = each.left[-side:].rjust(side)
        out(f"{path:{_PATH_WIDTH}}  {left}{click.style(each.text, bold=True)}{each.right[:side]}")
    what = found.entity.name if found.entity else "matches"
    say(f"{what}: {found.total:,} mentioned, {len(found.occurrences):,} shown")
