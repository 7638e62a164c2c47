"""Opening a collection: which one is meant, by name or by none."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefreader import places, resources
from briefreader.errors import OutOfReach
from briefreader.library.collection import Collection
from briefreader.library.shelf import Shelf

_VARIABLE = "BRIEFREADER_COLLECTION"
# A collection of more roots is a list that a program made, not what to open again by default.
_REMEMBERED = 50


def open_shelf(paths: Sequence[str | Path]) -> Shelf:
    """Open the collection of ``paths``, or the one that is meant by none."""
    collection = Collection.of(paths) if paths else _default()
    shelf = Shelf(collection)
    if paths and len(paths) <= _REMEMBERED:
        # To open it again without naming it is a convenience, and no reason not to read.
        with suppress(OSError, OutOfReach):
            _remember(collection)
    return shelf


def _default() -> Collection:
    named = [path for path in os.environ.get(_VARIABLE, "").split(os.pathsep) if path]
    if named:
        return Collection.of(named)
    try:
        return Collection.of(_last_opened() or [resources.sample_corpus()])
    except OutOfReach as error:
        raise OutOfReach(f"the collection opened last is gone: {error}") from error


def _memory() -> Path:
    return places.state_root() / "last.json"


def _last_opened() -> list[str]:
    try:
        kept = json.loads(_memory().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []


def _remember(collection: Collection) -> None:
    memory = _memory()
    places.private_directory(memory.parent)
    places.write(memory, json.dumps([os.fspath(root) for root in collection.roots]))
