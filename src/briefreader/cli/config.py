"""``briefreader config``: every setting in force, and what is wrong with config.yaml."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import click

from briefreader import places
from briefreader.cli.printing import out, print_json
from briefreader.cli.session import say
from briefreader.text.sanitize import sanitize_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefreader.settings import Loaded, Settings

_WIDTH = 74


@click.command(short_help="Print the settings in force, or check your own.")
@click.option(
    "--check",
    is_flag=True,
    help="Only tell what is wrong with config.yaml and theme files; status 3 if anything is.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(check: bool, as_json: bool) -> int:
    """Print every setting in force, where it comes from and what it means, laid out as a config.yaml.

    \b
    Examples:
      briefreader config
      briefreader config --check
    """
    from briefreader.settings import read_settings
    from briefreader.ui.looks.theme_check import with_themes_checked

    path = places.config_root() / "config.yaml"
    loaded = with_themes_checked(read_settings(path))
    for problem in loaded.problems:
        say(str(problem))
    if as_json:
        told = [str(problem) for problem in loaded.problems]
        print_json({"file": str(path), **_told(loaded), "problems": told})
    elif not check:
        out(f"# {path}{'' if path.exists() else ' (there is none)'}")
        _print(loaded)
    return 3 if check and loaded.problems else 0


def _told(loaded: Loaded) -> dict[str, Any]:
    """Return settings, the lines they come from, and what those left to themselves mean here."""
    from briefreader.settings import declared
    from briefreader.ui.in_force import in_force

    settings = loaded.settings
    values = {each.name: _value(settings, each.name) for each in declared()}
    return {"settings": values, "lines": dict(loaded.lines), "here": in_force(settings)}


def _print(loaded: Loaded) -> None:
    from briefreader.settings import declared, written
    from briefreader.ui.in_force import in_force

    shown, here = "", in_force(loaded.settings)
    for each in declared():
        section, name = each.name.split(".")
        if section != shown:
            out(click.style(f"{section}:", bold=True))
            shown = section
        may = f" ({each.rule.may_be})" if each.rule.may_be else ""
        for line in textwrap.wrap(f"{each.rule.meaning}{may}", _WIDTH):
            out(click.style(f"  # {line}", dim=True))
        value = written(_value(loaded.settings, each.name))
        out(f"  {name}: {value}  {click.style(f'# {_origin(each.name, loaded, here)}', dim=True)}")


def _origin(name: str, loaded: Loaded, here: Mapping[str, str]) -> str:
    line = loaded.lines.get(name)
    origin = f"config.yaml:{line}" if line else "default"
    return sanitize_line(f"{origin}; here: {here[name]}" if name in here else origin)


def _value(settings: Settings, name: str) -> Any:
    section, member = name.split(".")
    return getattr(getattr(settings, section), member)
