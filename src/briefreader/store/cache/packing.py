"""How an article's layout is laid down in a row: spans as arrays of 32-bit numbers, the rest as JSON."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable

from briefreader.model import Block, BlockKind, Fold

_KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "quote", "item")


def pack_blocks(blocks: Iterable[Block]) -> bytes:
    """Lay blocks down as triples: start, end, kind."""
    flat = array("I")
    for block in blocks:
        flat.extend((block.start, block.end, _KINDS.index(block.kind)))
    return flat.tobytes()


def unpack_blocks(packed: bytes) -> tuple[Block, ...]:
    """Read what :func:`pack_blocks` laid down."""
    flat = array("I", packed)
    return tuple(Block(flat[at], flat[at + 1], _KINDS[flat[at + 2]]) for at in range(0, len(flat), 3))


def pack_folds(folds: Iterable[Fold]) -> str:
    """Lay folds down as JSON."""
    return json.dumps([[fold.start, fold.end, fold.reason] for fold in folds], ensure_ascii=False)


def unpack_folds(packed: str) -> tuple[Fold, ...]:
    """Read what :func:`pack_folds` laid down."""
    return tuple(Fold(*parts) for parts in json.loads(packed))
