"""How much two texts resemble each other word for word, from a small sample of each."""

from __future__ import annotations

import re
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefreader.compare.remembering import Remembered
from briefreader.compare.units import visible
from briefreader.model import Article
from briefreader.text.normal import comparable

SIZE = 320
_WORD = re.compile(r"\w+")
# Odd numbers with their bits well spread, as multiplicative hashing wants them.
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_SPREAD = np.uint64(0xFF51AFD7ED558CCD)

Sketch = NDArray[np.uint32]


def sketch(article: Article) -> Sketch:
    """Return the least hashes of all sequences of three words outside folds, 320 at most, in rising order.

    This is a bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997): it is an
    even sample of the text's word sequences, and equal sequences are sampled alike in every text.
    """
    parts = [_sequences(_WORD.findall(part.cut(article.text))) for part in visible(article)]
    hashes = np.sort(np.concatenate(parts)) if parts else np.empty(0, np.uint32)
    return hashes[first_of_equals(hashes)][:SIZE]


def _sequences(words: list[str]) -> Sketch:
    """Hash each sequence of three words."""
    size = len(_FACTORS)
    if len(words) < size:
        return np.empty(0, np.uint32)
    hashes = np.fromiter(map(_hashes.__getitem__, words), np.uint64, len(words))
    mixed = np.zeros(len(words) - size + 1, np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed += hashes[place : len(words) - size + 1 + place] * np.uint64(factor)
    mixed ^= mixed >> np.uint64(29)
    return ((mixed * _SPREAD) >> np.uint64(32)).astype(np.uint32)


def _hash_word(word: str) -> int:
    return crc32(comparable(word).encode("utf-8", "replace"))


_hashes = Remembered(_hash_word)


def first_of_equals(ordered: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell of each of some ordered numbers whether it differs from the one before."""
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


class Overlap(NamedTuple):
    """What two texts have in common, estimated from their sketches; both from 0 to 1.

    ``resemblance`` is the share of word sequences in both of all they have (Jaccard); ``containment`` is how
    much of the shorter text stands in the longer one.
    """

    resemblance: float
    containment: float


def overlap(a: Sketch, b: Sketch) -> Overlap:
    """Estimate what two texts have in common."""
    both = np.sort(np.concatenate((a, b)))
    first = first_of_equals(both)
    common = both[~first]
    if not len(common):
        return Overlap(0.0, 0.0)
    # The least of the union are an even sample of it; whatever of them is in both texts is in both sketches.
    union = both[first][:SIZE]
    resemblance = _up_to(common, int(union[-1])) / len(union)
    # Below the lesser of the two greatest hashes both samples are complete, so the share counts there.
    bound = min(_reach(a), _reach(b))
    shorter = min(_up_to(a, bound), _up_to(b, bound))
    return Overlap(resemblance, _up_to(common, bound) / max(1, shorter))


def _up_to(sample: Sketch, bound: int) -> int:
    return int(np.searchsorted(sample, bound, side="right"))


def _reach(sample: Sketch) -> int:
    """Return the hash up to which a sample holds all there is; a small text is held whole."""
    return int(sample[-1]) if len(sample) >= SIZE else 2**32 - 1
