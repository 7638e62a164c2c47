"""The formats that other packages bring, and what is wrong with those that do not load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from briefreader.ingest.draft import Draft
from briefreader.ingest.formats.format import Format
from briefreader.ingest.source import Source, Unreadable
from briefreader.model import Skipped
from briefreader.text.sanitize import sanitize_line

GROUP = "briefreader.formats"
"""The entry point group: each entry names a :class:`~briefreader.ingest.formats.format.Format`."""

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class PlugIn:
    """An entry point: its name and value, the package and version that bring it, and its format.

    ``problem`` says why there is no format, "" where there is one.
    """

    name: str
    value: str
    package: str
    format: Format | None
    problem: str = ""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How the names of its files end; of one that does not load, what its own name lets expect."""
        return self.format.suffixes if self.format else (f".{self.name.lower()}",)

    @property
    def edition(self) -> str:
        """What changes when other articles may come of its files."""
        return " ".join((self.name, self.value, self.package, self.problem))

    def read(self, _source: Source) -> Iterator[Draft | Skipped]:
        """Refuse a file that the plug-in would have read, had it loaded."""
        raise Unreadable(f"The plug-in {self.name} ({self.value}) does not load: {self.problem}.")


@lru_cache(maxsize=1)
def plug_ins() -> tuple[PlugIn, ...]:
    """Return every plug-in that is installed, by name."""
    return tuple(map(_load, sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))))


def broken_plug_ins() -> list[Skipped]:
    """Return a line of the import report for each plug-in that does not load."""
    return [
        Skipped(f"plug-in {sanitize_line(each.name)}", f"It cannot be loaded: {each.problem}.")
        for each in plug_ins()
        if each.problem
    ]


def _load(entry: EntryPoint) -> PlugIn:
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else ""
    try:
        loaded = entry.load()
    # A plug-in may fail in any way, and the rest must go on.
    except (Exception, SystemExit) as error:  # noqa: BLE001, RUF100
        reason = sanitize_line(f"{type(error).__name__}: {error}")[:_LONGEST_REASON]
        return PlugIn(entry.name, entry.value, package, None, reason.rstrip("."))
    if not isinstance(loaded, Format):
        return PlugIn(entry.name, entry.value, package, None, "it is not a Format")
    return PlugIn(entry.name, entry.value, package, loaded)
