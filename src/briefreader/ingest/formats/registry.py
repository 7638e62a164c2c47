"""Which format reads which file: the built-in ones and those that other packages bring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from briefreader.ingest.draft import Draft
from briefreader.ingest.source import Source, Unreadable, unpacked_name
from briefreader.model import Skipped

GROUP = "briefreader.formats"
"""The entry point group: each entry names a :class:`Format`."""

Reader = Callable[[Source], Iterator["Draft | Skipped"]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called, how its names end (with the dot, in lower case), how it is read.

    ``read`` yields a draft for each article and a :class:`~briefreader.model.Skipped` for each part that
    cannot be read; it raises :class:`~briefreader.ingest.source.Unreadable` where nothing can.
    ``extra`` names the optional dependencies of briefreader that it takes.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    extra: str | None = None


# Module and suffixes of each: said here too, so that telling what a file is loads nothing that reads it.
_BUILT_IN = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown"),
    "web": (".html", ".htm", ".xhtml"),
    "mail": (".eml", ".mbox", ".mbx"),
    "feed": (".rss", ".atom", ".xml", ".rdf"),
    "records": (".jsonl", ".ndjson", ".json"),
    "table": (".csv", ".tsv"),
    "pdf": (".pdf",),
    "word": (".docx",),
    "book": (".epub",),
    "archive": (".warc",),
}


def format_of(name: str) -> Format | None:
    """Return the format that reads a file of this name; compressed files go by the name inside."""
    found = _reader_of(name)
    return None if found is None else _loaded(found)


def is_readable(name: str) -> bool:
    """Tell by its name whether a file may hold articles."""
    return _reader_of(name) is not None


def formats() -> list[Format]:
    """Return every format once, built-in ones first."""
    return list(dict.fromkeys(map(_loaded, _by_suffix().values())))


def _reader_of(name: str) -> Format | str | None:
    known, dot = _by_suffix(), name.rfind(".")
    if dot <= 0:
        return None
    found = known.get(name[dot:].lower())
    if found is not None:
        return found
    inner = unpacked_name(name)
    return known.get(inner[inner.rfind(".") :].lower()) if inner != name and "." in inner[1:] else None


@lru_cache(maxsize=1)
def _by_suffix() -> Mapping[str, Format | str]:
    """Return who reads each kind of file: the module of a built-in format, the format of a plug-in."""
    found: dict[str, Format | str] = {}
    for module, suffixes in _BUILT_IN.items():
        found.update(dict.fromkeys(suffixes, module))
    for each in map(_plugged_in, entry_points(group=GROUP)):
        found.update(dict.fromkeys(each.suffixes, each))
    return found


def _loaded(found: Format | str) -> Format:
    if isinstance(found, Format):
        return found
    built_in: Format = import_module(f"briefreader.ingest.formats.{found}").FORMAT
    return built_in


def _plugged_in(entry: EntryPoint) -> Format:
    """Return a plug-in's format, or one in its name that says what is wrong with it."""
    try:
        loaded = entry.load()
    except Exception as error:  # noqa: BLE001, RUF100 - a plug-in may fail in any way, and the rest must go on
        return _broken(entry, f"{type(error).__name__}: {error}")
    return loaded if isinstance(loaded, Format) else _broken(entry, "it is not a Format")


def _broken(entry: EntryPoint, reason: str) -> Format:
    def read(_source: Source) -> Iterator[Draft | Skipped]:
        raise Unreadable(f"The plug-in {entry.name} ({entry.value}) does not load: {reason}.")

    return Format(entry.name, (f".{entry.name}",), read)
