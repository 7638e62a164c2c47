"""``briefreader config``: every setting in force, and what is wrong with config.yaml."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from briefreader import places
from briefreader.cli.printing import out, print_json
from briefreader.cli.session import say

if TYPE_CHECKING:
    from briefreader.settings import Settings


@click.command()
@click.option(
    "--check", is_flag=True, help="Only tell what is wrong with config.yaml; status 3 if anything is."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(check: bool, as_json: bool) -> int:
    """Print every setting in force with its meaning, laid out as a config.yaml."""
    from briefreader.settings import load_settings

    path = places.config_root() / "config.yaml"
    settings, problems = load_settings(path)
    for problem in problems:
        say(str(problem))
    if as_json:
        told = [str(problem) for problem in problems]
        print_json({"file": str(path), "settings": _values(settings), "problems": told})
    elif not check:
        out(f"# {path}")
        _print(settings)
    return 3 if check and problems else 0


def _values(settings: Settings) -> dict[str, Any]:
    from briefreader.settings import declared

    return {each.name: _value(settings, each.name) for each in declared()}


def _print(settings: Settings) -> None:
    from briefreader.settings import declared

    shown = ""
    for each in declared():
        section, name = each.name.split(".")
        if section != shown:
            out(click.style(f"{section}:", bold=True))
            shown = section
        choices = f" ({', '.join(each.rule.choices)})" if each.rule.choices else ""
        out(f"  {name}: {json.dumps(_value(settings, each.name))}  # {each.rule.meaning}{choices}")


def _value(settings: Settings, name: str) -> Any:
    section, member = name.split(".")
    return getattr(getattr(settings, section), member)
