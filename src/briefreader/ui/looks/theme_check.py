"""Whether the themes that a reader wrote and named can serve; no Textual where there are none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import places
from briefreader.settings import Loaded
from briefreader.text.file_problems import FileProblem, nearest

if TYPE_CHECKING:
    from textual.theme import Theme

AUTO = "auto"
"""The theme that suits the terminal, or was chosen with T."""


def with_themes_checked(loaded: Loaded) -> Loaded:
    """Return what was loaded, what is wrong with themes among its problems; for those without a screen."""
    own, problems = own_themes()
    settings, lines = loaded.settings, dict(loaded.lines)
    if settings.look.theme != AUTO:
        known = [*_coming_along(), *(theme.name for theme in own)]
        if choice := check_choice(settings.look.theme, lines, known):
            settings = replace(settings, look=replace(settings.look, theme=AUTO))
            lines.pop("look.theme", None)
            problems = [choice, *problems]
    told = sorted((*loaded.problems, *problems), key=lambda problem: (problem.file, problem.line))
    return Loaded(settings, tuple(told), lines)


def check_choice(named: str, lines: Mapping[str, int], known: Collection[str]) -> FileProblem | None:
    """Return what is wrong with the theme that config.yaml names, if anything.

    ``lines`` are those of :func:`briefreader.settings.read_settings`.
    """
    if named in (AUTO, *known):
        return None
    sentence = f"look.theme: there is no theme “{named}”{nearest(named, known)}; {AUTO} serves"
    return FileProblem("config.yaml", lines.get("look.theme", 1), sentence)


def own_themes() -> tuple[list[Theme], list[FileProblem]]:
    """Return the themes of the reader's own, and what is wrong with the files of others."""
    directory: Path = places.config_root() / "themes"
    if not directory.is_dir():
        return [], []
    from briefreader.ui.looks.own_themes import load_themes

    return load_themes(directory)


def _coming_along() -> list[str]:
    from briefreader.ui.looks.own_themes import known_themes

    return list(known_themes())
