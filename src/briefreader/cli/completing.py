"""What can follow on the command line: articles and names out of the collection's cache, as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from briefreader.errors import BriefreaderError
from briefreader.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from briefreader.library import Library

_MOST = 200
Found = Iterable[tuple[str, str]]


def articles(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the paths of articles that begin so, each with its title."""
    return _completed(ctx, incomplete, lambda library: ((one.path, one.title) for one in library.listing()))


def names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of entities that begin so, each with how often it is mentioned."""
    return _completed(
        ctx,
        incomplete,
        lambda library: ((one.name, f"{one.mentions:,} mentions") for one in library.entities(limit=2000)),
    )


def _completed(ctx: click.Context, incomplete: str, ask: Callable[[Library], Found]) -> list[CompletionItem]:
    """Ask the cache of what the line names so far: a key in a shell must neither read files nor complain."""
    from briefreader.library import Library

    named = [path for step in (ctx.parent, ctx) if step for path in step.params.get("collections") or ()]
    try:
        with Library.open(*named) as library:
            return _items(ask(library), incomplete.casefold())
    except BriefreaderError:
        return []


def _items(found: Found, begun: str) -> list[CompletionItem]:
    # What a terminal could not show as it is, a shell's line could not take back as it is either.
    plain = ((value, about) for value, about in found if value == sanitize_line(value))
    fitting = (
        CompletionItem(value, help=sanitize_line(about))
        for value, about in plain
        if value.casefold().startswith(begun)
    )
    return [item for item, _ in zip(fitting, range(_MOST), strict=False)]
