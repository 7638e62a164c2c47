"""The command line: one file per subcommand, each loaded when it is called for."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status.

    Raises:
        BriefreaderError: what was asked for cannot be done.
    """
    from briefreader.cli.app import run as run_app

    return run_app(arguments)
