"""What is fuzzed, and what must hold of any bytes at all: a target raises AssertionError, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from briefreader.entities.corrections_file import read as read_corrections
from briefreader.keymap import load_keymap
from briefreader.search.language.parser import parse
from briefreader.search.language.problems import QueryError
from briefreader.settings import load_settings
from briefreader.text.sanitize import sanitize, sanitize_line
from briefreader.text.strict_yaml import YamlProblem, load
from tests.fuzz.containers import CONTAINERS
from tests.fuzz.kept import KEPT
from tests.fuzz.reading import PLACE, Target, reading

SUFFIXES = (
    *(".txt", ".md", ".html", ".eml", ".mbox", ".rss", ".xml", ".jsonl", ".json", ".csv", ".tsv", ".pdf"),
    *(".docx", ".epub", ".warc", ".txt.gz"),
)


def sanitising(data: bytes) -> None:
    """The length stays, and a second time changes nothing."""
    text = data.decode("utf-8", "surrogateescape")
    clean = sanitize(text)
    assert len(clean) == len(text)
    assert sanitize(clean) == clean
    assert sanitize_line(clean) == sanitize_line(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", clean)


def querying(data: bytes) -> None:
    """Any query is understood in some way or refused, finished or half typed."""
    text = data.decode("utf-8", "replace")
    for typing in (True, False):
        with suppress(QueryError):
            assert parse(text, typing=typing) is not None


def _own_file(read: Callable[[Path], object], data: bytes) -> None:
    PLACE.mkdir(exist_ok=True)
    path = PLACE / "own.yaml"
    path.write_bytes(data)
    assert read(path) is not None


def yaml(data: bytes) -> None:
    """Strict YAML is loaded, or refused with a line."""
    with suppress(YamlProblem):
        load(data.decode("utf-8", "replace"), name="own.yaml")


def corrections(data: bytes) -> None:
    """A file of corrections is read entry by entry, whatever it holds."""
    assert read_corrections(data.decode("utf-8", "replace")) is not None


TARGETS: dict[str, Target] = {
    "sanitising": sanitising,
    "querying": querying,
    "yaml": yaml,
    "corrections": corrections,
    "keymap": partial(_own_file, load_keymap),
    "settings": partial(_own_file, load_settings),
    **{f"reading{suffix}": partial(reading, suffix) for suffix in SUFFIXES},
    **CONTAINERS,
    **KEPT,
}


def found() -> Iterator[tuple[str, Path]]:
    """Yield what fuzzing found, each with its target."""
    for path in sorted((Path(__file__).parent / "found").glob("*/*")):
        yield path.parent.name, path
