"""Which format reads which file: the built-in ones and those that other packages bring."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefreader.ingest.formats.built_in import BUILT_IN, BuiltIn
from briefreader.ingest.formats.format import Format
from briefreader.ingest.formats.plugins import PlugIn, plug_ins
from briefreader.ingest.source import unpacked_name
from briefreader.model import Readers

__all__ = ["Format", "editions", "format_of", "formats", "is_readable", "readers", "suffix_of"]


def format_of(name: str) -> Format | None:
    """Return the format that reads a file of this name; compressed files go by the name inside."""
    suffix = suffix_of(name)
    return None if suffix is None else _loaded(_by_suffix()[suffix])


def is_readable(name: str) -> bool:
    """Tell by its name whether a file may hold articles."""
    return suffix_of(name) is not None


def suffix_of(name: str) -> str | None:
    """Return the suffix by which a file of this name is read, in lower case; None where nothing reads it."""
    known, dot = _by_suffix(), name.rfind(".")
    if dot <= 0:
        return None
    suffix = name[dot:].lower()
    if suffix in known:
        return suffix
    inner = unpacked_name(name)
    suffix = inner[inner.rfind(".") :].lower()
    return suffix if inner != name and "." in inner[1:] and suffix in known else None


def formats() -> list[Format]:
    """Return every format that loads once, built-in ones first."""
    return list(dict.fromkeys(found for _, found in _working()))


def editions() -> dict[str, str]:
    """Return, by suffix, who reads such files: where that changes, other articles may come of them.

    A plug-in counts by package and version, a built-in format by whether its extra is there.
    """
    return {suffix: found.edition for suffix, found in _by_suffix().items()}


def readers() -> Readers:
    """Return what reads files here, what an extra would add, and which plug-ins there are."""
    found: dict[str, tuple[str, ...]] = {}
    for suffix, each in _working():
        found[each.name] = (*found.get(each.name, ()), suffix)
    return Readers(
        formats=found,
        extras={each.extra: each.is_complete for each in BUILT_IN if each.extra},
        plug_ins={each.name: each.package for each in plug_ins()},
        problems=tuple(
            f"plug-in {each.name} cannot be loaded: {each.problem}" for each in plug_ins() if each.problem
        ),
    )


@lru_cache(maxsize=1)
def _by_suffix() -> Mapping[str, PlugIn | BuiltIn]:
    """Return who reads each kind of file."""
    found: dict[str, PlugIn | BuiltIn] = {}
    for own in BUILT_IN:
        found.update(dict.fromkeys(own.suffixes, own))
    for each in plug_ins():
        for suffix in each.suffixes:
            # One that does not load takes no files from another that reads them.
            if each.format or suffix not in found:
                found[suffix] = each
    return found


def _working() -> list[tuple[str, Format]]:
    """Return the suffixes of files that can be read, each with its format."""
    return [
        (suffix, _loaded(found))
        for suffix, found in _by_suffix().items()
        if isinstance(found, BuiltIn) or not found.problem
    ]


def _loaded(found: PlugIn | BuiltIn) -> Format:
    if isinstance(found, BuiltIn):
        return found.load()
    return found.format or Format(found.name, found.suffixes, found.read)
