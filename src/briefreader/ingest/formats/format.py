"""What a format is: what it is called, which files are its own, how they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.ingest.source import Source

if TYPE_CHECKING:
    from briefreader.ingest.draft import Draft
    from briefreader.model import Skipped

Reader = Callable[[Source], Iterator["Draft | Skipped"]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called, how its names end (with the dot, in lower case), how it is read.

    ``read`` yields a draft for each article and a :class:`~briefreader.model.Skipped` for each part that
    cannot be read; it raises :class:`~briefreader.ingest.source.Unreadable` where nothing can.
    ``extra`` names the optional dependencies of briefreader that it takes.

    Raises:
        ValueError: the suffixes are no tuple of suffixes.

    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    extra: str | None = None

    def __post_init__(self) -> None:
        if not (isinstance(self.suffixes, tuple) and self.suffixes and all(map(_is_suffix, self.suffixes))):
            raise ValueError(
                f"the suffixes of format {self.name!r} must be a tuple such as ('.srt',), each with one dot, "
                f"in front, and in lower case, not {self.suffixes!r}"
            )


def _is_suffix(suffix: object) -> bool:
    """Tell whether a file's name can end so: only what follows its last dot is looked at."""
    return isinstance(suffix, str) and len(suffix) > 1 and suffix.rfind(".") == 0 and suffix == suffix.lower()
