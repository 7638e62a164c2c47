"""``briefreader doctor``: what terminal, formats, cache and index can do, and what is wrong with them."""

from __future__ import annotations

import locale
import os
import sqlite3
import sys
from typing import Any

import click

from briefreader import places
from briefreader.cli.printing import out, print_json
from briefreader.cli.session import Session, collection_option
from briefreader.errors import BriefreaderError
from briefreader.text.sanitize import sanitize_line
from briefreader.version import __version__


@click.command(short_help="Tell what works here and what does not.")
@collection_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(session: Session, collections: tuple[str, ...], as_json: bool) -> int:
    """Tell what terminal, formats, cache and index can do; status 3 if something is wrong.

    \b
    Examples:
      briefreader doctor
      briefreader -c corpus doctor --json
    """
    session.collections += collections
    problems: list[str] = []
    found = {"program": _program(), "terminal": _terminal(), "here": _here(), "places": _places()}
    found |= _readers(problems)
    found["collection"] = _collection(session, problems)
    problems += _own_files()
    if as_json:
        print_json({**found, "problems": problems})
    else:
        _print(found, problems)
    return 3 if problems else 0


def _program() -> dict[str, Any]:
    from briefreader.library.sync.pool import processors

    return {
        "briefreader": __version__,
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
        "processors": processors(),
    }


def _terminal() -> dict[str, Any]:
    return {
        "terminal": sys.stdin.isatty() and sys.stdout.isatty(),
        "TERM": os.environ.get("TERM", ""),
        "COLORTERM": os.environ.get("COLORTERM", ""),
        "NO_COLOR": "NO_COLOR" in os.environ,
        "encoding": locale.getpreferredencoding(False),
        "ssh": "SSH_CONNECTION" in os.environ,
        "multiplexer": "tmux" if "TMUX" in os.environ else "screen" if "STY" in os.environ else "",
    }


def _here() -> dict[str, str]:
    """Return what the settings that are left to themselves come to on this terminal."""
    from briefreader.settings import load_settings
    from briefreader.ui.in_force import in_force

    return in_force(load_settings(places.config_root() / "config.yaml")[0])


def _places() -> dict[str, Any]:
    return {
        "cache": str(places.cache_root()),
        "data": str(places.data_root()),
        "config": str(places.config_root()),
        "state": str(places.state_root()),
    }


def _readers(problems: list[str]) -> dict[str, dict[str, Any]]:
    from briefreader.library import Library

    readers = Library.readers()
    problems += readers.problems
    return {
        "formats": {name: list(suffixes) for name, suffixes in readers.formats.items()},
        "extras": dict(readers.extras),
        "plug-ins": dict(readers.plug_ins),
    }


def _collection(session: Session, problems: list[str]) -> dict[str, Any]:
    try:
        with session.library(sync=False) as library:
            problems += library.check()
            return {
                "name": library.collection.name,
                "roots": [str(root) for root in library.collection.roots],
                "articles": len(library.listing()),
                "pending": library.pending(),
                "corrections": str(library.corrections.path),
            }
    except BriefreaderError as error:
        problems.append(str(error))
        return {}


def _own_files() -> list[str]:
    from briefreader.keymap import load_keymap
    from briefreader.settings import read_settings
    from briefreader.ui.looks.theme_check import with_themes_checked

    keymap = load_keymap(places.config_root() / "keymap.yaml")
    loaded = with_themes_checked(read_settings(places.config_root() / "config.yaml"))
    return [str(each) for each in (*keymap.problems, *loaded.problems)]


def _print(found: dict[str, Any], problems: list[str]) -> None:
    for title, values in found.items():
        if not values:
            continue
        out(click.style(title, bold=True))
        for name, value in values.items():
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            out(f"  {sanitize_line(name):12} {_plainly(shown)}")
    for problem in problems:
        out(click.style(f"wrong: {sanitize_line(problem)}", fg="red"))
    if not problems:
        out("Nothing is wrong.")


def _plainly(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {number:,}" for name, number in value.items())
    return sanitize_line(str(value)) or "–"
