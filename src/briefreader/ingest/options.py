"""How a collection is to be read: limits, what to leave out, what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from hashlib import blake2b

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are read.

    ``largest`` bounds, in bytes, a file that must be read whole, a file inside an archive and a record of a
    file that is read record by record. ``ignore`` has patterns of paths, as shells write them, to pass over.
    ``columns`` maps the fields of a record to the names of columns, ahead of the names that are known.
    """

    largest: int = 50 * MEGABYTE
    ignore: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def generosity(self) -> float:
        """How many times the usual limit of 50 MB is allowed, from 1 to 4; time and memory grow with it."""
        return min(4.0, max(1.0, self.largest / (50 * MEGABYTE)))

    @property
    def key(self) -> str:
        """A digest of what changes how a file is read: 16 hex digits."""
        told = repr((self.largest, sorted(self.columns.items())))
        return blake2b(told.encode(), digest_size=8).hexdigest()

    def ignores(self, relative: str) -> bool:
        """Tell whether the file at ``relative`` is to be passed over, for itself or a folder around it."""
        if not self.ignore:
            return False
        parts = relative.split("/")
        paths = ["/".join(parts[: end + 1]) for end in range(len(parts))]
        return any(fnmatch(name, mask.rstrip("/")) for mask in self.ignore for name in (*paths, *parts))
