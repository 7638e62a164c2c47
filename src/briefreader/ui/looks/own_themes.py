"""Themes of the reader's own: YAML files in the configuration directory, checked like any other."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from briefreader.text.file_problems import FileProblem, nearest
from briefreader.text.strict_yaml import Document, YamlProblem, load
from briefreader.ui.looks.themes import OWN_THEMES

COLORS = (
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("foreground", "background", "surface", "panel"),
)
VARIABLES = (
    *("border", "border-blurred", "foreground-muted"),
    *("block-cursor-background", "block-cursor-foreground"),
)
SIZE_LIMIT = 20_000


def load_themes(directory: Path) -> tuple[list[Theme], list[FileProblem]]:
    """Read every theme file of a directory; one that cannot serve is left out, and told with its line."""
    themes: list[Theme] = []
    problems = [
        FileProblem(path.name, 1, f"is not read: name it {path.stem}.yaml")
        for path in directory.glob("*.yml")
    ]
    for path in sorted(directory.glob("*.yaml")):
        try:
            document = load(path.read_text("utf-8"), name=path.name, limit=SIZE_LIMIT, depth=3)
        except YamlProblem as problem:
            problems.append(FileProblem(path.name, problem.line, problem.sentence))
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            problems.append(FileProblem(path.name, 1, f"this file cannot be read: {reason.lower()}"))
        else:
            found = _problems(document, path.name)
            problems += found
            if not found and isinstance(document.value, dict):
                themes.append(_theme(path.stem, document.value))
    return themes, problems


def _problems(document: Document, name: str) -> list[FileProblem]:
    value = document.value
    if not isinstance(value, dict):
        return [FileProblem(name, 1, 'expected lines like “accent: "#7b2d8b"”')]
    bases = known_themes()
    problems = []
    for key, given in value.items():
        if key == "base":
            wrong = "" if _is(given, bases) else f"“{given}” is no theme{nearest(str(given), bases)}"
        elif key not in (*COLORS, *VARIABLES):
            wrong = f"“{key}” is no colour of a theme{nearest(str(key), (*COLORS, *VARIABLES))}"
        else:
            wrong = "" if _is_color(given) else f'{key}: “{given}” is no colour; write "#rrggbb"'
        if wrong:
            problems.append(FileProblem(name, document.line(key), wrong))
    return problems


def known_themes() -> dict[str, Theme]:
    """Return the themes that come along, ours and Textual's, by name."""
    return {**BUILTIN_THEMES, **{theme.name: theme for theme in OWN_THEMES}}


def _is(given: object, names: Container[str]) -> bool:
    return isinstance(given, str) and given in names


def _is_color(given: object) -> bool:
    try:
        Color.parse(str(given))
    except ColorParseError:
        return False
    return isinstance(given, str)


def _theme(name: str, value: dict[str, Any]) -> Theme:
    base = known_themes()[value.get("base", "briefreader")]
    colors = {key: given for key, given in value.items() if key in COLORS}
    variables = {key: given for key, given in value.items() if key in VARIABLES}
    return replace(base, name=name, variables=base.variables | variables, **colors)
