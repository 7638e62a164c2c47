"""briefreader.yaml in a collection's folder: what the collection itself says of how to read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefreader.ingest.fields import NAMES
from briefreader.ingest.options import MEGABYTE, ReadOptions
from briefreader.ingest.scan import explain
from briefreader.model import Skipped
from briefreader.text.sanitize import sanitize_line
from briefreader.text.strict_yaml import Document, YamlProblem, load

NAME = "briefreader.yaml"

_KEYS = ("largest_file", "ignore", "columns")
_SIZE = re.compile(r"(?P<number>\d{1,9}(?:\.\d+)?)\s*(?P<unit>[kKMG]?B?)")
_MOST = 500 * MEGABYTE
_UNITS = {"": 1, "K": 1000, "M": MEGABYTE, "G": 1000 * MEGABYTE}


def collection_options(roots: Iterable[Path]) -> tuple[ReadOptions, tuple[Skipped, ...]]:
    """Return how the folders among ``roots`` want to be read, and what is wrong with what they say.

    Several folders are taken together: the largest limit, all patterns, all columns.
    """
    options, problems = ReadOptions(), []
    for root in roots:
        try:
            options = _merged(options, _read(root / NAME))
        except YamlProblem as problem:
            problems.append(Skipped(NAME, f"Line {problem.line}: {problem.sentence}"))
        except OSError as error:
            problems.append(Skipped(NAME, explain(error)))
        except UnicodeDecodeError:
            problems.append(Skipped(NAME, "It is not UTF-8; save it as UTF-8."))
    return options, tuple(problems)


def _read(path: Path) -> dict[str, Any]:
    """Return the settings in a file, none where there is no file.

    Raises:
        YamlProblem: the file does not say what it may say.
        OSError, UnicodeDecodeError: it cannot be read.

    """
    if not path.is_file():
        return {}
    with path.open("rb") as stream:
        document = load(stream.read(MEGABYTE).decode(), name=NAME)
    values = {} if document.value is None else document.value
    if not isinstance(values, dict):
        raise document.problem("settings are needed here, such as largest_file: 80 MB.")
    for key in values:
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise document.problem(
                f"there is no setting {sanitize_line(key)!r}; the settings are {known}.", key
            )
    return {name: _CHECKS[name](document, value) for name, value in values.items()}


def _size(document: Document, value: Any) -> int:
    match = _SIZE.fullmatch(str(value).strip())
    if match is None or isinstance(value, bool):
        raise document.problem("largest_file must be a size, such as 80 MB.", "largest_file")
    size = int(float(match["number"]) * _UNITS[match["unit"].rstrip("B").upper()])
    if size > _MOST:
        # Whoever made the collection is not who reads it: what they allow is bounded too.
        raise document.problem(f"largest_file can be {_MOST // MEGABYTE} MB at most.", "largest_file")
    return size


def _patterns(document: Document, value: Any) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        raise document.problem("ignore must be a list of patterns, such as drafts/ or '*.log.txt'.", "ignore")
    return tuple(listed)


def _columns(document: Document, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        raise document.problem("columns must map fields to names of columns, such as text: story.", "columns")
    for field in value:
        if field not in NAMES:
            known = ", ".join(NAMES)
            wrong = sanitize_line(field)
            raise document.problem(f"there is no field {wrong!r}; the fields are {known}.", "columns", field)
    return dict(value)


_CHECKS = {"largest_file": _size, "ignore": _patterns, "columns": _columns}


def _merged(options: ReadOptions, values: dict[str, Any]) -> ReadOptions:
    if not values:
        return options
    largest = values.get("largest_file", options.largest)
    chosen = {**values.get("columns", {}), **options.columns}
    is_first = options == ReadOptions()
    return ReadOptions(
        largest=largest if is_first else max(largest, options.largest),
        ignore=(*options.ignore, *values.get("ignore", ())),
        columns=chosen,
    )
