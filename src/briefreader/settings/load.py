"""Reading config.yaml: each value checked, and what cannot serve told with its line."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from briefreader.settings.schema import Declared, Settings, declared, sections, written
from briefreader.text.file_problems import FileProblem, nearest

if TYPE_CHECKING:
    from briefreader.text.strict_yaml import Document

SIZE_LIMIT = 200_000
_KINDS = {bool: "yes or no", int: "a whole number", float: "a number", str: "text"}


class Loaded(NamedTuple):
    """The settings in force, what was wrong with the file, and the line of each setting that comes from it.

    ``lines`` has "section.name" for its keys; lines count from 1.
    """

    settings: Settings
    problems: tuple[FileProblem, ...] = ()
    lines: Mapping[str, int] = MappingProxyType({})


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[FileProblem, ...]]:
    """Read the settings in force and what was wrong with the file; without a file, the defaults.

    Never raises for what a user wrote: a value that cannot serve leaves its default in force.
    """
    settings, problems, _ = read_settings(path)
    return settings, problems


def read_settings(path: Path | None = None) -> Loaded:
    """Read the settings like :func:`load_settings`, and besides where each comes from."""
    if path is None or not path.exists():
        return Loaded(Settings())
    # Most readers have no such file, and then need no YAML before the list is painted.
    from briefreader.text.strict_yaml import YamlProblem, load

    try:
        document = load(path.read_text(encoding="utf-8"), name=path.name, limit=SIZE_LIMIT, depth=4)
    except YamlProblem as problem:
        return Loaded(Settings(), (FileProblem(path.name, problem.line, problem.sentence),))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        return Loaded(Settings(), (FileProblem(path.name, 1, f"this file cannot be read: {reason.lower()}"),))
    return _Reading(document, path.name).result()


class _Reading:
    """One pass over a parsed file."""

    def __init__(self, document: Document, name: str) -> None:
        self._document, self._name = document, name
        self._declared = {setting.name: setting for setting in declared()}
        self._problems: list[FileProblem] = []
        self._lines: dict[str, int] = {}

    def result(self) -> Loaded:
        settings, value = Settings(), self._document.value
        if isinstance(value, dict):
            for section, given in value.items():
                settings = self._section(settings, section, given)
        elif value is not None:
            self._report("expected sections like “reading:”")
        return Loaded(settings, tuple(self._problems), self._lines)

    def _report(self, sentence: str, *path: str) -> None:
        self._problems.append(FileProblem(self._name, self._document.line(*path), sentence))

    def _section(self, settings: Settings, section: str, given: object) -> Settings:
        if section not in sections():
            self._report(f"“{section}” is no section{nearest(section, sections())}", section)
            return settings
        if not isinstance(given, dict):
            if given is not None:
                self._report(
                    f"{section}: expected settings below it, such as “{self._example(section)}”", section
                )
            return settings
        checked = {name: self._checked(section, name, value) for name, value in given.items()}
        kept = {name: value for name, value in checked.items() if value is not None}
        changed: Any = {section: replace(getattr(settings, section), **kept)}
        return replace(settings, **changed)

    def _example(self, section: str) -> str:
        setting = next(found for name, found in self._declared.items() if name.startswith(section + "."))
        return f"{setting.name.partition('.')[2]}: {written(setting.default)}"

    def _checked(self, section: str, name: str, value: object) -> object:
        setting = self._declared.get(f"{section}.{name}")
        if setting is None:
            known = [full.partition(".")[2] for full in self._declared if full.startswith(section + ".")]
            self._report(f"{section} has no setting “{name}”{nearest(name, known)}", section, name)
            return None
        value = _converted(value, type(setting.default))
        if problem := _problem(setting, value):
            serves = "the default" if setting.default == "" else written(setting.default)
            self._report(f"{setting.name}: {problem}; {serves} serves", section, name)
            return None
        self._lines[setting.name] = self._document.line(section, name)
        return value


def _converted(value: object, kind: type) -> object:
    if kind is bool and value in ("yes", "no"):
        return value == "yes"
    if kind is str and isinstance(value, bool):
        return "yes" if value else "no"
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value


def _problem(setting: Declared, value: object) -> str | None:
    kind, rule = type(setting.default), setting.rule
    if type(value) is not kind:
        return f"expected {_KINDS[kind]}, not {written(value)}"
    if rule.choices and value not in rule.choices:
        return f"expected one of {', '.join(rule.choices)}, not “{value}”"
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = rule.low, rule.high
        if low is not None and high is not None and not low <= value <= high:
            return f"expected {low:g} to {high:g}, not {value:g}"
    return _command_problem(str(value)) if rule.command and value else None


def _command_problem(command: str) -> str | None:
    try:
        program = next(iter(shlex.split(command)), "")
    except ValueError as error:
        return f"“{command}” is no command: {str(error).lower()}"
    return None if shutil.which(program) else f"there is no program “{program}”"
