"""YAML without its surprises: plain data only, each value with its line, bounded in size and depth."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from briefreader.errors import BadData

Path = tuple[str | int, ...]
"""The way to a value: mapping keys and list positions, from the outermost in."""


class YamlProblem(BadData):
    """What is wrong with a YAML file: ``name`` of the file, ``line`` from 1, and a ``sentence``."""

    def __init__(self, name: str, line: int, sentence: str) -> None:
        super().__init__(f"{name}, line {line}: {sentence}")
        self.name, self.line, self.sentence = name, line, sentence

    def __reduce__(self) -> tuple[type[YamlProblem], tuple[str, int, str]]:
        return YamlProblem, (self.name, self.line, self.sentence)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file read: its ``value`` and the line, from 1, of each part of it.

    ``lines`` has a line for every path; for a mapping's entry it is the line of the key.
    """

    name: str
    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Return the line of the value at ``path``, or of the nearest part around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, sentence: str, *path: str | int) -> YamlProblem:
        """Return, to be raised or reported, what is wrong with the value at ``path``."""
        return YamlProblem(self.name, self.line(*path), sentence)


def load(text: str, *, name: str, limit: int = 1_000_000, depth: int = 16) -> Document:
    """Read one YAML document made of strings, numbers, booleans, null, lists and mappings.

    ``name`` is what messages call the file; ``limit`` bounds its length in characters and ``depth`` its
    nesting. Keys are strings as they are written, ``on`` and ``no`` too; plain scalars follow YAML 1.2.

    Raises:
        YamlProblem: not YAML, or anchors, aliases, tags, a key given twice, too long, too deep.

    """
    if len(text) > limit:
        raise YamlProblem(name, 1, f"the file is longer than {limit:,} characters; shorten it.")
    # Most files that may be there are not: whoever looks for one must not wait for the parser.
    from briefreader.text.yaml_building import parsed

    return parsed(text, name, depth)
