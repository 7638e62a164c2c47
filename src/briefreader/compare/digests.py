"""What stories, near-duplicates and suggestions keep of an article: a short digest."""

from __future__ import annotations

import math
import struct
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from briefreader.compare.background import rarity
from briefreader.compare.naming import NamedText
from briefreader.compare.sketches import Sketch, sketch
from briefreader.compare.terms import Terms, terms
from briefreader.compare.units import visible
from briefreader.model import Article, Entity, Mention

_MOST_TERMS = 160
_MOST_NAMES = 12
_LEAD = 60  # words
_NAMES_COUNT = 2.0
_LEAD_COUNTS = 1.5
_HEAD = struct.Struct("<HHH")

Vector = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Digest:
    """``vector`` weighs hashed terms, the heaviest first, together of length 1.

    ``sketch`` samples the text's word sequences, in rising order.

    ``names`` are the people and organizations the article speaks of most, most often named first.
    """

    vector: Vector
    sketch: Sketch
    names: tuple[str, ...]


def digest(
    article: Article, mentions: Sequence[Mention] = (), names: Mapping[str, Entity] | None = None
) -> bytes:
    """Return the digest of an article, packed into some 1.5 kB; the same article gives the same bytes."""
    named = NamedText(article.text, mentions, names or {})
    text = " ".join(map(named.read, visible(article)))
    return _pack(Digest(_vector(terms(text)), sketch(article), _most_named(mentions, names or {})))


def _vector(whole: Terms) -> Vector:
    """Weigh terms by how often and where they stand and how rare they are; keep those that weigh most."""
    lead = frozenset(whole.words[:_LEAD])
    weights = {
        word: (1 + math.log(count))
        * rarity(word)
        * (_NAMES_COUNT if word in whole.names else 1)
        * (_LEAD_COUNTS if word in lead else 1)
        for word, count in Counter(whole.words).items()
    }
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TERMS]
    return unit({crc32(word.encode()): weight for word, weight in heaviest})


def unit(weights: Mapping[int, float]) -> dict[int, float]:
    """Return ``weights`` scaled to the length 1; none stay none."""
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def dot(a: Vector, b: Vector) -> float:
    """Return the scalar product of two sparse vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum([weight * b[term] for term, weight in a.items() if term in b])


def _most_named(mentions: Sequence[Mention], names: Mapping[str, Entity]) -> tuple[str, ...]:
    counts = Counter(mention.entity for mention in mentions if mention.entity in names)
    known = [names[identity] for identity, _ in counts.most_common() if identity is not None]
    return tuple(entity.name for entity in known if entity.type in ("person", "organization"))[:_MOST_NAMES]


def _pack(known: Digest) -> bytes:
    names = "\n".join(known.names).encode("utf-8", "replace")
    head = _HEAD.pack(len(known.vector), len(known.sketch), len(names))
    levels = array("f", known.vector.values())
    return b"".join(
        (
            head,
            array("I", known.vector).tobytes(),
            levels.tobytes(),
            array("I", known.sketch).tobytes(),
            names,
        )
    )


def unpack(packed: bytes) -> Digest:
    """Return the digest that :func:`digest` packed on this machine."""
    terms_count, sketch_count, names_size = _HEAD.unpack_from(packed)
    hashed, levels, sample = array("I"), array("f"), array("I")
    place = _HEAD.size
    for values, count in ((hashed, terms_count), (levels, terms_count), (sample, sketch_count)):
        values.frombytes(packed[place : place + 4 * count])
        place += 4 * count
    names = packed[place : place + names_size].decode("utf-8")
    return Digest(
        dict(zip(hashed, levels, strict=True)), tuple(sample), tuple(names.split("\n")) if names else ()
    )
