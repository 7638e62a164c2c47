"""How an article's layout is laid down in a row: spans as arrays of 32-bit numbers, the rest as JSON."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

from briefreader.model import Article, Block, BlockKind, Fold
from briefreader.store.cache.moments import moment

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


class Packed(NamedTuple):
    """An article as its rows take it: sent from a worker to the writer at a fraction of the cost."""

    id: str
    path: str
    title: str
    source: str | None
    author: str | None
    published: str | None
    moment: float | None
    url: str | None
    language: str | None
    words: int
    text_hash: str
    text: str
    paragraphs: bytes
    folds: str
    origins: str
    checksum: int


def checksum(parts: Sequence[object]) -> int:
    """Return a CRC-32 of an article's parts from its title on, all but ``moment`` and the checksum itself.

    Its id and path are left out: they change when its file is moved.
    """
    return crc32("\0".join(map(str, parts)).encode())


def pack(article: Article) -> Packed:
    """Lay an article down."""
    layout = pack_blocks(article.paragraphs), pack_folds(article.folds)
    origins = json.dumps(article.origins, ensure_ascii=False)
    named = (article.title, article.source, article.author, article.published, article.url, article.language)
    made = checksum((*named, article.words, article.text_hash, article.text, *layout, origins))
    return Packed(
        article.id,
        article.path,
        article.title,
        article.source,
        article.author,
        article.published,
        moment(article.published),
        article.url,
        article.language,
        article.words,
        article.text_hash,
        article.text,
        *layout,
        origins,
        made,
    )


def unpack(packed: Packed) -> Article:
    """Read what :func:`pack` laid down; the key is not known yet."""
    return Article(
        id=packed.id,
        path=packed.path,
        title=packed.title,
        source=packed.source,
        author=packed.author,
        published=packed.published,
        url=packed.url,
        language=packed.language,
        words=packed.words,
        text=packed.text,
        paragraphs=unpack_blocks(packed.paragraphs),
        folds=unpack_folds(packed.folds),
        origins=json.loads(packed.origins),
        text_hash=packed.text_hash,
    )
