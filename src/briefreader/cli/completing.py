"""What can follow on the command line: articles and names out of the collection's cache, as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import click
from click.shell_completion import CompletionItem

from briefreader.errors import BriefreaderError
from briefreader.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from briefreader.library import Library

_MOST = 200
_LOOKED_AT = 2000
Found = Iterable[tuple[str, str]]
Ask: TypeAlias = "Callable[[Library, str], Found]"


def articles(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the paths of articles that begin so, each with its title."""
    return _completed(ctx, incomplete, _articles)


def names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of entities that begin so, each with how often it is mentioned."""
    return _completed(ctx, incomplete, _names)


def exported(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return what can be exported of the kind that the line names: names for mentions, nothing for hits."""
    match ctx.params.get("what"):
        case "mentions":
            return names(ctx, param, incomplete)
        case "hits":
            return []
        case _:
            return articles(ctx, param, incomplete)


def _articles(library: Library, begun: str) -> Found:
    # The paths of all are asked for as one column; rows are made of the few that fit.
    keys = library.listing().keys
    paths = library.column("path", keys)
    fitting = [key for key in keys if (paths.get(key) or "").casefold().startswith(begun)]
    return ((each.path, each.title) for each in library.listing(keys=fitting))


def _names(library: Library, begun: str) -> Found:
    found = library.entities(limit=_LOOKED_AT)
    return (
        (each.name, f"{each.mentions:,} mention{'s' * (each.mentions != 1)}")
        for each in found
        if each.name.casefold().startswith(begun)
    )


def _completed(ctx: click.Context, incomplete: str, ask: Ask) -> list[CompletionItem]:
    """Ask the cache of what the line names so far: a key in a shell must neither read files nor complain."""
    from briefreader.library import Library

    named = [path for step in (ctx.parent, ctx) if step for path in step.params.get("collections") or ()]
    try:
        with Library.open(*named) as library:
            return _items(ask(library, incomplete.casefold()))
    except BriefreaderError:
        return []


def _items(found: Found) -> list[CompletionItem]:
    # What a terminal could not show as it is, a shell's line could not take back as it is either.
    plain = (
        CompletionItem(value, help=sanitize_line(about))
        for value, about in found
        if value == sanitize_line(value)
    )
    return list(islice(plain, _MOST))
