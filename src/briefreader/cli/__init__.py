"""The command line: one file per subcommand, each loaded when it is called for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status.

    Raises:
        BriefreaderError: what was asked for cannot be done.
    """
    if _are_paths(arguments):
        from briefreader.ui.launch import launch

        return launch(arguments)
    from briefreader.cli.app import run as run_app

    return run_app(arguments)


def _are_paths(arguments: Sequence[str]) -> bool:
    """Tell whether there is nothing but paths to open: that needs no parser, which takes a while to load."""
    completing = "_BRIEFREADER_COMPLETE" in os.environ
    may_be_command = bool(arguments) and (Path(__file__).parent / f"{arguments[0]}.py").exists()
    paths = all(os.path.exists(argument) and not argument.startswith("-") for argument in arguments)  # noqa: PTH110
    return paths and not may_be_command and not completing
