"""What a name can be the name of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

EntityType = Literal["person", "organization", "location", "misc"]
ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organization", "location", "misc")

ONE_OF: Mapping[EntityType, str] = {
    "person": "a person",
    "organization": "an organisation",
    "location": "a place",
    "misc": "another kind of name",
}
"""What to say of one of a type."""
