"""What reads files on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Readers:
    """Suffixes by format, whether each extra is installed, and the package and version of each plug-in.

    ``problems`` has a sentence for each plug-in that cannot be loaded.
    """

    formats: Mapping[str, tuple[str, ...]]
    extras: Mapping[str, bool]
    plug_ins: Mapping[str, str]
    problems: tuple[str, ...] = ()
