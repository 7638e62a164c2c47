"""The concordance (KWIC): every mention of an entity, or match of a query, with the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefreader.model import Entity, Occurrence


@dataclass(frozen=True, slots=True)
class Concordance:
    """Occurrences in order of articles; ``entity`` is None where the name was taken as a query."""

    entity: Entity | None
    occurrences: tuple[Occurrence, ...]
    total: int
