"""Small things kept from one session to the next, as JSON in the state directory: the layout by size."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from briefreader import places
from briefreader.errors import OutOfReach

KEPT = 40
"""So many entries of a kind are kept, the latest."""


def recall(kind: str) -> dict[str, Any]:
    """Return what was remembered of a kind; nothing where that cannot be read."""
    try:
        kept = json.loads(_file(kind).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def remember(kind: str, key: str, value: Any) -> None:
    """Keep a value for the next session; where that is impossible, do without."""
    kept = recall(kind)
    kept.pop(key, None)
    kept[key] = value
    latest = dict(list(kept.items())[-KEPT:])
    path = _file(kind)
    try:
        places.private_directory(path.parent)
        places.write(path, json.dumps(latest))
    except (OSError, OutOfReach):
        return


def _file(kind: str) -> Path:
    return places.state_root() / f"{kind}.json"
