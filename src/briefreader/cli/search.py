"""``briefreader search``: ranked hits with snippets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

import click

from briefreader.cli.printing import heading, info_json, lit, out, pairs, print_json
from briefreader.cli.session import reads_a_collection, say

if TYPE_CHECKING:
    from briefreader.library import Library
    from briefreader.model import Hit, Hits


@click.command(short_help="Find articles, best first, each with its passage.")
@click.option(
    "--limit",
    default=20,
    show_default=True,
    metavar="N",
    type=click.IntRange(min=0),
    help="Print the first N hits.",
)
@click.option(
    "--sort",
    default="relevance",
    type=click.Choice(["relevance", "recent", "date", "source"]),
    show_default=True,
    help="Order of the hits; recent is relevance and age together.",
)
@click.option("--facets", is_flag=True, help="Also count the hits by source, month and entity.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--queries",
    type=click.File("r", encoding="utf-8"),
    help="Ask each line of this file (- for standard input) and print a table of articles by queries as CSV.",
)
@click.argument("query", nargs=-1)
@reads_a_collection
def command(
    library: Library,
    query: tuple[str, ...],
    limit: int,
    sort: str,
    facets: bool,
    as_json: bool,
    queries: TextIO | None,
) -> int:
    """Find articles, best first, each with the passage that fits best.

    \b
    A query may hold, side by side:
      words in any form    talks treaty    "just so"    treat*    kuleva~
      AND, OR, NOT         treaty OR draft    talks -calendar    (…)
      words in a field     title: body: source: author: url: lang:
      dates                date:2021-12    since:2022    before:2021-12-22
      names                person: org: place: misc: entity:
      your marks           is:unread is:starred tag: has:note note:
      what is alike        like:ARTICLE

    \b
    Examples:
      briefreader -c corpus search '"security guarantees"'
      briefreader -c corpus search 'person:borrell AND date:2021-12' --facets
      briefreader -c corpus search 'treat* -title:draft' --sort date --json
    """
    if queries is not None:
        return _cover(library, queries)
    if not query:
        raise click.UsageError("name what to search for, or a file of --queries")
    return _answer(library.search(" ".join(query), limit=limit, sort=sort, facets=facets), as_json)


def _answer(hits: Hits, as_json: bool) -> int:
    if as_json:
        print_json(_json(hits))
    else:
        _print(hits)
    if hits.problem is not None:
        where = hits.problem.where.cut(hits.query)
        say(f"{hits.problem.message} (at {where!r})" if where else hits.problem.message)
        return 2
    return 0 if hits.total else 1


def _cover(library: Library, queries: Iterable[str]) -> int:
    """Print the table; wrong queries are named on stderr and find nothing."""
    coverage = library.coverage(queries)
    click.echo(coverage.csv(), nl=False)
    for number, problem in coverage.problems.items():
        say(f"{coverage.queries[number]!r}: {problem.message}")
    if coverage.problems:
        return 2
    return 0 if coverage.rows else 1


def _json(hits: Hits) -> dict[str, Any]:
    values: dict[str, Any] = {
        "query": hits.query,
        "total": hits.total,
        "took_ms": round(hits.took_ms, 3),
        "hits": [_hit_json(hit) for hit in hits.hits],
    }
    if hits.facets:
        values["facets"] = [
            {"field": each.field, "value": each.value, "count": each.count} for each in hits.facets
        ]
    if hits.did_you_mean:
        values["did_you_mean"] = hits.did_you_mean
    if hits.problem:
        where = hits.problem.where
        values["problem"] = {"message": hits.problem.message, "start": where.start, "end": where.end}
    return values


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "article": info_json(hit.article),
        "score": hit.score,
        "matches": pairs(hit.matches),
        "snippet": {
            "text": hit.snippet.text,
            "start": hit.snippet.start,
            "highlights": pairs(hit.snippet.highlights),
        },
    }


def _print(hits: Hits) -> None:
    for hit in hits.hits:
        out(f"{click.style(hit.article.id, dim=True)}  {heading(hit.article)}")
        out(f"    {hit.article.path}")
        out(f"    {lit(hit.snippet.text, hit.snippet.highlights)}")
    for facet in hits.facets:
        out(f"{facet.field}:{facet.value}  {facet.count}")
    say(
        f"{hits.total:,} found in {hits.took_ms:.0f} ms"
        + (f", {len(hits.hits)} shown" if hits.total > len(hits.hits) else "")
    )
    if hits.did_you_mean:
        say(f"did you mean {hits.did_you_mean}")
