"""What stories, near-duplicates and suggestions keep of an article: a short digest."""

from __future__ import annotations

import math
import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefreader.compare.background import rarity
from briefreader.compare.naming import NamedText
from briefreader.compare.remembering import Remembered
from briefreader.compare.sketches import Sketch, first_of_equals, sketch
from briefreader.compare.terms import named_term, tokens
from briefreader.compare.units import visible
from briefreader.model import Article, Entity, Mention

_MOST_TERMS = 160
_MOST_NAMES = 12
_LEAD = 60  # terms
_NAMES_COUNT = 2.0
_LEAD_COUNTS = 1.5
_BITS, _WORTH = np.uint64(32), np.uint64(2**32 - 1)
_UNIT_OF_WORTH = 2**16
_HEAD = struct.Struct("<HHHxx")  # what follows it begins at a multiple of four bytes


class Vector(NamedTuple):
    """Hashed terms, the heaviest first, and what they weigh, together of length 1."""

    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]


class Digest(NamedTuple):
    """``vector`` tells what an article is about, ``sketch`` samples its word sequences.

    ``names`` are the people and organizations the article speaks of most, most often named first.
    """

    vector: Vector
    sketch: Sketch
    names: tuple[str, ...]


def digest(
    article: Article, mentions: Sequence[Mention] = (), names: Mapping[str, Entity] | None = None
) -> bytes:
    """Return the digest of an article, packed into some 2 kB; the same article gives the same bytes."""
    named = NamedText(article.text, mentions, names or {})
    text = " ".join(map(named.read, visible(article)))
    return _pack(Digest(_vector(text), sketch(article), _most_named(mentions, names or {})))


def _vector(text: str) -> Vector:
    """Weigh terms by how often and where they stand and how rare they are; keep those that weigh most."""
    words = tokens(text)
    codes = np.fromiter(map(_codes.__getitem__, words), np.uint64, len(words))
    codes = codes[codes > 0]
    if not len(codes):
        return Vector(np.empty(0, np.uint32), np.empty(0, np.float32))
    order = np.argsort(codes, kind="stable")
    numbers = (codes[order] >> _BITS).astype(np.uint32)
    first = np.flatnonzero(first_of_equals(numbers))
    count = np.diff(first, append=len(order))
    weight = np.maximum.reduceat(codes[order] & _WORTH, first) * (1 + np.log(count))
    weight[np.minimum.reduceat(order, first) < _LEAD] *= _LEAD_COUNTS
    heaviest = np.argsort(-weight, kind="stable")[:_MOST_TERMS]
    return Vector(numbers[first][heaviest], of_length_1(weight[heaviest]).astype(np.float32))


def _code(word: str) -> int:
    """Return the hash of the term that a word stands for and, in the lower half, what it is worth.

    That is how rare it is, and more for a name. A stop word is 0.
    """
    term, named = named_term(word)
    if not term:
        return 0
    worth = rarity(term) * (_NAMES_COUNT if named else 1)
    return crc32(term.encode("utf-8", "replace")) << int(_BITS) | int(worth * _UNIT_OF_WORTH)


_codes = Remembered(_code)


def of_length_1(weights: NDArray[Any]) -> NDArray[Any]:
    """Return ``weights`` scaled to the length 1; zeros stay zeros."""
    length = math.sqrt(float(weights @ weights))
    return weights / length if length else weights


def dot(a: Vector, b: Vector) -> float:
    """Return the scalar product of two vectors."""
    _, of_a, of_b = np.intersect1d(a.terms, b.terms, return_indices=True)
    return float(a.weights[of_a] @ b.weights[of_b])


def _most_named(mentions: Sequence[Mention], names: Mapping[str, Entity]) -> tuple[str, ...]:
    counts = Counter(mention.entity for mention in mentions if mention.entity in names)
    known = [names[identity] for identity, _ in counts.most_common() if identity is not None]
    return tuple(entity.name for entity in known if entity.type in ("person", "organization"))[:_MOST_NAMES]


def _pack(known: Digest) -> bytes:
    names = "\n".join(known.names).encode("utf-8", "replace")
    head = _HEAD.pack(len(known.vector.terms), len(known.sketch), len(names))
    return b"".join(
        (head, known.vector.terms.tobytes(), known.vector.weights.tobytes(), known.sketch.tobytes(), names)
    )


def unpack(packed: bytes) -> Digest:
    """Return the digest that :func:`digest` packed on this machine; its arrays are views of ``packed``."""
    terms_count, sketch_count, names_size = _HEAD.unpack_from(packed)
    numbers = np.frombuffer(packed, np.uint32, 2 * terms_count + sketch_count, _HEAD.size)
    weights = numbers[terms_count : 2 * terms_count].view(np.float32)
    names = packed[len(packed) - names_size :].decode("utf-8")
    return Digest(
        Vector(numbers[:terms_count], weights),
        numbers[2 * terms_count :],
        tuple(names.split("\n")) if names else (),
    )
