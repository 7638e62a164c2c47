"""What a name can be the name of."""

from __future__ import annotations

from typing import Literal

EntityType = Literal["person", "organization", "location", "misc"]
ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organization", "location", "misc")
