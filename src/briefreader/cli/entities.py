"""``briefreader entities``: who and what is mentioned, with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefreader.cli.completing import articles
from briefreader.cli.printing import entity_json, out, print_json
from briefreader.cli.session import reads_a_collection
from briefreader.model import ENTITY_TYPES, EntityType

if TYPE_CHECKING:
    from briefreader.library import Library

_ALIASES_SHOWN = 4


@click.command()
@click.option("--type", "kind", type=click.Choice(list(ENTITY_TYPES)), help="Only entities of this type.")
@click.option("--limit", type=click.IntRange(min=0), help="Print that many, most mentioned first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("article", required=False, shell_complete=articles)
@reads_a_collection
def command(
    library: Library, article: str | None, kind: EntityType | None, limit: int | None, as_json: bool
) -> int:
    """List the entities of the collection, or of one ARTICLE, with how often each is mentioned.

    \b
    Examples:
      briefreader -c corpus entities --type person --limit 10
      briefreader -c corpus entities 2021-12-22-quillmark-call.txt
    """
    found = library.entities(article, type=kind, limit=limit)
    if as_json:
        print_json({"entities": [entity_json(entity) for entity in found]})
        return 0 if found else 1
    for entity in found:
        also = ", ".join(entity.aliases[:_ALIASES_SHOWN])
        name = click.style(entity.name, bold=True) + (f" ({also})" if also else "")
        out(f"{entity.mentions:6,} in {entity.articles:5,}  {entity.type:12}  {name}")
    return 0 if found else 1
