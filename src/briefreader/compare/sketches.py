"""How much two texts resemble each other word for word, from a small sample of each."""

from __future__ import annotations

import re
from zlib import crc32

from briefreader.compare.units import visible
from briefreader.model import Article
from briefreader.text.normal import comparable

SIZE = 192
_WORD = re.compile(r"\w+")


Sketch = tuple[int, ...]


def sketch(article: Article) -> Sketch:
    """Return the least hashes of all sequences of three words outside folds, 192 at most, in rising order.

    This is a bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997): it is an
    even sample of the text's word sequences, and equal sequences are sampled alike in every text.
    """
    even = comparable(article.text)
    hashes: set[int] = set()
    for part in visible(article):
        found = _WORD.findall(part.cut(even))
        shingles = zip(found, found[1:], found[2:], strict=False)
        hashes.update([crc32(" ".join(shingle).encode("utf-8", "replace")) for shingle in shingles])
    return tuple(sorted(hashes)[:SIZE])


def resemblance(a: Sketch, b: Sketch) -> float:
    """Estimate the share of word sequences that two texts have in common of all they have (Jaccard)."""
    sample = set(sorted({*a, *b})[:SIZE])
    return len(sample.intersection(a).intersection(b)) / len(sample) if sample else 0.0


def containment(a: Sketch, b: Sketch) -> float:
    """Estimate how much of the shorter text stands in the longer one.

    Below the lesser of the two samples' greatest hashes both are complete, so the share counts there.
    """
    if not a or not b:
        return 0.0
    bound = min(_reach(a), _reach(b))
    below_a = {value for value in a if value <= bound}
    below_b = {value for value in b if value <= bound}
    return len(below_a & below_b) / max(1, min(len(below_a), len(below_b)))


def _reach(sample: Sketch) -> int:
    """Return the hash up to which a sample holds all there is; a small text is held whole."""
    return sample[-1] if len(sample) >= SIZE else 2**32
