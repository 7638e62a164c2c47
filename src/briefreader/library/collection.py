"""A collection: its roots, its name, and the key under which its cache and marks are kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefreader.errors import OutOfReach
from briefreader.text.sanitize import sanitize_line

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Collection:
    """Folders and files that are read together.

    ``key`` is 16 hex digits, the same whenever the same roots are opened on this machine.
    """

    name: str
    roots: tuple[Path, ...]
    key: str

    @classmethod
    def of(cls, paths: Sequence[str | Path]) -> Collection:
        """Name the collection of ``paths``: absolute, each once, in order.

        Raises:
            OutOfReach: a path is not there or cannot be read.
        """
        roots = tuple(dict.fromkeys(_reachable(Path(path)) for path in paths))
        named = "\0".join(sorted(os.fsdecode(root) for root in roots))
        key = hashlib.blake2b(named.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        return cls(_name(roots), roots, key)


def _name(roots: Sequence[Path]) -> str:
    named = [sanitize_line(root.name or str(root)) for root in roots]
    more = f" and {len(named) - _NAMED:,} more" if len(named) > _NAMED else ""
    return " + ".join(named[:_NAMED]) + more


def _explain(path: Path) -> str:
    """Return why a path leads nowhere, where the system did not say."""
    return "there is no such user" if str(path).startswith("~") else "it links to itself"


def _reachable(path: Path) -> Path:
    try:
        found = path.expanduser().resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or _explain(path)
        raise OutOfReach(f"{path}: {reason}; name a folder or file of articles") from error
    if not os.access(found, os.R_OK):
        raise OutOfReach(f"{path}: you may not read it; change its permissions or name another folder")
    return found
