"""From the events of the YAML parser to plain data with lines, refusing all else: the one user of PyYAML."""

from __future__ import annotations

import re
from typing import Any

import yaml

from briefreader.text.sanitize import sanitize_line
from briefreader.text.strict_yaml import Document, Path, YamlProblem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}


def parsed(text: str, name: str, depth: int) -> Document:
    """Read one document; see :func:`briefreader.text.strict_yaml.load`, which bounds its length.

    Raises:
        YamlProblem: it is not plain data in YAML.
    """
    builder = _Builder(name, depth)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _explain(name, text, error) from None
    return Document(name, builder.root, builder.lines)


def _explain(name: str, text: str, error: yaml.YAMLError) -> YamlProblem:
    if isinstance(error, yaml.reader.ReaderError):
        position = error.position if isinstance(error.position, int) else 0
        return YamlProblem(name, text.count("\n", 0, position) + 1, "a control character; remove it.")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    sentence = f"this is not YAML ({sanitize_line(str(problem))}); check indentation, colons and quotes."
    return YamlProblem(name, mark.line + 1 if mark else 1, sentence)


class _Builder:
    """Builds the value from the parser's events, refusing what is not plain data."""

    def __init__(self, name: str, depth: int) -> None:
        self.name, self.depth = name, depth
        self.root: Any = None
        self.lines: dict[Path, int] = {}
        self._open: list[list[Any] | dict[str, Any]] = []
        self._path: list[str | int] = []
        self._key: str | None = None
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event of the stream."""
        line = event.start_mark.line + 1
        self._refuse(event, line)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlProblem(self.name, line, "a second document begins here; keep to one.")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            if self._open:
                self._path.pop()

    def _refuse(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "anchors (&) and aliases (*) are not allowed; write the value out, or quote it."
            raise YamlProblem(self.name, line, what)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise YamlProblem(self.name, line, "tags (!) are not allowed; remove it, or quote the value.")

    def _scalar(self, event: Any, line: int) -> None:
        if self._awaits_key():
            self._take_key(event.value, line)
        else:
            value = _resolve(event.value) if event.implicit[0] and not event.style else event.value
            self._place(value, line)
            self._leave()

    def _begin(self, value: list[Any] | dict[str, Any], line: int) -> None:
        if self._awaits_key():
            raise YamlProblem(self.name, line, "a key must be plain text, not a list or a mapping.")
        if len(self._open) >= self.depth:
            raise YamlProblem(self.name, line, f"nested deeper than {self.depth} levels; flatten it.")
        self._place(value, line)
        self._open.append(value)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], dict) and self._key is None

    def _take_key(self, key: str, line: int) -> None:
        holder = self._open[-1]
        assert isinstance(holder, dict)  # noqa: S101 - for the type checker; _awaits_key has looked
        if key in holder:
            first = self.lines[(*self._path, key)]
            sentence = f'"{sanitize_line(key)}" is given twice, first on line {first}; keep one.'
            raise YamlProblem(self.name, line, sentence)
        self._key = key
        self.lines[(*self._path, key)] = line

    def _place(self, value: Any, line: int) -> None:
        """Put ``value`` where it belongs and step into its path."""
        if not self._open:
            self.root = value
            self.lines[()] = line
            return
        holder = self._open[-1]
        if isinstance(holder, list):
            self._path.append(len(holder))
            holder.append(value)
            self.lines[tuple(self._path)] = line
        elif self._key is not None:
            self._path.append(self._key)
            holder[self._key] = value
            self._key = None

    def _leave(self) -> None:
        if self._open:
            self._path.pop()


def _resolve(plain: str) -> str | int | float | bool | None:
    """Return the value of a plain scalar by the core schema of YAML 1.2; dates stay text."""
    if plain in _WORDS:
        return _WORDS[plain]
    if _INTEGER.fullmatch(plain):
        return int(plain)
    return float(plain) if _FLOAT.fullmatch(plain) else plain
