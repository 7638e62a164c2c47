"""``briefreader [PATH …]``: opens the reader."""

from __future__ import annotations

import click

from briefreader.cli.session import Session, collection_option


@click.command(name="read")
@collection_option
@click.option("--lean/--no-lean", default=None, help="Spare a slow line, or not: few colours, no mouse.")
@click.option("--watch/--no-watch", default=None, help="Take in new files while the reader is open, or not.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.pass_obj
def command(
    session: Session,
    collections: tuple[str, ...] = (),
    lean: bool | None = None,
    watch: bool | None = None,
    paths: tuple[str, ...] = (),
) -> int:
    """Open the reader on folders and files."""
    from briefreader.ui.launch import launch

    wanted = (*session.collections, *collections, *paths)
    return launch(
        wanted,
        lean=session.lean if lean is None else lean,
        watch=session.watch if watch is None else watch,
    )
