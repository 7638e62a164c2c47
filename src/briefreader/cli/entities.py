"""``briefreader entities``: who and what is mentioned, with counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from briefreader.cli.completing import articles
from briefreader.cli.printing import entity_json, out, print_json
from briefreader.cli.session import reads_a_collection
from briefreader.model import ENTITY_TYPES, EntityType

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.model import Entity

_ALIASES_SHOWN = 4
_SORTS: dict[str, Callable[[Entity], Any]] = {
    "mentions": lambda entity: (-entity.mentions, entity.name.casefold()),
    "articles": lambda entity: (-entity.articles, -entity.mentions, entity.name.casefold()),
    "name": lambda entity: entity.name.casefold(),
}


@click.command(short_help="List who and what is mentioned.")
@click.option("--type", "kind", type=click.Choice(list(ENTITY_TYPES)), help="Only entities of this type.")
@click.option(
    "--sort",
    default="mentions",
    show_default=True,
    type=click.Choice(list(_SORTS)),
    help="Most mentioned first, in most articles first, or by name.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="Print the first N.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("article", required=False, shell_complete=articles)
@reads_a_collection
def command(
    library: Library,
    article: str | None,
    kind: EntityType | None,
    sort: str,
    limit: int | None,
    as_json: bool,
) -> int:
    """List who and what the collection mentions, or one ARTICLE: people, organisations, places, others.

    Beside each name stand its mentions and the articles that name it. The names of the columns go to stderr,
    so that a program reads nothing but entities.

    \b
    Examples:
      briefreader -c corpus entities --type person --limit 10
      briefreader -c corpus entities --sort articles --limit 10
      briefreader -c corpus entities 2021-12-22-quillmark-call.txt
    """
    found = sorted(library.entities(article, type=kind), key=_SORTS[sort])[:limit]
    if as_json:
        print_json({"entities": [entity_json(entity) for entity in found]})
        return 0 if found else 1
    _print(found)
    return 0 if found else 1


def _print(found: Sequence[Entity]) -> None:
    if found:
        click.echo("mentions  articles  type          name (also as)", err=True)
    for entity in found:
        also = ", ".join(entity.aliases[:_ALIASES_SHOWN])
        name = click.style(entity.name, bold=True) + (f" ({also})" if also else "")
        out(f"{entity.mentions:8,}  {entity.articles:8,}  {entity.type:12}  {name}")
